import Vocabulary

extension ExportFormat {
  /// Customer Support on Twitter: posts of customers and of the companies that answer them.
  static let twcs = ExportFormat(
    .twcs, of: .mentions,
    marks: [["tweet_id", "author_id", "inbound", "response_tweet_id"]],
    fields: [
      .role(.time, "created_at"),
      .role(.id, "tweet_id"),
      .role(.customer, "author_id"),
      .constant(.channel, "social"),
      .presence(.answered, "response_tweet_id"),
      .role(.text, "text"),
    ],
    leftOut: [
      LeftOutRule("posts of companies (inbound False)", where: "inbound", is: .isOne(["false", "0"]))
    ],
    quirks: [
      "half of the posts are companies' answers: they are no mentions",
      "response_tweet_id may list several posts; answered says that there is one",
      "customers are numbers, companies are names",
    ])
}
