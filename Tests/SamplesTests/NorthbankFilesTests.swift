import Testing

@testable import Samples

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("The files of Northbank")
struct NorthbankFilesTests {
  @Test func theSameSeedGivesTheSameBytesEverywhere() throws {
    let first = try WrittenSample(rows: 1000, seed: 42)
    let second = try WrittenSample(rows: 1000, seed: 42)
    let firstDigest = try digest(WrittenSample.allFiles.map(first.bytes))
    #expect(try digest(WrittenSample.allFiles.map(second.bytes)) == firstDigest)
    // A new digest is right only where the data was meant to change: samples/northbank changes with it.
    #expect(firstDigest == "f296dd8e75c7fb43")
  }

  @Test func anotherSeedGivesAnotherBank() throws {
    let first = try WrittenSample(rows: 1000, seed: 1)
    let second = try WrittenSample(rows: 1000, seed: 2)
    #expect(first.summary.planted != second.summary.planted)
    #expect(try first.bytes("tickets.csv") != second.bytes("tickets.csv"))
  }

  /// The committed sample is what its README says it is.
  @Test func theCommittedSampleIsWhatItsCommandGives() throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    let committed = root.joined(separator: "/") + "/samples/northbank/"
    let made = try WrittenSample(rows: 44_000, seed: 1000)
    for file in WrittenSample.allFiles {
      let expected = try Data(contentsOf: URL(filePath: committed + file))
      #expect(try made.bytes(file) == expected, "\(file) differs")
    }
  }

  @Test(arguments: [100, 101, 1003, 2999])
  func everyEventIsCounted(_ rows: Int) throws {
    let sample = try WrittenSample(rows: rows, seed: 5)
    let counts = try WrittenSample.eventFiles.map { try sample.rows($0).count }
    #expect(counts.reduce(0, +) == rows)
    #expect(sample.summary.events == rows)
    let said = sample.summary.files.filter { WrittenSample.eventFiles.contains($0.name) }.map(\.rows)
    #expect(said == counts)
  }

  @Test func theSummaryKnowsEveryFileAndItsSize() throws {
    let sample = try WrittenSample(rows: 500, seed: 5)
    #expect(sample.summary.files.map(\.name) == WrittenSample.allFiles)
    for file in sample.summary.files {
      #expect(try sample.bytes(file.name).count == file.bytes)
    }
    let onDisk = try FileManager.default.contentsOfDirectory(atPath: sample.folder)
    #expect(Set(onDisk) == Set(WrittenSample.allFiles))
  }

  @Test func everyRowHasTheColumnsOfItsHeader() throws {
    let sample = try WrittenSample(rows: 4000, seed: 8)
    for file in WrittenSample.allFiles where file.hasSuffix(".csv") {
      let rows = try sample.rows(file)
      #expect(!rows.isEmpty)
      #expect(rows.allSatisfy { $0.cells.count == $0.columns.count }, "\(file)")
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func everyKindLiesOnTheFirstAndTheLastDay(_ seed: UInt64) throws {
    let sample = try WrittenSample(rows: 100, seed: seed)
    var days: [String: Set<Substring>] = [:]
    for file in WrittenSample.eventFiles {
      for row in try sample.rows(file) {
        let kind = file == "mentions.csv" ? row["kind"] : file
        days[kind, default: []].insert(row.cells[1].prefix(10))
      }
    }
    #expect(days.count == 6)
    for (kind, seen) in days {
      #expect(seen.contains("2026-03-30") && seen.contains("2026-09-27"), "\(kind)")
    }
  }

  @Test func timesAreOrderedAndCarryOneOffset() throws {
    let sample = try WrittenSample(rows: 3000, seed: 6)
    for file in WrittenSample.eventFiles {
      let times = try sample.rows(file).map { $0.cells[1] }
      #expect(times == times.sorted(), "\(file)")
      #expect(times.allSatisfy { $0.count == 25 && $0.hasSuffix("+01:00") }, "\(file)")
    }
  }

  @Test func theKindsHaveTheirShares() throws {
    let sample = try WrittenSample(rows: 10_000, seed: 6)
    let counts = Dictionary(uniqueKeysWithValues: sample.summary.files.map { ($0.name, $0.rows) })
    #expect(counts["tickets.csv"] == 3500)
    #expect(counts["mentions.csv"] == 3000)
    #expect(counts["surveys.csv"] == 1000)
    #expect(counts["calls.csv"] == 1000)
    #expect(counts["interactions.csv"] == 1500)
    let reviews = try sample.rows("mentions.csv").filter { $0["kind"] == "review" }
    #expect(reviews.count == 800)
    #expect(reviews.allSatisfy { (1...5).contains(Int($0["stars"]) ?? 0) })
  }

  @Test func theScriptOnlyLoadsAndSaysWhatItIs() throws {
    let sample = try WrittenSample(rows: 200, seed: 6)
    let script = try #require(String(data: sample.bytes("load.cxs"), encoding: .utf8))
    #expect(script.hasPrefix("# Northbank"))
    #expect(script.contains("offset, +01:00"))
    let starts = script.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("  ") }
    #expect(starts.count == 7)
    #expect(starts.allSatisfy { $0.hasPrefix("load ") })
    #expect(!starts.contains { $0.contains("answers") })
  }

  @Test func valuesStayOnTheirScales() throws {
    let sample = try WrittenSample(rows: 5000, seed: 9)
    let surveys = try sample.rows("surveys.csv")
    for (column, scale) in [("nps", 0...10), ("csat", 1...5), ("ces", 1...7)] {
      let answers = surveys.map { $0[column] }.filter { !$0.isEmpty }
      #expect(answers.count > 200)
      #expect(answers.allSatisfy { Int($0).map(scale.contains) ?? false }, "\(column)")
    }
    let tones = try sample.rows("mentions.csv").map { Double($0["sentiment"]) ?? .nan }
    #expect(tones.allSatisfy { abs($0) <= 1 })
  }

  @Test func touchpointsAreListedOneOfThemWithoutEvents() throws {
    let sample = try WrittenSample(rows: 8000, seed: 9)
    let listed = try sample.rows("touchpoints.csv")
    let places = Dictionary(uniqueKeysWithValues: listed.map { ($0["touchpoint"], $0.place) })
    var met: Set<String> = []
    for file in WrittenSample.eventFiles {
      for row in try sample.rows(file) {
        met.insert(row["touchpoint"])
        #expect(places[row["touchpoint"]] == row.place)
      }
    }
    #expect(Set(places.keys).subtracting(met) == ["video banking"])
    #expect(Set(places.values).count == 48)
    #expect(listed.allSatisfy { (1...5).contains(Int($0["stakes"]) ?? 0) })
    #expect(listed.allSatisfy { ["1", "2", "3", "5", "8", ""].contains($0["effort"]) })
    #expect((1...10).contains(listed.count { $0["owner"].isEmpty }))
    #expect((1...10).contains(listed.count { $0["effort"].isEmpty }))
    #expect(Set(listed.map { $0["owned"] }) == ["owned", "earned"])
  }

  @Test func customersOfEventsAreListedAndStillThere() throws {
    let sample = try WrittenSample(rows: 6000, seed: 10)
    let customers = try sample.rows("customers.csv")
    let churned = Dictionary(uniqueKeysWithValues: customers.map { ($0["customer_id"], $0["churned"]) })
    #expect(churned.count == customers.count)
    for file in WrittenSample.eventFiles {
      for row in try sample.rows(file) where !row["customer_id"].isEmpty {
        let left = try #require(churned[row["customer_id"]])
        #expect(left.isEmpty || row.cells[1] < left)
      }
    }
  }
}

