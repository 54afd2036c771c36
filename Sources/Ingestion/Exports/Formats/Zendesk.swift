import Vocabulary

extension ExportFormat {
  /// Zendesk Support: the account export as CSV, and tickets as the API gives them.
  static let zendesk = ExportFormat(
    .zendesk, of: .tickets,
    marks: [
      ["Satisfaction Score", "Group stations"], ["Requester id", "Assignee stations"],
      ["Summation column", "Requester", "Via"],
      ["via.channel", "requester_id"], ["via.channel", "submitter_id"],
      ["via.channel", "requester.id"], ["submitter_id", "assignee_id", "has_incidents"],
    ],
    fields: [
      .role(.time, "Created at"),
      .role(.id, "Id", "_id"),
      .role(
        .customer, "Requester id", "Requester external id", "Requester email", "requester.id",
        "requester.email", "Requester",
        "submitter_id"),
      .channel(
        "via.channel", "Via",
        also: ["closed ticket": "other", "sample_ticket": "other", "sample ticket": "other"]),
      .status("Status"),
      .resolved("Status"),
      .role(.topic, "Ticket type", "type"),
      .role(.team, "Group", "group.name", "group_id"),
      .score(
        .csatScore, "satisfaction_rating.score", "Satisfaction Score", scale: 1...5,
        labels: [
          "good": 5, "bad": 1, "good with comment": 5, "bad with comment": 1, "1": 1, "2": 2, "3": 3, "4": 4,
          "5": 5,
        ],
        missing: ["offered", "not offered", "unoffered", "not_offered", "received_without_score"]),
      .duration(
        .responseTime, "First reply time in minutes", "First reply time (in minutes)",
        "First reply time (min)",
        "First reply time", "metric_set.reply_time_in_minutes.calendar", unit: "minutes"),
      .duration(
        .resolutionTime, "Full resolution time in minutes", "Full resolution time (in minutes)",
        "Full resolution time (min)", "Full resolution time",
        "metric_set.full_resolution_time_in_minutes.calendar", unit: "minutes"),
      .flag(.reopened, "Reopens", "metric_set.reopens"),
      .flag(.answered, "Replies", "metric_set.replies"),
      .role(.text, "Description", "Subject"),
    ],
    leftOut: [
      LeftOutRule("merged (closed_by_merge)", where: "Tags", is: .lists("closed_by_merge")),
      LeftOutRule("spam", where: "Tags", is: .lists("spam")),
      LeftOutRule("deleted", where: "Status", is: .isOne(["deleted"])),
    ],
    identity: ["Id", "_id"],
    durations: [DerivedDuration(role: .resolutionTime, from: "Created at", to: "Solved at")],
    quirks: [
      "merged tickets are told only by the tag closed_by_merge",
      "monthly files overlap: of rows with the same Id the last one counts",
      "the times of a CSV export tell no zone: they are the account's",
      "durations in minutes are calendar minutes, not business hours",
      "a rating that was only offered is no answer; good is 5 and bad is 1",
    ])
}
