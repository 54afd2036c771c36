import DataModel
import Findings
import Testing
import Vocabulary

struct FigureWordsTests {
  @Test(arguments: [
    (MeasureName.nps, [41, 20, 120] as [Int64], "100 × (41 − 20) ÷ 120", 120.0 as Double?),
    (.netSentiment, [5, 3, 10], "(5 − 3) ÷ 10", 10), (.csat, [4, 18, 84], "18 ÷ 4", 4),
    (.escalationRate, [3, 57], "3 ÷ 57", 57), (.tickets, [12], "12", nil),
    (.aht, [2, 600_000, 0], "600000 ÷ 2 × 0.001", 2),
    (.responseTime, [90_000], "90000 × 0.001", nil), (.contactRate, [8, 4], "8 ÷ 4", nil),
  ])
  func formulasHoldTheSums(name: MeasureName, sums: [Int64], formula: String, cases: Double?) {
    let words = FigureWords(Measure(name))
    #expect(words.formula(sums.map { .integer($0) }) == formula)
    #expect(words.cases(sums.map { .integer($0) }) == cases)
    #expect(words.parts.count == Measure(name).statistics.count)
    // The words of the method and the measure's declaration speak of the same interval.
    #expect((words.interval == nil) == (name.declaration.interval == nil))
  }

  @Test func columnsBesideAMeasureAreToldApart() {
    #expect(MeasureColumn("nps_change_low", of: "nps") == .changeLow)
    #expect(MeasureColumn("nps_n", of: "nps") == .count)
    #expect(MeasureColumn("nps", of: "nps") == nil)
    #expect(MeasureColumn("csat_top2", of: "csat") == nil)
  }
}
