import Foundation
import Testing

@testable import Sessions

/// What writing a file does to what stands at its path.
@Suite struct DiskTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/cxsh-disk-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  @Test func `a link keeps standing and its target is written`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "old".write(toFile: folder + "/real.csv", atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: folder + "/link.csv", withDestinationPath: "real.csv")
    try Disk.writeAtomically("new", to: folder + "/link.csv")
    #expect(try String(contentsOfFile: folder + "/real.csv", encoding: .utf8) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link.csv") == "real.csv")
  }

  @Test func `a link whose target is still to be made keeps standing too`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/sub", withIntermediateDirectories: true)
    for (link, target) in [("a", "sub/b"), ("sub/b", "c")] {
      try FileManager.default.createSymbolicLink(atPath: folder + "/" + link, withDestinationPath: target)
    }
    try Disk.writeAtomically("new", to: folder + "/a")
    #expect(try String(contentsOfFile: folder + "/sub/c", encoding: .utf8) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/a") == "sub/b")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/sub/b") == "c")
    try FileManager.default.createSymbolicLink(atPath: folder + "/round", withDestinationPath: "round")
    #expect(throws: DiskError.self) { try Disk.writeAtomically("new", to: folder + "/round") }
    try FileManager.default.createSymbolicLink(atPath: folder + "/far", withDestinationPath: "none/far")
    #expect(throws: DiskError.self) { try Disk.writeAtomically("new", to: folder + "/far") }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/far") == "none/far")
  }

  @Test func `a pipe is written into and not replaced`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    // Both ends, so that opening does not wait for a reader.
    let reader = open(path, O_RDWR)
    try Disk.writeAtomically("abc", to: path)
    var bytes = [UInt8](repeating: 0, count: 3)
    #expect(read(reader, &bytes, 3) == 3 && bytes == Array("abc".utf8))
    close(reader)
    var information = stat()
    #expect(lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFIFO)
  }
}
