import Vocabulary

extension ExportFormat {
  /// Hootsuite Sparkcentral: conversations.
  static let sparkcentral = ExportFormat(
    .sparkcentral, of: .tickets,
    marks: [["Conversation ID", "Medium", "Contact Profile ID"]],
    fields: [
      .role(.time, "Created at"),
      .role(.id, "Conversation ID"),
      .role(.customer, "Contact Profile ID", "Contact Primary Identifier"),
      .channel("Medium", "Channel"),
      .role(.touchpoint, "Channel Display Name", "Channel"),
      .status("Last Status", "Status"),
      .resolved("Last Status", "Status"),
      .role(.topic, "Topic", "Topics"),
    ],
    identity: ["Conversation ID"],
    quirks: ["the zone is chosen when the export is made and does not stand in the file"])
}
