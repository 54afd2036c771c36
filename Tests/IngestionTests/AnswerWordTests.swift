import DataModel
import Diagnostics
import Semantics
import Testing
import Vocabulary

@testable import Ingestion

/// Columns of answers in words, of which only some are known.
@Suite struct AnswerWordTests {
  private func file(_ words: [String], header: String = "satisfaction") -> String {
    "id,time,\(header)\n"
      + words.enumerated().map { "\($0.offset),2026-01-01,\($0.element)" }.joined(separator: "\n") + "\n"
  }

  @Test
  func `A side of the scale that is not understood leaves the role empty, and the report shows the recode`()
    throws
  {
    let bench = try Bench()
    try bench.write(
      "s.csv",
      file(["satisfied", "satisfied", "satisfied", "neutral or dissatisfied", "neutral or dissatisfied"]))
    let outcome = try bench.load("s.csv", .surveys)
    #expect(outcome.source.roles == ["id = id", "time = time"])
    let line =
      "satisfaction is called like csat_score, but not all its words are known as answers (neutral or dissatisfied), "
      + "and those of the others would mislead: it stays an ordinary field; to fill csat_score, write: recode "
      + "csat_score from satisfaction (\"satisfied\" = 4, \"neutral or dissatisfied\" = 2, else = missing) in s"
    #expect(outcome.report.contains(line), "\(outcome.report)")
    #expect(try bench.rows("select count(*) from t where satisfaction = 'satisfied'") == [["3"]])
  }

  @Test func `One known word among rare others says the same of everybody`() throws {
    let bench = try Bench()
    try bench.write("s.csv", file([String](repeating: "good", count: 99) + ["terrible service"]))
    let outcome = try bench.load("s.csv", .surveys)
    #expect(!outcome.source.roles.contains("csat_score = satisfaction"))
    #expect(
      outcome.report.contains { $0.contains("(\"good\" = 5, \"terrible service\" = 2, else = missing)") })
  }

  @Test func `The whole file decides, not its beginning`() throws {
    let bench = try Bench()
    let start = (0..<60_000).map { $0 % 3 == 0 ? "dissatisfied" : "satisfied" }
    try bench.write("s.csv", file(start + [String](repeating: "so lala", count: 9000)))
    let outcome = try bench.load("s.csv", .surveys)
    #expect(!outcome.source.roles.contains("csat_score = satisfaction"))
    #expect(outcome.report.contains { $0.contains("\"so lala\" = missing") }, "\(outcome.report)")
  }

  @Test func `A slip among many answers and words for no answer are missing, as before`() throws {
    let bench = try Bench()
    let words =
      (0..<98).map { $0 % 2 == 0 ? "satisfied" : "Dissatisfied" } + ["sattisfied", "Not applicable"]
    try bench.write("s.csv", file(words))
    let outcome = try bench.load("s.csv", .surveys)
    #expect(outcome.source.roles.contains("csat_score = satisfaction"))
    #expect(outcome.source.field("csat_score")?.unreadable == 1)
    #expect(try bench.rows("select avg(csat_score) from t") == [["3.0"]])
  }

  @Test func `A column that was named is refused with the statement to write`() throws {
    let bench = try Bench()
    try bench.write("s.csv", file(["positive", "positive", "rather bad"], header: "tone"))
    let mistake = try #require(bench.mistakes("s.csv", .surveys, with: [with(.sentiment, "tone")]).first)
    #expect(mistake.code == "half-understood-answers")
    #expect(mistake.message.contains("\"rather bad\", unlike \"positive\""))
    #expect(
      mistake.hint?.hasSuffix(
        "recode sentiment from tone (\"positive\" = 1, \"rather bad\" = -0.5, else = missing) in s")
        == true, "\(mistake.hint ?? "")")
  }

  @Test func `A scale of which only the ends are named is read whole`() throws {
    let bench = try Bench()
    try bench.write(
      "s.csv",
      file(["10 - Extremely likely", "9", "8", "0 - Not at all likely", "7", "6"], header: "nps_score"))
    let outcome = try bench.load("s.csv", .surveys)
    #expect(outcome.source.roles.contains("nps_score = nps_score"))
    #expect(
      try bench.rows("select cast(nps_score as integer) as n from t order by n")
        == [["0"], ["6"], ["7"], ["8"], ["9"], ["10"]])
  }
}
