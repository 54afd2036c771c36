import Vocabulary

extension ExportFormat {
  /// Brandwatch Consumer Research: mentions.
  static let brandwatch = ExportFormat(
    .brandwatch, of: .mentions,
    marks: [
      ["Query Id", "Page Type"], ["Query Id", "Content Source"], ["Query Name", "Page Type", "Full Text"],
    ],
    fields: [
      .role(.time, "Date"),
      .role(.id, "Url", "Resource Id", "Mention Id", "Thread Id"),
      .role(.customer, "Author", "Twitter Author Id"),
      .channel(
        "Page Type", "Content Source", "Content Source Name",
        also: [
          "review": "review", "image": "social", "qq": "messaging", "bluesky": "social", "video": "social",
        ]),
      .score(
        .sentiment, "Sentiment", scale: -1...1, labels: ["positive": 1, "neutral": 0, "negative": -1],
        missing: ["none", "unknown"]),
      .role(.topic, "Query Name"),
      .role(.text, "Full Text", "Snippet", "Title"),
    ],
    withheld: [.stars, .team],
    quirks: [
      "Date is when it was published, Added when it was found",
      "an export from the screen has lines about the query above the header",
      "shares and retweets count as mentions: exclude where `Thread Entry Type` = \"share\"",
      "ids of posts have more digits than a spreadsheet keeps",
    ])
}
