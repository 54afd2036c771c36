import Vocabulary

extension ExportFormat {
  /// Freshdesk: the ticket export as CSV.
  static let freshdesk = ExportFormat(
    .freshdesk, of: .tickets,
    marks: [
      ["Ticket ID", "Agent interactions"], ["Ticket ID", "Every response status"],
      ["Ticket ID", "Resolution status", "First response status"],
    ],
    fields: freshFields,
    leftOut: freshLeftOut,
    identity: ["Ticket ID"],
    durations: freshDurations,
    quirks: [
      "durations are written as HH:MM:SS, even under a heading that says hours",
      "negative durations count as missing",
      "where a duration is empty it is worked out from the times: resolved or first answered, less created",
      "the times tell no zone: they are local to the account",
      "survey labels are read on a scale of five; a survey of three faces uses its 2, 3 and 4",
    ])

  /// Freshservice: the same layout with other capitals and with requesters.
  static let freshservice = ExportFormat(
    .freshservice, of: .tickets,
    marks: [
      ["Ticket Id", "Requester Name", "Agent interactions"],
      ["Ticket Id", "Requester Name", "Initial Response Time"],
      ["Ticket Id", "Requester Email", "Survey Result"],
    ],
    fields: freshFields,
    leftOut: freshLeftOut,
    identity: ["Ticket Id"],
    durations: freshDurations,
    quirks: [
      "durations are written as HH:MM:SS, even under a heading that says hours",
      "where a duration is empty it is worked out from the times: resolved or first answered, less created",
      "Escalated and other fields of the account's own are read by their names",
    ])

  private static var freshFields: [ExportField] {
    [
      .role(.time, "Created time"),
      .role(.id, "Ticket ID"),
      .role(.customer, "Contact ID", "Email", "Requester Email", "Full name", "Requester Name"),
      .channel("Source", also: ["forum": "social", "outbound email": "email", "mobihelp": "in-app"]),
      .status("Status"),
      .resolved("Status"),
      .role(.topic, "Type"),
      .role(.team, "Group"),
      .role(.touchpoint, "Product"),
      .score(
        .csatScore, "Survey results", "Survey Result", scale: 1...5,
        labels: [
          "extremely happy": 5, "very happy": 5, "happy": 4, "neutral": 3, "unhappy": 2, "very unhappy": 1,
          "extremely unhappy": 1, "awesome": 5, "awesome!": 5, "just okay": 3, "not good": 1,
          "extremely satisfied": 5, "very satisfied": 5, "satisfied": 4, "dissatisfied": 2,
          "very dissatisfied": 1, "extremely dissatisfied": 1, "103": 5, "102": 4.5, "101": 4, "100": 3,
          "-101": 2, "-102": 1.5, "-103": 1,
        ]),
      .duration(
        .responseTime, "First response time (in hrs)", "First response time (in hours)",
        "First response time",
        unit: "hours"),
      .duration(
        .resolutionTime, "Resolution time (in hrs)", "Resolution time (in hours)", "Resolution time",
        unit: "hours"),
      .duration(.handleTime, "Time tracked", unit: "hours"),
      .flag(.escalated, "Escalated", yes: ["escalated"], no: ["not escalated"]),
      .flag(.answered, "Agent interactions"),
      .role(.text, "Description", "Subject"),
    ]
  }

  private static var freshLeftOut: [LeftOutRule] {
    [
      LeftOutRule("merged", where: "Status", is: .isOne(["merged", "closed - merged"])),
      LeftOutRule("spam", where: "Type", is: .isOne(["spam"])),
      LeftOutRule("spam", where: "Status", is: .isOne(["spam"])),
      LeftOutRule("deleted", where: "Status", is: .isOne(["deleted", "trash"])),
    ]
  }

  private static var freshDurations: [DerivedDuration] {
    [
      DerivedDuration(role: .responseTime, from: "Created time", to: "Initial response time"),
      DerivedDuration(role: .resolutionTime, from: "Created time", to: "Resolved time"),
    ]
  }
}