@Suite("Samples that cannot be written")
struct SampleErrorTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/northbank-\(UUID().uuidString)"

  @Test func tooFewRowsAreRefused() {
    #expect(throws: SampleError.tooFewRows(minimum: 100)) {
      try NorthbankSample(rows: 99, seed: 1).write(to: folder)
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func tooManyRowsAreRefused() {
    #expect(throws: SampleError.tooManyRows(maximum: 100_000_000)) {
      try NorthbankSample(rows: .max, seed: 1).write(to: folder)
    }
  }

  #if os(Linux)
    @Test func aFullDiskIsReported() {
      let noSpaceLeft: Int32 = 28
      #expect(throws: SampleError.cannotWrite(path: "/dev/full", errno: noSpaceLeft)) {
        var file = try CSVFile("full", header: "a,b", in: "/dev")
        _ = try file.finish()
      }
    }
  #endif

  @Test func filesThatAreNoSampleAreNotOverwritten() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let mine = folder + "/tickets.csv"
    try Data("mine".utf8).write(to: URL(filePath: mine))
    #expect(throws: SampleError.wouldOverwrite(path: mine)) {
      try NorthbankSample(rows: 100, seed: 1).write(to: folder)
    }
    #expect(try Data(contentsOf: URL(filePath: mine)) == Data("mine".utf8))
  }

  @Test func aSampleIsWrittenAnew() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let inner = folder + "/a/b"
    let first = try NorthbankSample(rows: 400, seed: 1).write(to: inner)
    try Data("mine".utf8).write(to: URL(filePath: inner + "/q3.cxs"))
    let second = try NorthbankSample(rows: 100, seed: 2).write(to: inner + "/")
    #expect(!first.isReplacing && second.isReplacing)
    let size = try Data(contentsOf: URL(filePath: inner + "/tickets.csv")).count
    #expect(size == second.files.first?.bytes)
    #expect(try names(in: inner) == (WrittenSample.allFiles + ["q3.cxs"]).sorted())
    #expect(try names(in: folder + "/a") == ["b"])
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func aFolderOfOtherFilesIsLeftAlone() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("mine".utf8).write(to: URL(filePath: folder + "/notes.txt"))
    #expect(throws: SampleError.holdsOtherFiles(path: folder)) {
      try NorthbankSample(rows: 100, seed: 1).write(to: folder)
    }
    #expect(try names(in: folder) == ["notes.txt"])
  }

  @Test func anEmptyFolderIsFilled() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data().write(to: URL(filePath: folder + "/.keep"))
    #expect(try !NorthbankSample(rows: 100, seed: 1).write(to: folder).isReplacing)
    #expect(try names(in: folder) == ([".keep"] + WrittenSample.allFiles).sorted())
  }

  /// Stopped half-way, it leaves no folder where there was none, and an earlier sample as it was.
  @Test func aSampleIsWrittenWholeOrNotAtAll() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func stopHalfWay(in place: String) {
      var days = 0
      #expect(throws: SampleError.cancelled) {
        try NorthbankSample(rows: 200, seed: 2).write(to: place) {
          days += 1
          return days == 90
        }
      }
    }
    stopHalfWay(in: folder + "/new")
    #expect(try names(in: folder).isEmpty)
    _ = try NorthbankSample(rows: 100, seed: 1).write(to: folder + "/old")
    let before = try Data(contentsOf: URL(filePath: folder + "/old/tickets.csv"))
    stopHalfWay(in: folder + "/old")
    #expect(try Data(contentsOf: URL(filePath: folder + "/old/tickets.csv")) == before)
    #expect(try names(in: folder + "/old") == WrittenSample.allFiles.sorted())
  }

  @Test func aFolderThatIsAFileIsReported() throws {
    try Data().write(to: URL(filePath: folder))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let error = #expect(throws: SampleError.self) {
      try NorthbankSample(rows: 100, seed: 1).write(to: folder)
    }
    guard case .cannotCreate(folder, _) = error else {
      Issue.record("unexpected \(String(describing: error))")
      return
    }
  }
}
