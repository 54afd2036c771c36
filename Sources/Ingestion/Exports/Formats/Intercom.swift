import Vocabulary

extension ExportFormat {
  /// Intercom: the conversation report as CSV, and conversations as the API gives them.
  static let intercom = ExportFormat(
    .intercom, of: .tickets,
    marks: [
      ["Conversation started at (*)"], ["Conversation ID", "Conversation started at", "Conversation rating"],
      ["waiting_since", "source.type"], ["conversation_rating.rating"], ["statistics.time_to_admin_reply"],
    ],
    fields: [
      .role(.time, "Conversation started at (*)", "Conversation started at", "created_at"),
      .role(.id, "Conversation ID", "id"),
      .role(.customer, "User email", "source.author.email", "source.author.id", "User name"),
      .channel(
        "Channel", "Conversation source", "source.type",
        also: [
          "conversation": "chat", "push": "in-app", "admin_initiated": "other", "automated": "other",
          "messenger": "chat", "phone_call": "phone", "phone_switch": "phone",
        ]),
      .status("Current conversation state", "state"),
      .resolved("Current conversation state", "state"),
      .role(.topic, "Topics", "AI Topic", "Ticket type"),
      .role(.team, "Team currently assigned", "team_assignee_id"),
      .score(.csatScore, "Conversation rating", "conversation_rating.rating", scale: 1...5),
      .duration(
        .responseTime, "First response time (seconds)", "First response time",
        "statistics.time_to_admin_reply",
        unit: "seconds"),
      .duration(.resolutionTime, "statistics.time_to_first_close", unit: "seconds"),
      .flag(.reopened, "statistics.count_reopens"),
      .role(.text, "source.body", "Conversation rating remark", "conversation_rating.remark"),
    ],
    identity: ["Conversation ID", "id"],
    quirks: [
      "the zone stands in the header: Conversation started at (America/New_York)",
      "ratings of people and of Fin stand in rows of their own: the last row of a conversation counts",
      "the messages of JSON are HTML",
      "an API before 2.16 gives only conversations with a reply of the user: counts of two versions do not compare",
    ])
}
