import Vocabulary

extension ExportFormat {
  /// Tickets with the hours that their service level allows.
  static let slaTickets = ExportFormat(
    .slaTickets, of: .tickets,
    marks: [["Ticket_ID", "Created_Date", "First_Response_Time_Hours", "CSAT_Score"]],
    fields: [
      .role(.time, "Created_Date"),
      .role(.id, "Ticket_ID"),
      .channel("Channel"),
      .status("Status"),
      .resolved("Status"),
      .role(.topic, "Category", "Ticket_Type"),
      .duration(.responseTime, "First_Response_Time_Hours", unit: "hours"),
      .duration(.resolutionTime, "Resolution_Time_Hours", unit: "hours"),
      .score(.csatScore, "CSAT_Score", scale: 1...5),
    ],
    quirks: [
      "escalations and violations stand in files of their own, several for one ticket",
      "no customer is named",
    ])
}
