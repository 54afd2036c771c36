import Testing

@testable import Samples

@Suite("The plan of a sample")
struct PlanTests {
  @Test func sentimentsHaveTheMeanAskedForAndASpreadOfHalf() {
    let scale = SentimentScale()
    var random = RandomSource(seed: 12, stream: 0)
    for mean in [-0.7, -0.45, -0.1, 0, 0.3] {
      let numbers = (0..<20_000).map { _ in scale.draw(mean: mean, &random) }
      let reached = numbers.reduce(0, +) / 20_000
      let variance = numbers.reduce(0) { $0 + ($1 - reached) * ($1 - reached) } / 20_000
      #expect(abs(reached - mean) < 0.015)
      #expect((0.3...0.52).contains(variance.squareRoot()))
      #expect(numbers.allSatisfy { abs($0) < 1 })
    }
  }

  @Test func weeksWobbleAsPlanned() {
    var random = RandomSource(seed: 13, stream: 0)
    let series = (0..<40).flatMap { _ in WeeklyWobble(cells: Cell.places, &random).values }
    let pairs = series.flatMap { Array(zip($0, $0.dropFirst())) }
    let variance = pairs.reduce(0) { $0 + $1.0 * $1.0 } / Double(pairs.count)
    let neighbours = pairs.reduce(0) { $0 + $1.0 * $1.1 } / Double(pairs.count)
    #expect(abs(variance - 1) < 0.05)
    #expect(abs(neighbours / variance - 0.4) < 0.03)
  }

  @Test func cellSizesSpreadAsPlanned() {
    let logs = (UInt64(1)...60).flatMap { seed in
      CellSizes(seed: seed, scenario: .standard)[.ticket].map(naturalLog)
    }
    let mean = logs.reduce(0, +) / Double(logs.count)
    let variance = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(logs.count)
    #expect(abs(variance.squareRoot() - 0.7) < 0.03)
  }
}
