import Foundation
import Testing

@testable import Ingestion

@Suite struct SpoolTests {
  private let parent = FileManager.default.temporaryDirectory.path + "/cxsh-spool-\(UUID().uuidString)"

  init() throws { try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true) }

  private func mode(_ path: String) throws -> Int {
    let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    return (value as? NSNumber)?.intValue ?? 0
  }

  @Test func `Folder and files are the user's alone and go with the spool`() throws {
    defer { try? FileManager.default.removeItem(atPath: parent) }
    var spool: Spool? = Spool(below: parent)
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent).isEmpty)
    let first = try #require(try spool?.makeFile(ending: "csv"))
    let second = try #require(try spool?.makeFile(ending: "csv"))
    #expect(first != second && first.hasSuffix(".csv"))
    let folder = try #require(FileManager.default.contentsOfDirectory(atPath: parent).first)
    #expect(try mode(parent + "/" + folder) == 0o700)
    #expect(try mode(first) == 0o600)
    spool = nil
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent).isEmpty)
  }

  @Test func `What is written in pieces of any size arrives whole`() throws {
    defer { try? FileManager.default.removeItem(atPath: parent) }
    let spool = Spool(below: parent)
    let large = [UInt8](repeating: 120, count: 3 << 20)
    let path = try spool.write(ending: "txt") { writer throws(FileTrouble) in
      try writer.append(Array("ab".utf8))
      try writer.append(large)
      try writer.append(Array("yz".utf8))
    }
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(Array(data) == Array("ab".utf8) + large + Array("yz".utf8))
  }

  @Test func `A file that cannot be filled does not stay`() throws {
    defer { try? FileManager.default.removeItem(atPath: parent) }
    let spool = Spool(below: parent)
    #expect(throws: FileTrouble.self) {
      _ = try spool.write(ending: "txt") { writer throws(FileTrouble) in throw FileTrouble("enough") }
    }
    let folder = try #require(FileManager.default.contentsOfDirectory(atPath: parent).first)
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent + "/" + folder).isEmpty)
  }

  @Test func `What a killed program left behind goes with the next spool`() throws {
    // Another program's folder: this one's parent, whose spool has not been made yet in it.
    defer { try? FileManager.default.removeItem(atPath: parent) }
    let gone = parent + "/spool-4194305-1"
    let alive = parent + "/spool-1-1"
    for folder in [gone, alive] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try Data("x".utf8).write(to: URL(fileURLWithPath: gone + "/1.csv"))
    SpoolRegistry.removeLeftovers(in: parent)
    #expect(!FileManager.default.fileExists(atPath: gone))
    #expect(FileManager.default.fileExists(atPath: alive))
  }
}
