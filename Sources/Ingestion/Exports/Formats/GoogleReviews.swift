import Vocabulary

extension ExportFormat {
  /// Google Business Profile: reviews as the API gives them.
  static let googleReviews = ExportFormat(
    .googleReviews, of: .reviews,
    marks: [["starRating", "reviewId"], ["starRating", "reviewer.displayName"]],
    fields: [
      .role(.time, "createTime"),
      .role(.id, "reviewId", "name"),
      .role(.customer, "reviewer.displayName"),
      .constant(.channel, "review"),
      .constant(.touchpoint, "Google"),
      .score(
        .stars, "starRating", scale: 1...5,
        labels: ["one": 1, "two": 2, "three": 3, "four": 4, "five": 5],
        missing: ["star_rating_unspecified"]),
      .presence(.answered, "reviewReply.comment", "reviewReply.updateTime", "reviewReply"),
      .role(.text, "comment"),
    ],
    identity: ["reviewId"],
    quirks: [
      "stars are words: ONE to FIVE",
      "a display name is a weak name for a customer: two people may have the same one",
    ])
}
