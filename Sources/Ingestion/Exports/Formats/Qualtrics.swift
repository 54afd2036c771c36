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
        is: .isOne(["survey preview", "1", "17", "offline survey preview"])),
      LeftOutRule("survey test", where: "Status", is: .isOne(["survey test", "2"])),
      LeftOutRule("spam", where: "Status", is: .isOne(["spam", "8", "9", "12", "24"])),
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
      "−99 may stand for a question that was seen and not answered",
    ])
}
