import Testing

@testable import Samples

/// The method's simulations: what section 8 says of them.
@Suite("Scenarios of a sample")
struct ScenarioTests {
  @Test(arguments: [
    // (25 + 12) * exp(0.72) * 144 * 26 / 0.95 is 299,560; the others likewise.
    (Scenario.base, 300_000), (.large, 4_858_000), (.small, 57_000), (.wobbly, 300_000), (.global, 300_000),
    (.null, 300_000), (.standard, 50_000),
  ])
  func sizesAreThoseOfTheMethod(scenario: Scenario, rows: Int) {
    #expect(scenario.usualRows == rows)
  }

  /// Two failures of each size, six cells with one signal each, three viral ones, and a season in all 18 of a channel.
  @Test func everyPersonaHasItsOwnCells() {
    for seed in UInt64(1)...10 {
      let planted = Plan(seed: seed, scenario: .base).planting.answers()
      let types = Dictionary(grouping: planted, by: \.type).mapValues(\.count)
      #expect(
        types == [
          .failureLarge: 2, .failureMedium: 2, .failureSmall: 2, .trapTickets: 6, .trapSentiment: 6,
          .trapViral: 3, .trapSeason: 18,
        ])
      #expect(planted.allSatisfy { $0.persona != nil })
      #expect(Set(planted.map { "\($0.stage)/\($0.channel)/\($0.persona ?? "")" }).count == planted.count)
    }
    #expect(Plan(seed: 1, scenario: .null).planting.answers().isEmpty)
  }

  @Test func cellsDifferInSizeAsTheMethodSays() {
    let logs = (UInt64(1)...30).flatMap { CellSizes(seed: $0, scenario: .base)[.ticket].map(naturalLog) }
    #expect(logs.count == 30 * 144)
    #expect(abs(deviation(logs) - 1.2) < 0.04)
    let sizes = CellSizes(seed: 3, scenario: .base)
    #expect(sizes[.ticket] == sizes[.mention])
  }

  @Test func weeksDifferAsTheMethodSays() {
    let moods = { (scenario: Scenario) in
      (UInt64(1)...10).flatMap { seed -> [Double] in
        let plan = Plan(seed: seed, scenario: scenario)
        return plan.sentiment.enumerated().filter { plan.planting.effects[$0.offset] == nil }.flatMap {
          cell in
          let before = Array(cell.element.prefix(22))
          let mean = before.reduce(0, +) / 22
          return before.map { $0 - mean }
        }
      }
    }
    // A mean of squares: (1 + 0.4^2) times the square of 0.05, less what the mean of 22 dependent weeks takes away.
    #expect(abs(deviation(moods(.base)) - 0.05) < 0.005)
    #expect(abs(deviation(moods(.wobbly)) - 0.10) < 0.01)
  }

  @Test func theGlobalScenarioMovesEverybody() {
    let (base, global) = (Plan(seed: 5, scenario: .base), Plan(seed: 5, scenario: .global))
    let (tickets, moved) = (base.weights(.ticket), global.weights(.ticket))
    for (index, weight) in tickets.enumerated() where weight > 0 {
      let week = index / 144 / 7
      #expect(abs(moved[index] / weight - (week >= 22 ? 1.35 : 1)) < 1e-12)
    }
    for cell in 0..<144 {
      #expect(abs(global.sentiment[cell][10] - base.sentiment[cell][10]) < 1e-12)
      #expect(abs(global.sentiment[cell][24] - base.sentiment[cell][24] + 0.08) < 1e-12)
    }
  }

  @Test func everyEventOfASimulationNamesACustomerOfItsPersona() throws {
    let sample = try WrittenSample(rows: 3000, seed: 9, scenario: .small)
    let personas = try Dictionary(
      uniqueKeysWithValues: sample.rows("customers.csv").map { ($0["customer_id"], $0["persona"]) })
    let tickets = try sample.rows("tickets.csv")
    let unknown = tickets.count { personas[$0["customer_id"]] == nil }
    // Where three customers in a row had left, nobody is named.
    #expect(Double(unknown) / Double(tickets.count) < 0.01)
    #expect(
      try sample.bytes("answers.csv").starts(with: Array("stage,channel,persona,type,".utf8)))
  }

  private func deviation(_ numbers: [Double]) -> Double {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)).squareRoot()
  }
}
