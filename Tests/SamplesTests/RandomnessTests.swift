import Testing

@testable import Samples

@Suite("Random numbers")
struct RandomnessTests {
  /// The first five outputs for seed 1234567, as published with the algorithm.
  @Test func splitMixMatchesItsReference() {
    var generator = SplitMix64(seed: 1_234_567)
    let outputs = (0..<5).map { _ in generator.next() }
    #expect(
      outputs == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  /// The first ten outputs from the state 1, 2, 3, 4, as other implementations test them.
  @Test func xoshiroMatchesItsReference() {
    var generator = RandomSource(state: (1, 2, 3, 4))
    let outputs = (0..<10).map { _ in generator.next() }
    #expect(
      outputs == [
        11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
        607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
        10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
      ])
  }

  @Test func streamsOfOneSeedDiffer() {
    var first = RandomSource(seed: 7, stream: 1)
    var second = RandomSource(seed: 7, stream: 2)
    let matches = (0..<1000).count { _ in first.next() == second.next() }
    #expect(matches == 0)
  }

  @Test func boundedNumbersFillTheirRangeEvenly() {
    var random = RandomSource(seed: 3, stream: 0)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[random.below(7)] += 1 }
    // Four standard deviations of a binomial count with mean 10,000.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 370 })
  }

  /// Quantiles to 16 digits, from scipy 1.17 `scipy.stats.norm.ppf`.
  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959963984540054), (0.9, 1.2815515655446004), (0.1, -1.2815515655446004),
    (1e-4, -3.7190164854556804), (1e-12, -7.034483825301131), (0.999999, 4.753424308817087),
  ])
  func normalQuantilesAreRight(_ p: Double, _ expected: Double) {
    #expect(abs(normalQuantile(p) - expected) <= 1e-15 * max(1, abs(expected)))
  }

  @Test func normalNumbersHaveTheMomentsAndTailsOfANormal() {
    var random = RandomSource(seed: 11, stream: 0)
    let count = 200_000
    let numbers = (0..<count).map { _ in random.normal() }
    let moments = (1...4).map { power in
      numbers.reduce(0.0) { sum, number in
        sum + (0..<power).reduce(1.0) { product, _ in product * number }
      } / Double(count)
    }
    // Standard errors at 200,000: 0.0022, 0.0032, 0.0087, 0.022; four of each.
    #expect(abs(moments[0]) < 0.009)
    #expect(abs(moments[1] - 1) < 0.013)
    #expect(abs(moments[2]) < 0.035)
    #expect(abs(moments[3] - 3) < 0.088)
    let beyondTwo = Double(numbers.count { abs($0) > 2 }) / Double(count)
    let beyondThree = Double(numbers.count { abs($0) > 3 }) / Double(count)
    #expect(abs(beyondTwo - 0.04550) < 0.0019)
    #expect(abs(beyondThree - 0.00270) < 0.00047)
  }

  /// Values to 16 digits, from Python's `math`.
  @Test func elementaryFunctionsAreRight() {
    #expect(abs(naturalLog(2) - 0.6931471805599453) < 2e-16)
    #expect(abs(naturalLog(1e-300) / -690.7755278982137 - 1) < 1e-15)
    #expect(abs(naturalLog(0.7) - -0.35667494393873245) < 2e-16)
    #expect(abs(exponential(1) / 2.718281828459045 - 1) < 1e-15)
    #expect(abs(exponential(-20.5) / 1.2501528663867426e-09 - 1) < 1e-15)
    #expect(exponential(0) == 1)
  }

  @Test func aliasTablesKeepProportions() {
    var random = RandomSource(seed: 5, stream: 0)
    let table = AliasTable([1, 0, 3, 6])
    var counts = [0, 0, 0, 0]
    for _ in 0..<100_000 { counts[table.draw(&random)] += 1 }
    #expect(counts[1] == 0)
    #expect(abs(counts[0] - 10_000) < 400)
    #expect(abs(counts[2] - 30_000) < 600)
    #expect(abs(counts[3] - 60_000) < 600)
  }
}
