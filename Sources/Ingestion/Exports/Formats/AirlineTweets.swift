import Vocabulary

extension ExportFormat {
  /// Posts about US airlines of February 2015, rated by a crowd.
  static let airlineTweets = ExportFormat(
    .airlineTweets, of: .mentions,
    marks: [["airline_sentiment", "negativereason", "tweet_created"]],
    fields: [
      .role(.time, "tweet_created"),
      .role(.id, "tweet_id"),
      .role(.customer, "name"),
      .constant(.channel, "social"),
      .score(
        .sentiment, "airline_sentiment", scale: -1...1, labels: ["positive": 1, "neutral": 0, "negative": -1]),
      .role(.topic, "negativereason"),
      .role(.text, "text"),
    ],
    quirks: [
      "some posts stand twice or more: exclude duplicates by id",
      "the reason is known for negative posts only",
    ])
}
