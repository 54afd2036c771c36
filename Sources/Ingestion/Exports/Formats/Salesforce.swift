import Vocabulary

extension ExportFormat {
  /// Salesforce Service Cloud: cases under their API names, and reports under their labels.
  static let salesforce = ExportFormat(
    .salesforce, of: .tickets,
    marks: [
      ["CaseNumber", "Origin"], ["Case Number", "Date/Time Opened"], ["Case Number", "Case Origin"],
      ["Case Number", "Opened Date"],
    ],
    fields: [
      .role(.time, "CreatedDate", "Date/Time Opened", "Opened Date", "Created Date"),
      .role(.id, "CaseNumber", "Case Number", "Id"),
      .role(
        .customer, "ContactId", "Contact ID", "SuppliedEmail", "ContactEmail", "Contact Email", "Web Email",
        "Contact Name", "AccountId", "Account Name"),
      .channel("Origin", "Case Origin"),
      .status("Status"),
      .resolved("IsClosed", "Closed", "Status", yes: ["1"], no: ["0"]),
      .flag(.escalated, "IsEscalated", "Escalated"),
      .role(.topic, "Reason", "Case Reason", "Type", "Case Type"),
      .role(.text, "Description", "Subject"),
    ],
    leftOut: [
      LeftOutRule("merged", where: "MasterRecordId", is: .isFilled),
      LeftOutRule("merged", where: "Status", is: .isOne(["merged", "closed - merged", "closed (merged)"])),
      LeftOutRule("deleted", where: "IsDeleted", is: .isOne(["true", "1"])),
      LeftOutRule("spam", where: "Status", is: .isOne(["spam", "closed - spam"])),
      LeftOutRule("spam", where: "Reason", is: .isOne(["spam"])),
      LeftOutRule("spam", where: "Case Reason", is: .isOne(["spam"])),
    ],
    identity: ["CaseNumber", "Case Number", "Id"],
    durations: [
      DerivedDuration(role: .resolutionTime, from: "CreatedDate", to: "ClosedDate"),
      DerivedDuration(role: .resolutionTime, from: "Date/Time Opened", to: "Date/Time Closed"),
    ],
    quirks: [
      "a report ends with lines that are no rows: who made it, when, and the copyright",
      "resolution_time is closed less opened: a case that was opened again counts until its last end",
      "dates of a report are written as the user's locale has them",
      "ids have 15 or 18 characters; the first 15 are the same",
    ])
}
