import Vocabulary

extension ExportFormat {
  /// Delighted: survey responses as the API gives them.
  static let delighted = ExportFormat(
    .delighted, of: .surveys,
    marks: [
      ["survey_type", "person_properties*"], ["survey_type", "person_properties"],
      ["survey_type", "permalink", "score"],
    ],
    fields: [
      .role(.time, "created_at"),
      .role(.id, "id"),
      .role(.customer, "person.email", "person.id", "person", "person.name"),
      .channel(
        "person_properties.Delighted Source",
        also: ["link": "survey", "web": "web form", "api": "other", "ios": "in-app", "android": "in-app"]),
      .constant(.channel, "survey"),
      ExportField.score(.npsScore, "score", scale: 0...10).only(where: "survey_type", is: "nps", "enps"),
      ExportField.score(.csatScore, "score", scale: 1...5).only(
        where: "survey_type", is: "csat", "csat5", "smileys", "five_star", "fivestar"),
      ExportField.score(.cesScore, "score", scale: nil).only(where: "survey_type", is: "ces"),
      .role(.text, "comment"),
    ],
    identity: ["id"],
    withheld: [.handleTime],
    quirks: [
      "times are Unix seconds",
      "the scale of score follows survey_type; a file that mixes types fills no score: load each type on its own",
    ])
}
