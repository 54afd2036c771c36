import Diagnostics
import Testing

@testable import Syntax

/// Section H of the corpus: how statements, and parts of them, are read.
@Suite struct ReadingTests {
  /// The readings that are no dump: each has its own test below.
  static let special: Set<String> = [
    "where time >= 2026", "where channel = in-store", "where topic = q3-2026", "where version = \"2.1\"",
    "$quarter", "where x = $", "derive x = if a then b else c + 1", "compare a vs b vs 2026-Q2",
  ]

  @Test(arguments: corpus(.reads).filter { !special.contains($0.text) })
  func `reads as the corpus says`(_ entry: CorpusEntry) throws {
    let dump = try reading(of: entry.text)
    #expect(dump.contains(translated(entry.place)), "\(dump)")
    let word = entry.place.prefix { $0 != " " && $0 != "," }
    if ["show", "exclude", "compound"].contains(word) { #expect(dump.hasPrefix(translated(entry.place))) }
  }

  @Test func `every special reading is in the corpus`() {
    let texts = Set(corpus(.reads).map(\.text))
    #expect(Self.special.subtracting(texts) == [])
    #expect(corpus(.reads).count == 32)
  }

  /// A single measure or number may stand in brackets in the corpus; the dump brackets operations only.
  private func translated(_ reading: String) -> String {
    switch reading {
    case "show (share of tickets per stage), (csat)": "show (share of tickets per stage), csat"
    case "show (share of tickets per (stage, channel)), (csat)":
      "show (share of tickets per (stage, channel)), csat"
    case "(number 2026) - (number 7)": "(2026 - 7)"
    case "(point 2026-07-01) - (duration 7 days)": "((point 2026-07-01) - (duration 7 days))"
    default: reading
    }
  }

  /// The dump of a statement, or of the statement that a part is put into.
  private func reading(of text: String) throws -> String {
    let statement =
      switch text.prefix(while: { $0 != " " }) {
      case "where", "during": "show tickets " + text
      case "add": "show tickets | " + text
      case "with": "load \"a.csv\" " + text
      default: text
      }
    let script = parse(SourceText(statement))
    #expect(script.mistakes == [])
    return try #require(script.statements.first).dump
  }

  // MARK: Special readings

  private func value(in text: String) throws -> Literal.Form {
    let script = parse(SourceText("show tickets " + text))
    guard case .query(let query) = try #require(script.statements.first).kind,
      case .show(_, let tail) = query.head, case .test(let test) = tail.filter,
      case .compare(_, _, let value) = test.form
    else {
      Issue.record("no comparison in \(text)")
      return .word("")
    }
    return value.form
  }

  @Test func `a bare year is a number whose meaning the other side decides`() throws {
    guard case .number(let number) = try value(in: "where time >= 2026") else {
      Issue.record("not a number")
      return
    }
    #expect(number.text == "2026")
    #expect(Point.year(of: number.text) == .year(2026))
  }

  @Test(arguments: [("where channel = in-store", "in-store"), ("where topic = q3-2026", "q3-2026")])
  func `a word has its hyphens`(_ text: String, _ word: String) throws {
    guard case .word(word) = try value(in: text) else {
      Issue.record("not the word \(word)")
      return
    }
  }

  @Test func `a quoted number is a text`() throws {
    guard case .text("2.1") = try value(in: "where version = \"2.1\"") else {
      Issue.record("not the text 2.1")
      return
    }
  }

  @Test func `a parameter is not a result`() {
    let mistakes = parse(SourceText("$quarter")).mistakes
    #expect(mistakes.map(\.code) == ["parameter-as-result"])
  }

  @Test func `a dollar alone is not a value`() {
    let mistakes = parse(SourceText("show tickets where x = $")).mistakes
    #expect(mistakes.map(\.code) == ["missing-parameter-name"])
    #expect(mistakes.first?.hint == "$ alone is the last result, not a value")
  }

  @Test func `else reaches to the end, and its words are fields`() throws {
    let script = parse(SourceText("derive x = if a then b else c + 1"))
    guard case .derive(let derive) = try #require(script.statements.first).kind,
      case .expression(
        .choice(.test(let condition), .field(let then), .binary(.plus, .field(let sum), _), _)) =
        derive.form,
      case .name(let flag) = condition.form
    else {
      Issue.record("read otherwise: \(script.statements.map(\.dump))")
      return
    }
    #expect([flag.text, then.text, sum.text] == ["a", "b", "c"])
    #expect(try reading(of: "derive x = if a then b else c + 1") == "derive x = if a then b else (c + 1)")
  }

  @Test func `the second vs of compare is the clause`() throws {
    #expect(try reading(of: "compare a vs b vs 2026-Q2") == "compare [a] vs [b], clause vs 2026-Q2")
  }
}
