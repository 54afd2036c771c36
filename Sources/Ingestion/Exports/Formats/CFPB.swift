import Vocabulary

extension ExportFormat {
  /// Complaints of the Consumer Financial Protection Bureau, with 18 or with 16 columns.
  static let cfpb = ExportFormat(
    .cfpb, of: .tickets,
    marks: [["Consumer complaint narrative", "Complaint ID", "Submitted via"]],
    fields: [
      .role(.time, "Date received"),
      .role(.id, "Complaint ID"),
      .channel(
        "Submitted via",
        also: ["postal mail": "other", "fax": "other", "referral": "other", "web referral": "web form"]),
      .words(.topic, "Issue", missing: ["none"]),
      .words(.touchpoint, "Product", missing: ["none"]),
      .flag(.answered, "Timely response?"),
      .words(.text, "Consumer complaint narrative", missing: ["none"]),
    ],
    quirks: [
      "files of 18 columns have dates, newer ones of 16 columns have times in UTC",
      "the word None stands for an empty cell in some copies",
      "no consumer is named: the customer is missing",
      "answered is Timely response?",
    ])
}
