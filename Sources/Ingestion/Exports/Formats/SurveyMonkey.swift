import Vocabulary

extension ExportFormat {
  /// SurveyMonkey: answers with two header rows.
  static let surveymonkey = ExportFormat(
    .surveymonkey, of: .surveys,
    marks: [["Respondent ID", "Collector ID"]],
    fields: [
      .role(.time, "End Date", "EndDate", "Start Date", "StartDate", "Date Modified", "Date Created"),
      .role(.id, "Respondent ID"),
      .role(.customer, "Email Address", "Custom Data 1", "Custom Data"),
      .constant(.channel, "survey"),
      .score(.npsScore, "*recommend*", scale: 0...10),
      .score(.csatScore, "*satisfied*", "*satisfaction*", scale: 1...5),
      .role(.text, "Open-Ended Response", "*Open-Ended Response*", "*comment*"),
    ],
    identity: ["Respondent ID"],
    withheld: [.handleTime],
    quirks: [
      "two header rows: questions, and below them the answers one can choose",
      "a question with several choices has a column for each",
      "the times tell no zone",
      "names of questions may hold HTML",
    ])
}
