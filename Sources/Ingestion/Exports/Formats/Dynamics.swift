import Vocabulary

extension ExportFormat {
  /// Dynamics 365 Customer Service: incidents under their API names, and views as Excel has them.
  static let dynamics = ExportFormat(
    .dynamics, of: .tickets,
    marks: [
      ["(Do Not Modify) Case"], ["ticketnumber", "statecode"], ["ticketnumber", "caseorigincode"],
      ["Case Number", "Case Title", "Status Reason"],
    ],
    fields: [
      .role(.time, "createdon", "Created On"),
      .role(.id, "ticketnumber", "Case Number", "incidentid"),
      .role(
        .customer, "customerid", "_customerid_value", "Customer", "emailaddress", "Email Address",
        "customeridname", "primarycontactid"),
      .channel(
        "caseorigincode", "Origin",
        also: [
          "1": "phone", "2": "email", "3": "web form", "2483": "social", "3986": "social",
          "700610000": "other", "iot": "other",
        ]),
      .status(
        "statuscode", "Status Reason",
        also: [
          "1": "open", "2": "on-hold", "3": "pending", "4": "open", "5": "solved", "6": "cancelled",
          "1000": "solved", "2000": "merged",
        ]),
      .resolved(
        "statecode", "Status", yes: ["1"], no: ["0", "2", "canceled", "cancelled"]),
      .flag(.escalated, "isescalated", "Is Escalated", "escalatedon"),
      .words(
        .topic, "subjectidname", "Subject", "casetypecode", "Case Type", "subjectid",
        map: ["1": "question", "2": "problem", "3": "request"]),
      .role(.team, "Owning Team", "owningteam", "_owningteam_value"),
      .score(.sentiment, "sentimentvalue", "Sentiment Value", scale: nil),
      .score(
        .csatScore, "customersatisfactioncode", "Satisfaction", scale: 1...5,
        labels: [
          "very dissatisfied": 1, "dissatisfied": 2, "neutral": 3, "satisfied": 4, "very satisfied": 5,
          "1": 1,
          "2": 2, "3": 3, "4": 4, "5": 5,
        ]),
      .flag(.answered, "firstresponsesent", "First Response Sent"),
      .role(.text, "description", "Description", "title", "Case Title"),
    ],
    leftOut: [
      LeftOutRule("merged", where: "statuscode", "Status Reason", is: .isOne(["2000", "merged"])),
      LeftOutRule("merged", where: "merged", is: .isOne(["true", "1", "yes"])),
      LeftOutRule("cancelled", where: "statecode", "Status", is: .isOne(["2", "canceled", "cancelled"])),
    ],
    identity: ["incidentid", "(Do Not Modify) Case", "ticketnumber", "Case Number"],
    quirks: [
      "numbers of choice columns are read as they come with the product; an organisation may have changed them",
      "the first three columns of an Excel export are for writing it back",
      "times of an Excel export are the user's local time, those of the API are UTC",
    ])
}
