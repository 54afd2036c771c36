import DataModel
import Testing

/// `drivers`: figures worked out apart with numpy and scipy.
struct DriversTests {
  /// 20 answers of chat (1 to 5 four times), 18 of phone (3 to 5 six times), 6 of mail (2 each); the total is 144 ÷ 44.
  private static func surveys() throws -> Desk {
    let answers =
      (0..<20).map { ("chat", 1 + $0 % 5) } + (0..<18).map { ("phone", 3 + $0 % 3) }
      + (0..<6).map { _ in ("mail", 2) }
    let rows = answers.enumerated().map { index, answer in
      "\(index),2026-06-01T00:00:00Z,\(answer.0),\(index == 0 ? "" : "buy"),\(answer.1)"
    }
    let file = (["id,time,channel,stage,csat"] + rows).joined(separator: "\n") + "\n"
    return try Desk(
      ["s.csv": file, "tickets.csv": SmallBank.tickets],
      "load surveys \"s.csv\" with (csat_score = csat scale 1..5); load tickets \"tickets.csv\"")
  }

  @Test func withAndWithoutEachValue() throws {
    let desk = try Self.surveys()
    let table = try desk.table("drivers csat by channel")
    #expect(
      try table.lines(of: [
        "field", "value", "n", "share", "value_with", "value_without", "difference", "contribution", "note",
      ]) == [
        "channel|phone|18|0.409091|4|2.769231|1.230769|0.297521|few",
        "channel|mail|6|0.136364|2|3.473684|-1.473684|-0.173554|too few",
        "channel|chat|20|0.454545|3|3.5|-0.5|-0.123967|few",
      ])
    // Welch; q of two tests, because 6 answers are too few for one.
    #expect(
      try table.lines(of: ["difference_low", "difference_high", "p", "q"]) == [
        "0.567868|1.893671|0.000542|0.001085", "-1.897359|-1.050009|-|-",
        "-1.310407|0.310407|0.21886|0.21886",
      ])
    #expect(table.fact("total_n") == .integer(44))
    #expect(table.explanation[1] == "Up most: channel phone (+0.30).")
    #expect(table.next == ["compare channel = \"phone\" vs rest"])
  }

  @Test func usualFieldsAreThoseTheCasesKnow() throws {
    let desk = try Self.surveys()
    // Topics are known for tickets alone; one survey does not say its stage.
    let table = try desk.table("drivers csat")
    #expect(try Set(table.lines(of: ["field"])) == ["channel", "stage"])
    #expect(table.notes.contains("1 case does not say stage: among the others of its values."))
    #expect(
      try desk.rows("drivers csat where channel = phone", "field", "value", "n").first == "channel|phone|18")
  }

  @Test func measuresThatDoNotAddUpAreRefused() throws {
    let desk = try SmallBank.desk()
    for measure in ["tickets", "response_time", "contact_rate", "nps - csat", "revenue"] {
      #expect(desk.mistake("drivers \(measure)").hasPrefix("not-driven: "), "\(measure)")
    }
    #expect(desk.mistake("drivers csat by topic").contains("csat"))
    #expect(desk.mistake("drivers csat by week").hasPrefix("grain-as-place"))
    #expect(desk.mistake("drivers csta").contains("csat"))
  }
}
