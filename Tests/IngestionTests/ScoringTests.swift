import DataModel
import Diagnostics
import Engine
import Ingestion
import Testing
import Vocabulary

/// Scores on their way from the texts of a table into its sentiment.
struct ScoringTests {
  /// A table of texts that are numbers, and a method that takes a text at its word.
  private func bench(rows: Int) throws -> (Bench, SourceInfo) {
    let bench = try Bench()
    var text = "id,time,text\n"
    for row in 0..<rows {
      text += "\(row),2026-01-01,\(row.isMultiple(of: 7) ? "" : String(row % 20_001 - 10_000))\n"
    }
    try bench.write("m.csv", text)
    return (bench, try bench.load("m.csv", .mentions).source)
  }

  private func literal(_ text: ArraySlice<UInt8>) -> TextScore? {
    Int(String(decoding: text, as: UTF8.self)).map { TextScore(tenThousandths: $0, isKnown: $0 != 0) }
  }

  /// More rows than go into one statement, and than the engine hands over at once.
  @Test func `Every score reaches its row`() throws {
    let (bench, source) = try bench(rows: 230_000)
    let (scored, counts) = try bench.loader.scoreTexts(of: source, by: "TEST 1", literal)
    let expected = "case when rowid % 7 = 0 then null else (rowid % 20001 - 10000) * 0.0001 end"
    #expect(try bench.number("select count(*) from t where sentiment is distinct from \(expected)") == 0)
    #expect(try bench.rows("select any_value(typeof(sentiment)) from t") == [["DECIMAL(9,6)"]])
    // 32,858 rows below 230,000 are multiples of 7. Of the 11 rows with 0, 10,000 + 20,001 k for k = 0…10, one is a multiple
    // of 7: 4 + 2 k is for k = 5.
    #expect(counts.rows == 230_000 && counts.scored == 197_142)
    #expect(counts.unknown == 10)
    #expect(scored.field("sentiment")?.missing == 32_858)
    #expect(
      scored.field("sentiment")?.scoring == Scoring(method: "TEST 1", origin: "text", given: nil, unknown: 10)
    )
    #expect(try bench.tables() == ["t"])
  }

  @Test func `Rows that were rejected or excluded are not scored`() throws {
    let bench = try Bench()
    try bench.write("m.csv", "id,time,text\na,2026-01-01,100\nb,soon,200\nc,2026-01-01,300\nd,2026-01-01,\n")
    let loaded = try bench.load("m.csv", .mentions).source
    let source = try bench.loader.exclude(whereSQL: "id = 'c'", reason: "x", from: loaded).source
    let (_, counts) = try bench.loader.scoreTexts(of: source, by: "TEST 1", literal)
    #expect(counts.rows == 2 && counts.scored == 1 && counts.mean == 0.01)
    #expect(
      try bench.rows("select id, sentiment from t order by id") == [
        ["a", "0.010000"], ["b", "-"], ["c", "-"], ["d", "-"],
      ])
  }

  @Test func `An interruption in the middle leaves the table as it was`() throws {
    let (bench, source) = try bench(rows: 20_000)
    let before = try bench.rows("describe t")
    let cancel = CancelToken()
    var seen = 0
    let error = #expect(throws: Mistakes.self) {
      try bench.loader.scoreTexts(of: source, by: "TEST 1", cancel: cancel) { text in
        seen += 1
        if seen == 5000 { cancel.cancel() }
        return literal(text)
      }
    }
    #expect(error?.list.first?.code == "cancelled")
    #expect(seen < 20_000 * 6 / 7, "it stops soon")
    #expect(try bench.rows("describe t") == before)
    #expect(try bench.tables() == ["t"])
  }
}
