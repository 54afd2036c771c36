import Statistics
import Testing

@Suite struct DetectorTests {
  @Test func exchangingHereAndElsewhereTurnsTheSign() {
    let word = WordKeyness(here: (30, 400), elsewhere: (10, 4000))
    let mirror = WordKeyness(here: (10, 4000), elsewhere: (30, 400))
    #expect(word.z == -mirror.z)
    #expect(word.z > 2)
  }

  @Test func sameShareEverywhereIsNoBias() {
    let bias = ResponseBias([
      .init(customers: 100, answers: Moments(count: 10, sum: 40, sumOfSquares: 170)),
      .init(customers: 300, answers: Moments(count: 30, sum: 120, sumOfSquares: 500)),
    ])
    #expect(bias.largestGap == 0)
    #expect(bias.cramersV == 0)
    #expect(bias.reweighted?.shift == 0)
  }

  @Test func orderOfContactsDoesNotMatter() {
    let contacts = [
      Contact(customer: "a", topic: "bill", channel: "phone", day: 0, id: 1),
      Contact(customer: "a", topic: "bill", channel: "chat", day: 7, id: 2),
      Contact(customer: "a", topic: "bill", channel: "phone", day: 14.5, id: 3),
      Contact(customer: "b", topic: nil, channel: "phone", day: 1, id: 4),
    ]
    let repeats = UnconnectedRepeats(contacts)
    #expect(repeats == UnconnectedRepeats(contacts.reversed()))
    #expect(repeats.episodes == 2)
    #expect(repeats.unconnected == 1)
    #expect(repeats.hops == [.init(from: "phone", to: "chat"): 1])
  }

  @Test func strongerSpikesAreLessLikely() {
    let p = [3.0, 5, 8, 12].map { RateShift.spike(current: ($0, 100), earlier: (16, 800), periods: 8).p }
    #expect(p == p.sorted(by: >))
    #expect(RateShift.spike(current: (3, 0), earlier: (16, 800), periods: 8).p.isNaN)
  }

  @Test func collapseIsBadWhereSpikeIsGood() {
    let (current, earlier) = ((events: 2.0, exposure: 400.0), (events: 30.0, exposure: 420.0))
    #expect(RateShift.collapse(current: current, earlier: earlier, periods: 4).p < 1e-4)
    #expect(RateShift.spike(current: current, earlier: earlier, periods: 4).p > 0.99)
  }

  @Test func aMeanThatRisesIsNoDropUnlessRisingIsBad() {
    let counts = Grid(cells: 1, everyRow: Array(repeating: 30, count: 16))
    let level = (0..<16).map { $0 < 12 ? 3.0 : 4.0 }
    let sums = Grid(cells: 1, everyRow: level.map { 30 * $0 })
    let squares = Grid(cells: 1, everyRow: level.map { 30 * $0 * $0 + 29 })
    var signal = MeanSignal(counts: counts, sums: sums, sumsOfSquares: squares, range: 6)
    #expect(!scanMeans(signal).cells[0].isFlagged)
    signal.bad = .up
    let cell = scanMeans(signal).cells[0]
    #expect(cell.isFlagged)
    #expect(abs(cell.evidence.effect - 1) < 1e-12)
    #expect(cell.previousLevel == 3 && cell.currentLevel == 4)
  }
}
