import Vocabulary

extension ExportFormat {
  /// Calls of October 2020 with sentiment (Real World Fake Data).
  static let callCenter = ExportFormat(
    .callCenter, of: .calls,
    marks: [["call_timestamp", "call duration in minutes", "csat_score", "sentiment"]],
    fields: [
      .role(.time, "call_timestamp"),
      .role(.id, "id"),
      .role(.customer, "customer_name"),
      .channel("channel"),
      .score(
        .sentiment, "sentiment", scale: -1...1,
        labels: ["very positive": 1, "positive": 0.5, "neutral": 0, "negative": -0.5, "very negative": -1]),
      .score(.csatScore, "csat_score", scale: 1...10),
      .duration(.handleTime, "call duration in minutes", unit: "minutes"),
      .role(.topic, "reason"),
      .role(.team, "call_center"),
    ],
    withheld: [.responseTime],
    quirks: [
      "two thirds of the lines hold nothing but commas",
      "response_time is a label such as Within SLA, no duration",
      "the customer is a name, which two people may have",
      "the last day is nearly empty",
    ])
}
