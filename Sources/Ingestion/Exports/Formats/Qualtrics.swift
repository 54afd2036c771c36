import Vocabulary

extension ExportFormat {
  /// Qualtrics: answers with three header rows, and the older layout with two.
  static let qualtrics = ExportFormat(
    .qualtrics, of: .surveys,
    marks: [["ResponseId", "DistributionChannel"], ["ResponseID", "ResponseSet"]],
    fields: [
      .role(.time, "RecordedDate", "EndDate", "StartDate"),
      .role(.id, "ResponseId"),
      .role(
        .customer, "ExternalReference", "ExternalDataReference", "RecipientEmail", "EmailAddress"),
      .channel(
        "DistributionChannel",
        also: [
          "anonymous": "survey", "gl": "survey", "qr": "survey", "personal": "survey", "invite": "email",
          "website": "web form", "web intercept": "web form", "offline": "in-store",
        ]),
      .score(.npsScore, "<_NPS_GROUP", "*likely*recommend*", scale: 0...10),
      .role(.text, "Q*_TEXT", "*_TEXT"),
    ],
    leftOut: [
      LeftOutRule(
        "survey preview", where: "Status",
        is: .isOne(["survey preview", "1", "17", "33", "49", "offline survey preview"])),
      LeftOutRule("survey test", where: "Status", is: .isOne(["survey test", "2", "18", "34", "50"])),
      LeftOutRule(
        "spam", where: "Status",
        is: .isOne([
          "spam", "possible spam", "survey preview spam", "imported spam", "ex spam", "offline spam", "8",
          "9", "10",
          "12", "24", "25", "40", "41",
        ])),
      LeftOutRule("survey preview", where: "DistributionChannel", is: .isOne(["preview", "test"])),
    ],
    identity: ["ResponseId"],
    withheld: [.handleTime],
    quirks: [
      "three header rows: ids, question texts, import ids; the older layout has two",
      "the zone stands in the third header row, if anywhere",
      "the recommendation question is told by its column Q…_NPS_GROUP, which itself is no score",
      "which question is which score is known to its author: with (csat_score = Q3 scale 1..5)",
      "answers that were not finished are kept; Finished tells them",
      "Status may be a number, a sum of 1 for a preview, 2 for a test, 4 for an import, 8 for spam, 16 for an answer given offline and 32 for employees",
      "fields and describe show the question of a column, from the second header row",
      "−99 may stand for a question that was seen and not answered",
    ])
}
