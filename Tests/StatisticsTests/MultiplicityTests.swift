import Statistics
import Testing

@Suite struct MultiplicityTests {
  private let first = [0.0001, 0.003, 0.02, 0.4, 0.7, 0.01, 0.9, 0.05]
  private let second = [0.0002, 0.2, 0.001, 0.03, 0.8, 0.6, 0.5, 0.04]

  @Test func qValuesAreNotBelowTheirPValues() {
    for (p, q) in zip(first, FalseDiscovery.benjaminiHochberg(first)) { #expect(p <= q && q <= 1) }
  }

  @Test func qValuesKeepTheOrderOfThePValues() {
    let q = FalseDiscovery.benjaminiHochberg(first)
    let sorted = first.indices.sorted { first[$0] < first[$1] }.map { q[$0] }
    #expect(sorted == sorted.sorted())
  }

  @Test func filterFindsAtLeastWhatTheStrictListFinds() {
    let strict = FalseDiscovery.benjaminiHochberg(
      zip(first, second).map { FalseDiscovery.intersectionUnion($0, $1) })
    for (q, bound) in zip(FalseDiscovery.adaFilter(first, second), strict) { #expect(q <= bound + 1e-12) }
  }

  @Test func correlatedNoiseMakesTheFilterMoreCareful() {
    let independent = FalseDiscovery.adaFilter(first, second)
    let correlated = FalseDiscovery.adaFilter(
      first, second, correlations: Array(repeating: 0.6, count: first.count))
    for (q, careful) in zip(independent, correlated) { #expect(q <= careful) }
    #expect(independent[0] < correlated[0])
  }

  @Test func signalsCanBeExchanged() {
    #expect(FalseDiscovery.adaFilter(first, second) == FalseDiscovery.adaFilter(second, first))
  }

  @Test func bothTailsMeetAtTheKnownCases() {
    // Orthant probability: 1/4 + asin(r)/(2 pi), 1/3 at a correlation of one half.
    #expect(abs(BivariateNormal.bothAbove(tail: 0.5, correlation: 0.5) - 1 / 3.0) < 1e-9)
    #expect(abs(BivariateNormal.bothAbove(tail: 0.03, correlation: 0) - 0.0009) < 1e-15)
  }
}
