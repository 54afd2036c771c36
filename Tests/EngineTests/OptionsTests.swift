import Foundation
import Testing

@testable import Engine

/// The folder of this run of the tests, which goes with it.
private let runFolder: URL = {
  atexit { try? FileManager.default.removeItem(at: runFolder) }
  return FileManager.default.temporaryDirectory.appendingPathComponent("cxsh-engine-tests-\(getpid())")
}()

/// A path in a new folder of its own.
func temporaryPath(_ name: String) -> String {
  let folder = runFolder.appendingPathComponent(UUID().uuidString)
  try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder.appendingPathComponent(name).path
}

@Suite struct OptionsTests {
  @Test func `Time zones, JSON and Parquet need no extension from elsewhere`() throws {
    let connection = try TestEngine.open()
    let zone = try connection.query(
      "select timezone('America/New_York', timestamptz '2026-07-01 12:00:00+00')::varchar")
    #expect(zone.row(0) == [.text("2026-07-01 08:00:00")])
    let json = temporaryPath("x.json")
    try "[{\"a\": 1}, {\"a\": 2}]".write(toFile: json, atomically: true, encoding: .utf8)
    #expect(try connection.query("select sum(a) from read_json('\(json)')").columns[0].int(0) == 3)
    let parquet = temporaryPath("x.parquet")
    try connection.execute("copy (select 7 as a) to '\(parquet)' (format parquet, compression zstd)")
    #expect(try connection.query("from read_parquet('\(parquet)')").row(0) == [.int(7)])
  }

  @Test(arguments: [
    "install httpfs", "load httpfs", "create persistent secret s (type http)", "from read_xlsx('x.xlsx')",
    "from 'https://localhost/x.csv'", "attach 'x.sqlite' as x (type sqlite)",
  ])
  func `Nothing is fetched and nothing is kept`(_ sql: String) throws {
    let error = try #require(failure(of: sql, on: TestEngine.open()))
    #expect(!error.message.contains("http://"))
  }

  @Test func `Threads and memory are as asked for`() throws {
    let connection = try Connection.open(
      TestEngine.driver(), options: EngineOptions.embedded(threads: 1, memoryLimit: "300MiB"))
    let settings = try connection.query(
      "select current_setting('threads')::varchar, current_setting('memory_limit')::varchar")
    #expect(settings.row(0) == [.text("1"), .text("300.0 MiB")])
  }

  @Test func `What does not fit into memory goes to the temporary folder and is gone afterwards`() throws {
    let folder = temporaryPath("spill")
    let connection = try Connection.open(
      TestEngine.driver(),
      options: EngineOptions.embedded(threads: 1, memoryLimit: "60MiB", temporaryFolder: folder))
    try connection.execute("create table t as select i, md5(i::varchar) as m from range(3000000) t(i)")
    #expect(try connection.query("select count(*) from t").row(0) == [.int(3_000_000)])
    #expect(FileManager.default.fileExists(atPath: folder))
    connection.close()
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func `The temporary folder is in the user's cache, else private`() {
    let root = temporaryPath("")
    let environment = ["XDG_CACHE_HOME": root + "cache"]
    let chosen = TemporaryFolder.make { environment[$0] }
    #expect(chosen?.hasPrefix(root + "cache/cxsh/spill-") == true)
    let mode =
      try? FileManager.default.attributesOfItem(atPath: root + "cache/cxsh")[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test func `A folder that others may write into is not used`() throws {
    let root = temporaryPath("")
    let environment = ["XDG_CACHE_HOME": root + "cache", "TMPDIR": root + "tmp"]
    for folder in ["cache/cxsh", "tmp/cxsh-\(getuid())"] {
      try FileManager.default.createDirectory(atPath: root + folder, withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: root + folder)
    }
    #expect(TemporaryFolder.make { environment[$0] } == nil)
  }
}
