import Vocabulary

extension ExportFormat {
  /// Medallia Agent Connect: requests for feedback and their answers.
  static let medallia = ExportFormat(
    .medallia, of: .surveys,
    marks: [["request_id", "response_received_at*"], ["request_id", "star_rating", "request_sent_to"]],
    fields: [
      .role(.time, "response_received_at (UTC)", "response_received_at*"),
      .role(.id, "request_id"),
      .role(.customer, "request_sent_to", "customer_name"),
      .channel("channel"),
      .score(.csatScore, "star_rating", scale: 1...5),
      .role(.topic, "areas_for_improvement"),
      .role(.text, "comments", "additional_question_response"),
    ],
    leftOut: [
      LeftOutRule(
        "requests without an answer", where: "response_received_at (UTC)", "response_received_at",
        is: .isEmpty)
    ],
    identity: ["request_id"],
    withheld: [.handleTime],
    quirks: [
      "each request is a row; those without an answer are left out",
      "the times are UTC, as their headers say",
      "exports of Medallia Experience Cloud have field names of the company's own: load surveys … with (…)",
    ])
}
