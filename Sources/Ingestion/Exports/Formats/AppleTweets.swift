import Vocabulary

extension ExportFormat {
  /// Posts about Apple of December 2014, rated by a crowd.
  static let appleTweets = ExportFormat(
    .appleTweets, of: .mentions,
    marks: [["_unit_id", "sentiment:confidence", "sentiment_gold", "query"]],
    fields: [
      .role(.time, "date"),
      .role(.id, "_unit_id"),
      .constant(.channel, "social"),
      .score(.sentiment, "sentiment", scale: 1...5, missing: ["not_relevant"]),
      .role(.topic, "query"),
      .role(.text, "text"),
    ],
    withheld: [.customer],
    quirks: [
      "sentiment is 1, 3 or 5; not_relevant is no answer",
      "a spreadsheet has rounded the column id: the row's own number is taken",
    ])
}
