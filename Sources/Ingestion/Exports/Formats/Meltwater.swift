import Vocabulary

extension ExportFormat {
  /// Meltwater: hits of a search.
  static let meltwater = ExportFormat(
    .meltwater, of: .mentions,
    marks: [["Hit Sentence", "Influencer"]],
    fields: [
      .role(.time, "Date"),
      .role(.id, "URL", "Tweet Id", "Document ID"),
      .role(.customer, "Influencer", "Twitter Screen Name", "Twitter Id"),
      .channel(
        "Source",
        also: [
          "twitter.com": "social", "reddit.com": "social", "youtube.com": "social", "facebook.com": "social",
        ],
        otherwise: "other"),
      .score(
        .sentiment, "Sentiment", scale: -1...1, labels: ["positive": 1, "neutral": 0, "negative": -1],
        missing: ["not rated", "unknown", "v/o"]),
      .role(.topic, "Input Name", "Keywords"),
      .role(.text, "Hit Sentence", "Opening Text", "Headline"),
    ],
    withheld: [.stars, .team],
    quirks: [
      "some exports are tables of tabs in UTF-16",
      "Source is the outlet: the social networks become the channel social, every other outlet other",
      "a hit without a rating has no sentiment",
    ])
}
