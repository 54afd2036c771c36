import DataModel
import Diagnostics
import Foundation
import Semantics
import Testing
import Vocabulary

@testable import Ingestion

/// The encoder is Foundation's, the decoder ours.
@Suite struct EncodingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var encoding: String.Encoding
    var mark: [UInt8] = []
    /// What the report says; nil where nothing is converted.
    var reported: String?
    var words: [String]
    /// The engine reads the file as it stands.
    var isPlain = false
    var testDescription: String { name }
  }

  static let western = ["größer – schöner", "l'été à Orléans", "señal «20 €»"]
  static let latin = ["größer und schöner", "l'été à Orléans", "señal «20 £»"]
  static let japanese = ["配達が遅い", "商品は良いですが、包装が悪い", "ありがとうございました"]

  static let cases: [Case] = [
    Case(name: "utf-8", encoding: .utf8, words: western + japanese, isPlain: true),
    Case(name: "utf-8 with mark", encoding: .utf8, mark: [0xEF, 0xBB, 0xBF], words: japanese, isPlain: true),
    Case(name: "utf-16le", encoding: .utf16LittleEndian, reported: "utf-16le", words: western),
    Case(name: "utf-16be", encoding: .utf16BigEndian, reported: "utf-16be", words: western),
    Case(name: "utf-16le of Japanese", encoding: .utf16LittleEndian, reported: "utf-16le", words: japanese),
    Case(name: "utf-16be of Japanese", encoding: .utf16BigEndian, reported: "utf-16be", words: japanese),
    Case(
      name: "utf-16le with mark", encoding: .utf16LittleEndian, mark: [0xFF, 0xFE], reported: "utf-16le",
      words: western + japanese + ["\u{1F600} 😡"]),
    Case(
      name: "utf-16be with mark", encoding: .utf16BigEndian, mark: [0xFE, 0xFF], reported: "utf-16be",
      words: western + japanese + ["\u{1F600} 😡"]),
    Case(
      name: "utf-32le", encoding: .utf32LittleEndian, mark: [0xFF, 0xFE, 0, 0], reported: "utf-32",
      words: japanese),
    Case(name: "utf-32be", encoding: .utf32BigEndian, reported: "utf-32be", words: western),
    Case(name: "windows-1252", encoding: .windowsCP1252, reported: "windows-1252", words: western),
    Case(name: "latin-1", encoding: .isoLatin1, reported: "iso-8859-1", words: latin),
    Case(name: "shift-jis", encoding: .shiftJIS, reported: "shift-jis", words: japanese),
  ]

  private static func bytes(_ text: String, _ one: Case) throws -> [UInt8] {
    one.mark + Array(try #require(text.data(using: one.encoding)))
  }

  @Test(arguments: cases, ["\n", "\r\n", "\r"])
  func `Every encoding loads with every line end`(one: Case, end: String) throws {
    var lines = ["created_at,customer,text"]
    for (number, word) in one.words.enumerated() {
      lines.append("2026-07-0\(number + 1) 09:00:00,C-\(number),\(word)")
    }
    lines.append("2026-07-09 10:00:00,C-9,\"\(one.words[0]),\(end)\"\"\(one.words[1])\"\"\"")
    lines.append("never,C-10,\(one.words[0])")
    let bench = try Bench()
    try bench.write("f.csv", bytes: Self.bytes(lines.joined(separator: end) + end, one))
    let outcome = try bench.load("f.csv")
    #expect(outcome.counts == Counts(read: one.words.count + 2, rejected: 1))
    let within = one.isPlain ? end : "\n"
    let texts: [String] = one.words + ["\(one.words[0]),\(within)\"\(one.words[1])\""]
    let expected: [[String]] = texts.map { [$0] }
    let found = try bench.rows("select text from t where _reject is null order by time")
    #expect(found == expected)
    // The header, a line for each word, and a row of two lines stand above the row without a time.
    let place = "f.csv:\(one.words.count + 4)"
    #expect(try bench.rows("select _place from t where _reject is not null") == [[place]])
    let said: [String] = outcome.report.filter { $0.hasPrefix("encoding:") }
    let wanted: [String] = one.reported.map { ["encoding: \($0), converted"] } ?? []
    #expect(said == wanted)
  }

  @Test func `What was converted is gone after the load`() throws {
    let home = FileManager.default.temporaryDirectory.path + "/cxsh-copies-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: home) }
    let source = home + "/f.csv"
    try Data("a,b\r1,\u{E4}\r".data(using: .isoLatin1) ?? Data()).write(to: URL(fileURLWithPath: source))
    let spools = home + "/spools"
    try FileManager.default.createDirectory(atPath: spools, withIntermediateDirectories: true)
    var spool: Spool? = Spool(below: spools)
    let copy = try TextCopy.make(
      of: source, from: .latin1, mark: 0, skipping: 4, ending: "csv", in: try #require(spool),
      isCancelled: { false })
    #expect(try String(contentsOfFile: copy.path, encoding: .utf8) == "1,ä\n")
    #expect(copy.lineEnds == LineEnds(feeds: 0, pairs: 0, returns: 2))
    spool = nil
    #expect(try FileManager.default.contentsOfDirectory(atPath: spools).isEmpty)
  }

  @Test func `A file that is ASCII for megabytes and Latin-1 at its end is read right`() throws {
    let bench = try Bench()
    var text = "created_at,text\n"
    for number in 0..<60_000 { text += "2026-07-01 09:00:\(10 + number % 50),plain text number \(number)\n" }
    let late = "2026-07-02 09:00:00,Stra\u{DF}e nach K\u{F6}ln\nsoon,x\n"
    try bench.write("f.csv", bytes: Array(text.utf8) + Array(try #require(late.data(using: .isoLatin1))))
    let outcome = try bench.load("f.csv")
    #expect(outcome.counts == Counts(read: 60_002, rejected: 1))
    #expect(outcome.report.contains("encoding: iso-8859-1, converted"))
    #expect(try bench.rows("select text from t where time = '2026-07-02 09:00:00'") == [["Straße nach Köln"]])
    #expect(try bench.rows("select _place from t where _reject is not null") == [["f.csv:60003"]])
  }

  @Test func `Line ends that change late are read right`() throws {
    let bench = try Bench()
    func rows(_ end: String, day: Int) -> String {
      (0..<30_000).map { "2026-07-0\(day) 09:00:00,some text \($0)" + end }.joined()
    }
    let text =
      "created_at,text\n" + rows("\n", day: 1) + rows("\r\n", day: 2) + rows("\r", day: 3) + "soon,x\n"
    let outcome = try bench.write("f.csv", text).load("f.csv")
    #expect(outcome.counts == Counts(read: 90_001, rejected: 1))
    #expect(
      outcome.report.contains("lines end in several ways: 30,000 with CR LF, 30,002 with LF, 30,000 with CR"))
    #expect(try bench.rows("select _place from t where _reject is not null") == [["f.csv:90002"]])
    #expect(try bench.number("select count(*) from t where text like '%' || chr(13) || '%'") == 0)
  }

  @Test func `Bytes that are no character are replaced, counted and told with their lines`() throws {
    // 0x81 and 0x9D are no characters of windows-1252.
    let bench = try Bench()
    var bytes = Array("created_at,text\n2026-07-01,a".utf8) + [0x81, 0x9D]
    bytes += Array("b\n2026-07-02,it".utf8) + [0x92] + Array("s\n2026-07-03,".utf8) + [0x81, 10]
    try bench.write("f.csv", bytes: bytes)
    let outcome = try bench.load("f.csv", options: layout(encoding: .windows1252))
    #expect(outcome.counts == Counts(read: 3, rejected: 0))
    #expect(
      try bench.rows("select text from t order by time") == [["a\u{FFFD}\u{FFFD}b"], ["it’s"], ["\u{FFFD}"]])
    #expect(
      outcome.report.contains {
        $0.hasPrefix(
          "3 sequences of bytes are no characters of windows-1252 and became \u{FFFD} (lines 2, 4)")
      })
  }

  @Test func `The encoding that the user names is taken`() throws {
    // Greek in ISO 8859-7; as Latin-1 it would be Ç ðáñÜäïóç.
    let bench = try Bench()
    let bytes: [UInt8] = [0xC7, 0x20, 0xF0, 0xE1, 0xF1, 0xDC, 0xE4, 0xEF, 0xF3, 0xE7]
    try bench.write("f.csv", bytes: Array("created_at,text\n2026-07-01,".utf8) + bytes + [10])
    _ = try bench.load("f.csv", table: "a", options: layout(encoding: .greek))
    #expect(try bench.rows("select text from a") == [["Η παράδοση"]])
    _ = try bench.load("f.csv", table: "b", options: layout(encoding: .latin1))
    #expect(try bench.rows("select text from b") == [["Ç ðáñÜäïóç"]])
  }

  @Test func `JSON in another encoding loads`() throws {
    let bench = try Bench()
    let text =
      "[{\"created_at\": \"2026-07-01\", \"text\": \"größer – 配達\"},\r\n {\"created_at\": \"x\"},\n"
      + " {\"created_at\": \"2026-07-02\", \"text\": \"y\"}]"
    try bench.write(
      "f.json", bytes: [0xFF, 0xFE] + Array(try #require(text.data(using: .utf16LittleEndian))))
    let outcome = try bench.load("f.json")
    #expect(outcome.counts == Counts(read: 3, rejected: 1))
    #expect(outcome.report.contains("encoding: utf-16le, converted"))
    #expect(try bench.rows("select text from t where _reject is null") == [["größer – 配達"], ["y"]])
    #expect(try bench.rows("select _place from t where _reject is not null") == [["f.json:2"]])
  }

  @Test(arguments: ["f.json", "f.jsonl"])
  func `JSON that is Latin-1 only at its end loads`(name: String) throws {
    let isLines = name.hasSuffix("l")
    var text = isLines ? "" : "["
    for number in 0..<6000 {
      text +=
        "{\"created_at\": \"2026-07-01\", \"text\": \"plain words, number \(number)\"}"
        + (isLines ? "\n" : ",\n")
    }
    text += "{\"created_at\": \"2026-07-02\", \"text\": \"grün und blau\"}" + (isLines ? "\n" : "]\n")
    let bench = try Bench()
    try bench.write(name, bytes: Array(try #require(text.data(using: .isoLatin1))))
    let outcome = try bench.load(name)
    #expect(outcome.counts == Counts(read: 6001, rejected: 0))
    #expect(try bench.rows("select text from t where time = '2026-07-02'") == [["grün und blau"]])
  }

  @Test func `Pieces of any size give the same text and the same repairs`() throws {
    let samples: [(TextEncoding, [UInt8])] = [
      (.utf8, Array("aé\r\n配達😀\r".utf8) + [0xE9, 10, 0xF0, 0x9F, 0x98] + Array("x".utf8) + [0xC3]),
      (.utf16LittleEndian, Array("aé\r\n配達😀\r\n".data(using: .utf16LittleEndian) ?? Data()) + [0, 0xDC, 65]),
      (.shiftJIS, Array("配達が\r\n遅い".data(using: .shiftJIS) ?? Data()) + [0x81, 10, 0xFF, 65]),
      (.windows1258, Array("Vi".utf8) + [0xEA, 0xF2, 0x74, 13, 10, 0x61, 0xEC]),
    ]
    for (encoding, bytes) in samples {
      let whole = try transcribed(bytes, encoding, piece: bytes.count)
      for size in 1...7 {
        let cut = try transcribed(bytes, encoding, piece: size)
        #expect(cut == whole, "\(encoding.rawValue) in pieces of \(size)")
      }
    }
    let utf8 = try transcribed(samples[0].1, .utf8, piece: 3)
    #expect(utf8.text == "aé\n配達😀\n\u{FFFD}\n\u{FFFD}\u{FFFD}\u{FFFD}x\u{FFFD}")
    #expect(utf8.repairs == Transcriber.Repairs(count: 5, lines: [3, 4]))
  }

  private struct Transcript: Equatable {
    var text: String
    var repairs: Transcriber.Repairs
    var lines: Int
  }

  private func transcribed(_ bytes: [UInt8], _ encoding: TextEncoding, piece: Int) throws -> Transcript {
    var transcriber = try Transcriber(from: encoding)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let part = Array(bytes[start..<min(start + piece, bytes.count)])
      try transcriber.take(part.span) { out.append($0) }
    }
    try transcriber.finish { out.append($0) }
    return Transcript(
      text: String(decoding: out, as: UTF8.self), repairs: transcriber.repairs, lines: transcriber.lineCount)
  }

  /// Compressed by Python's `gzip`.
  @Test func `A gzip file in another encoding loads, and one that was cut off does not`() throws {
    let packed = try #require(
      Data(
        base64Encoded:
          "H4sIAAAAAAACA0suSk0sSU2JTyzRKUmtKOEyMjAy0zUw1zUw1AkuKUq8n8pVnJ+fp+P9LScPIWekU8EFACfHi085AAAA"))
    let bench = try Bench()
    try bench.write("f.csv.gz", bytes: Array(packed))
    let outcome = try bench.load("f.csv.gz")
    #expect(outcome.report.contains("encoding: iso-8859-1, converted"))
    #expect(try bench.rows("select text from t where _reject is null") == [["Straße"], ["x"]])
    #expect(
      try bench.rows("select _place, _raw from t where _reject is not null") == [["f.csv.gz:3", "soon,Köln"]])
    try bench.write("cut.csv.gz", bytes: Array(packed.prefix(packed.count / 2)))
    #expect(bench.mistakes("cut.csv.gz").count == 1)
  }
}
