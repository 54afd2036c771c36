/// The survey tool's export: up to three questions and a comment.
struct SurveyRows {
  static let header = "id,answered_at,customer_id,channel,stage,touchpoint,nps,csat,ces,comment"
  private var random: RandomSource

  init(seed: UInt64) { random = RandomSource(seed: seed, stream: 32) }

  mutating func write(
    _ event: Event, _ labels: Labels, _ composer: inout Composer, to file: inout CSVFile
  ) throws(SampleError) {
    // What this customer feels, once; each question measures it with its own error.
    let felt = event.meanSentiment + 0.4 * random.normal()
    file.start(event, UInt8(ascii: "S"), labels)
    file.place(event, labels)
    file.cell(answer(felt, share: 0.7, middle: 7.3, slope: 3.4, error: 1.6, 0...10))
    file.cell(answer(felt, share: 1, middle: 3.7, slope: 1.7, error: 0.7, 1...5))
    file.cell(answer(felt, share: 0.6, middle: 4.9, slope: 2.2, error: 1.1, 1...7))
    if random.chance(0.4) {
      file.text(composer.compose(event, .comment, mood: Mood(sentiment: felt)))
    } else {
      file.emptyCell()
    }
    try file.endRow()
  }

  /// One answer, or none: not everybody is asked everything.
  private mutating func answer(
    _ felt: Double, share: Double, middle: Double, slope: Double, error: Double, _ range: ClosedRange<Int>
  ) -> Int? {
    guard random.chance(share) else { return nil }
    let exact = middle + slope * felt + error * random.normal()
    return max(range.lowerBound, min(range.upperBound, Int(exact.rounded())))
  }
}
