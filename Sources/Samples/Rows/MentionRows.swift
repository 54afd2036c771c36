/// The social listening export: posts and reviews about the bank, with a tone for each.
struct MentionRows {
  static let header =
    "id,posted_at,customer_id,channel,stage,touchpoint,topic,kind,sentiment,stars,answered,text"
  private var random: RandomSource
  private let scale = SentimentScale()

  init(seed: UInt64) { random = RandomSource(seed: seed, stream: 31) }

  mutating func write(
    _ kind: EventKind, _ event: Event, _ labels: Labels, _ composer: inout Composer,
    to file: inout CSVFile
  ) throws(SampleError) {
    let isReview = kind == .review
    let sentiment = scale.draw(mean: event.meanSentiment, &random)
    file.start(event, UInt8(ascii: "M"), labels)
    file.place(event, labels)
    file.cell(composer.book.topics[event.topic].name)
    file.cell(isReview ? Self.review : Self.mention)
    file.hundredths(Int((sentiment * 100).rounded()))
    file.cell(isReview ? stars(sentiment) : nil)
    file.yes(random.chance(event.isFailing ? 0.25 : 0.45))
    file.text(composer.compose(event, isReview ? .review : .post, mood: Mood(sentiment: sentiment)))
    try file.endRow()
  }

  private static let mention = Array("mention".utf8)
  private static let review = Array("review".utf8)

  private mutating func stars(_ sentiment: Double) -> Int {
    max(1, min(5, Int((3.1 + 2.4 * sentiment + 0.35 * random.normal()).rounded())))
  }
}
