import Foundation
import Testing

/// What converting a file of another encoding leaves behind and costs, as the system sees it.
@Suite(.enabled(if: Engine.isThere, "there is no engine here")) struct ConversionTests {
  private func latin(megabytes: Int, _ name: String, in sandbox: Sandbox) throws {
    let row = Array("T-1,2026-01-01 10:00:00,größe und schöner text\n".unicodeScalars.map { UInt8($0.value) })
    let block = Data((0..<1000).flatMap { _ in row })
    let path = sandbox.path + "/" + name
    _ = FileManager.default.createFile(atPath: path, contents: Data("id,created_at,text\n".utf8))
    let file = try #require(FileHandle(forWritingAtPath: path))
    defer { try? file.close() }
    try file.seekToEnd()
    for _ in 0..<(megabytes << 20) / block.count { try file.write(contentsOf: block) }
  }

  @Test func `The copy is gone when the load is done`() throws {
    let sandbox = try Sandbox()
    try latin(megabytes: 1, "a_tickets.csv", in: sandbox)
    let run = try sandbox.cxsh(["--no-init", "-c", "load \"a_tickets.csv\""])
    #expect(run.status == 0)
    #expect(run.error.contains("encoding: iso-8859-1, converted"))
    #expect(sandbox.names(in: "home/.cache/cxsh").filter { $0.hasPrefix("spool") }.isEmpty)
  }

  #if os(Linux)
    /// The most memory that the program held while it looked at a file, in kilobytes, as often read as the shell can.
    private func peak(_ name: String, in sandbox: Sandbox) throws -> Int {
      let run = try sandbox.shell(
        """
        "\(try programPath())" --no-init -c 'describe "\(name)"' >/dev/null 2>&1 & pid=$!
        while read -r key value rest 2>/dev/null; do [ "$key" = VmHWM: ] && most=$value; done </proc/$pid/status
        while [ -r /proc/$pid/status ] && kill -0 $pid 2>/dev/null; do
          while read -r key value rest; do [ "$key" = VmHWM: ] && most=$value; done </proc/$pid/status
        done 2>/dev/null
        wait $pid && echo $most
        """)
      return try #require(Int(run.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    @Test func `Memory does not grow with the file that is converted`() throws {
      let sandbox = try Sandbox()
      try latin(megabytes: 4, "small_tickets.csv", in: sandbox)
      try latin(megabytes: 64, "large_tickets.csv", in: sandbox)
      let small = try peak("small_tickets.csv", in: sandbox)
      let large = try peak("large_tickets.csv", in: sandbox)
      #expect(large < small + (24 << 10), "\(small) kB for 4 MB, \(large) kB for 64 MB")
    }
  #endif
}
