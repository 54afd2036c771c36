import DataModel
import Diagnostics
import Engine
import Ingestion
import Semantics
import Testing
import Vocabulary

/// Every row of a damaged file is kept, rejected or told to be left out, and none brings the program down.
@Suite struct MalformedTests {
  /// Numbers that are the same in every run (Knuth's MMIX).
  private struct Dice {
    var state: UInt64

    mutating func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
  }

  private static func wide(_ text: String, bigEndian: Bool) -> [UInt8] {
    let units = text.utf16.flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    return (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) + units
  }

  private static let table: String = {
    var text = "created_at,customer,text\n"
    for number in 1...30 {
      text +=
        "2026-07-\(number < 10 ? "0" : "")\(number) 09:00:00,C-\(number),\"grün, \"\"\(number)\"\"\nund rot\"\n"
    }
    return text
  }()

  static let originals: [(name: String, bytes: [UInt8])] = [
    ("utf-8", Array(table.utf8)), ("utf-16le", wide(table, bigEndian: false)),
    ("utf-16be", wide(table, bigEndian: true)),
    ("latin-1", table.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }),
    ("qualtrics", Array(ShapeTests.qualtrics.utf8)),
    ("report", Array(("Report:\nBrand: x\n" + table + "\n\"Case Report\"\n\"Northbank\"\n").utf8)),
    ("returns", Array(table.replacing("\n", with: "\r").utf8)),
  ]

  @Test(arguments: originals.indices)
  func `No damage loses a row without a word`(index: Int) throws {
    let (name, original) = Self.originals[index]
    let bench = try Bench()
    var dice = Dice(state: UInt64(index + 1))
    var loaded = 0
    for round in 0..<24 {
      var bytes = original
      switch round % 4 {
      case 0: bytes.removeLast(1 + dice.roll(bytes.count - 1))
      case 1: bytes.removeFirst(1 + dice.roll(bytes.count / 2))
      case 2: for _ in 0...dice.roll(8) { bytes[dice.roll(bytes.count)] ^= UInt8(1 << dice.roll(8)) }
      default:
        for _ in 0...dice.roll(4) { bytes[dice.roll(bytes.count)] = [34, 10, 13, 44, 0, 255][dice.roll(6)] }
      }
      try bench.write("f.csv", bytes: bytes)
      do {
        let outcome = try bench.load("f.csv", .surveys)
        loaded += 1
        let source = outcome.source
        let what = "\(name), round \(round)"
        #expect(source.rowsRead == source.rowsKept + source.rowsRejected, "\(what)")
        #expect(try bench.number("select count(*) from t") == source.rowsRead, "\(what)")
        #expect(
          try bench.number("select count(*) from t where _reject is not null") == source.rowsRejected,
          "\(what)")
        // Each rejected row has its place and its reason.
        #expect(
          try bench.number("select count(*) from t where _reject is not null and _place is null") == 0,
          "\(what)")
        try bench.connection.execute("drop table t")
      } catch let error as Mistakes {
        #expect(!error.list.isEmpty)
        #expect(try bench.tables() == [])
      }
    }
    #expect(loaded > 4, "\(name)")
  }

  /// Without quotes every line that is not blank is a record, whatever its bytes are.
  @Test func `Of records on a line each, all are accounted for`() throws {
    let bench = try Bench()
    var dice = Dice(state: 99)
    var text = "created_at,customer,text\n"
    for number in 1...60 {
      text += "2026-07-01 09:00:\(number % 50 + 10),C-\(number),some words of text \(number)\n"
    }
    let start = Array("created_at,customer,text\n".utf8).count
    for round in 0..<20 {
      var bytes = Array(text.utf8)
      for _ in 0...dice.roll(12) {
        let at = start + dice.roll(bytes.count - start)
        let byte = [UInt8(44), 0xE9, 0xFF, 0xC3, 88][dice.roll(5)]
        if bytes[at] != 10 { bytes[at] = byte }
      }
      let lines = bytes.split(separator: 10).count - 1
      try bench.write("f.csv", bytes: bytes)
      let outcome = try bench.load("f.csv")
      #expect(outcome.source.rowsRead + outcome.emptyRows + outcome.linesLeftOut == lines, "round \(round)")
    }
  }
}
