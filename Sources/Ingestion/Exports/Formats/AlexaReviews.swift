import Vocabulary

extension ExportFormat {
  /// Reviews of Amazon's Alexa devices of 2018, as Kaggle has them.
  static let alexaReviews = ExportFormat(
    .alexaReviews, of: .reviews,
    marks: [["verified_reviews", "variation", "feedback"]],
    fields: [
      .role(.time, "date"),
      .constant(.channel, "review"),
      .role(.touchpoint, "variation"),
      .score(.stars, "rating", scale: 1...5),
      .role(.text, "verified_reviews"),
    ],
    withheld: [.customer, .csatScore, .sentiment],
    quirks: [
      "feedback is 0 for one or two stars and 1 for more: it says nothing of its own",
      "some reviews hold nothing but a space: they have no text",
      "many rows stand twice; without an id nothing tells whether two customers wrote the same",
    ])
}
