import Vocabulary

extension ExportFormat {
  /// App Store Connect: customer reviews as the API gives them.
  static let appStore = ExportFormat(
    .appStore, of: .reviews,
    marks: [["reviewerNickname", "territory"], ["attributes.reviewerNickname", "attributes.territory"]],
    fields: [
      .role(.time, "createdDate", "attributes.createdDate"),
      .role(.id, "id"),
      .role(.customer, "reviewerNickname", "attributes.reviewerNickname"),
      .constant(.channel, "review"),
      .constant(.touchpoint, "App Store"),
      .score(.stars, "rating", "attributes.rating", scale: 1...5),
      .role(.text, "body", "attributes.body", "title", "attributes.title").titled(
        by: "title", "attributes.title"),
    ],
    identity: ["id"],
    quirks: ["a nickname is a weak name for a customer: two people may have the same one"])
}
