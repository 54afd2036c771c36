import Vocabulary

extension ExportFormat {
  /// Trustpilot for business: reviews.
  static let trustpilot = ExportFormat(
    .trustpilot, of: .reviews,
    marks: [["Review Stars", "Review Created (UTC)"], ["Review Stars", "Source Of Review"]],
    fields: [
      .role(.time, "Review Created (UTC)", "Review Created*"),
      .role(.id, "Review Id"),
      .role(.customer, "Review User Email", "Reference Id", "Review Consumer User Id", "Review Username"),
      .constant(.channel, "review"),
      .constant(.touchpoint, "Trustpilot"),
      .score(.stars, "Review Stars", scale: 1...5),
      .presence(.answered, "Company Response", "Business Reply Date (UTC)"),
      .role(.text, "Review Content", "Review Title").titled(by: "Review Title"),
    ],
    identity: ["Review Id"],
    quirks: [
      "the day of the experience is not the day of the review",
      "invited and organic reviews differ: Source Of Review tells them",
      "Reference Id is the order, by which a review can be linked to a customer",
    ])
}
