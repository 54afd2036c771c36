import Testing

@testable import Sessions

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder that is gone when the body has run.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.path + "/cxsh-test-\(UInt64.random(in: 0...UInt64.max))"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(Disk.resolved(folder) ?? folder)
}

@Suite struct `The journal` {
  @Test func `keeps statements of a shell that ended`() throws {
    try withTemporaryFolder { folder in
      var path: String?
      do {
        let journal = Journal(folder: folder + "/state/journal")
        journal.append("load \"/a.csv\"")
        journal.append("show tickets")
        path = journal.path
        #expect(Journal.ended(in: folder + "/state/journal").isEmpty, "its shell still runs")
      }
      #expect(Journal.ended(in: folder + "/state/journal") == [try #require(path)])
      let text = try String(decoding: Disk.read(try #require(path)), as: UTF8.self)
      #expect(text == "#@ cxsh 1\nload \"/a.csv\"\nshow tickets\n")
    }
  }

  @Test func `makes no file for a shell that did nothing`() throws {
    try withTemporaryFolder { folder in
      _ = Journal(folder: folder + "/journal")
      #expect(!Disk.exists(folder + "/journal"))
    }
  }

  @Test func `keeps the last ones and those of running shells`() throws {
    try withTemporaryFolder { folder in
      for number in 0..<(Journal.keptCount + 5) {
        let name = "0000000000000000\(1000 + number)-1.cxs"
        try Disk.writeAtomically("#@ cxsh 1\n", to: folder + "/" + name)
      }
      let journal = Journal(folder: folder)
      journal.append("sources")
      let names = Disk.names(in: folder)
      #expect(names.count == Journal.keptCount && names.first == "00000000000000001006-1.cxs")
      #expect(journal.path.map { names.last == Paths.name(of: $0) } == true)
    }
  }

  @Test func `fails once and without a sound`() throws {
    try withTemporaryFolder { folder in
      try Disk.writeAtomically("", to: folder + "/file")
      let journal = Journal(folder: folder + "/file/journal")
      journal.append("sources")
      journal.append("sources")
      #expect(journal.failure != nil && journal.path == nil)
    }
  }

  @Test(arguments: [
    (["XDG_STATE_HOME": "/state", "HOME": "/h"], "/state/cxsh/journal"),
    (["HOME": "/h"], "/h/.local/state/cxsh/journal"),
    (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/cxsh/journal"),
  ])
  func `lies where the environment says`(environment: [String: String], folder: String) {
    #expect(Journal.standardFolder(environment) == folder)
    #expect(Journal.standardFolder([:]) == nil)
  }
}

@Suite struct `Writing a file` {
  @Test func `replaces it as a whole and leaves nothing else behind`() throws {
    try withTemporaryFolder { folder in
      try Disk.writeAtomically("old", to: folder + "/a")
      try Disk.writeAtomically("new", to: folder + "/a")
      #expect(try Disk.read(folder + "/a") == Array("new".utf8))
      #expect(Disk.names(in: folder) == ["a"])
      #expect(throws: DiskError.self) { try Disk.writeAtomically("x", to: folder + "/none/a") }
      #expect(throws: DiskError.self) { try Disk.read(folder) }
    }
  }
}
