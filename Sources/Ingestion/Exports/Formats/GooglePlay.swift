import Vocabulary

extension ExportFormat {
  /// Google Play Console: the monthly files of reviews.
  static let googlePlay = ExportFormat(
    .googlePlay, of: .reviews,
    marks: [
      ["Review Submit Millis Since Epoch"], ["Package Name", "Star Rating", "Review Submit Date and Time"],
    ],
    fields: [
      .role(.time, "Review Submit Date and Time", "Review Submit Millis Since Epoch"),
      .role(.id, "Review Link"),
      .constant(.channel, "review"),
      .constant(.touchpoint, "Google Play"),
      .score(.stars, "Star Rating", scale: 1...5),
      .presence(.answered, "Developer Reply Text", "Developer Reply Date and Time"),
      .role(.text, "Review Text", "Review Title").titled(by: "Review Title"),
    ],
    identity: ["Review Link"],
    quirks: [
      "UTF-16 with commas",
      "the file of the current month is written anew each day: of rows with the same Review Link the last one counts",
      "ratings without words have neither text nor link",
      "no reviewer is named: the customer is missing",
    ])
}
