import DataModel
import Diagnostics
import Ingestion
import Semantics
import Testing
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a small invented file of each recognised export must become; worked out by hand from the file.
struct ExportCase: Sendable, CustomTestStringConvertible {
  var file: String
  var export: ExportName
  var kind: SourceKind
  /// Rows read, kept, rejected, left out.
  var counts: [Int]
  /// `role = column` of some roles.
  var roles: [String]
  /// A query over the kept rows, and its rows.
  var query: String
  var rows: [[String]]
  /// Lines that the report has.
  var lines: [String] = []

  var testDescription: String { file }

  static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast().joined(separator: "/") + "/Fixtures/Exports"
  }()

  static let all: [ExportCase] = tickets + surveys + posts + publicSets

  private static let tickets = [
    ExportCase(
      file: "zendesk.csv", export: .zendesk, kind: .tickets, counts: [10, 6, 0, 4],
      roles: [
        "time = Created at", "customer = Requester id", "channel = Via", "csat_score = Satisfaction Score",
      ],
      query:
        "select id, customer, channel, Via, status, resolved, csat_score, response_time, resolution_time from t",
      rows: [
        ["101", "9001", "email", "Mail", "solved", "true", "5.000000", "1800000", "7200000"],
        ["102", "9002", "web form", "Web form", "closed", "true", "1.000000", "5400000", "172800000"],
        ["107", "9006", "other", "Closed Ticket", "pending", "false", "-", "900000", "-"],
        ["108", "9007", "Pigeon", "Pigeon", "on-hold", "false", "-", "300000", "-"],
        ["109", "9008", "messaging", "Native Messaging", "solved", "true", "5.000000", "720000", "5400000"],
        ["104", "9003", "messaging", "Instagram DM", "solved", "true", "5.000000", "2700000", "345600000"],
      ],
      lines: [
        "recognised as a Zendesk ticket export; help zendesk tells how it is read",
        "channel: 5 values of Via as other, messaging, email, web form; as they stand: Pigeon",
        "left out: 1 deleted, 1 merged (closed_by_merge), 1 repeated Id (the last row counts), 1 spam",
        "resolution_time: 1 worked out as `Solved at` − `Created at`",
      ]),
    ExportCase(
      file: "zendesk.json", export: .zendesk, kind: .tickets, counts: [4, 3, 0, 1],
      roles: ["customer = requester_id", "channel = via.channel", "csat_score = satisfaction_rating.score"],
      query: "select id, time, channel, csat_score from t",
      rows: [
        ["501", "2026-03-02 09:15:00", "email", "5.000000"],
        ["502", "2026-03-03 08:00:00", "messaging", "-"],
        ["504", "2026-03-04 07:30:00", "phone", "1.000000"],
      ],
      lines: ["the rows are the 4 objects in tickets; not read: users, next_page, previous_page, count"]),
    ExportCase(
      file: "zendesk_export.ndjson", export: .zendesk, kind: .tickets, counts: [3, 2, 0, 1],
      roles: ["customer = requester.id", "channel = via.channel", "team = group.name"],
      query: "select id, customer, channel, csat_score, response_time, resolution_time, reopened from t",
      rows: [
        ["601", "9001", "chat", "5.000000", "1800000", "7200000", "true"],
        ["603", "9001", "social", "-", "-", "-", "false"],
      ]),
    ExportCase(
      file: "freshdesk.csv", export: .freshdesk, kind: .tickets, counts: [8, 5, 0, 3],
      roles: ["customer = Contact ID", "channel = Source", "touchpoint = Product", "topic = Type"],
      query: "select id, channel, status, csat_score, response_time, resolution_time from t",
      rows: [
        ["1", "email", "closed", "5.000000", "2700000", "12600000"],
        ["2", "phone", "solved", "2.000000", "600000", "216900000"],
        ["3", "web form", "closed", "3.000000", "1800000", "7200000"],
        ["4", "chat", "open", "-", "-", "-"], ["7", "web form", "pending", "-", "-", "-"],
      ],
      lines: [
        "left out: 2 spam, 1 deleted",
        "resolution_time: 1 worked out as `Resolved time` − `Created time`",
      ]),
    ExportCase(
      file: "freshservice.csv", export: .freshservice, kind: .tickets, counts: [3, 3, 0, 0],
      roles: ["customer = Requester Email", "csat_score = Survey Result", "escalated = Escalated"],
      query: "select id, channel, csat_score, escalated, response_time, resolution_time from t",
      rows: [
        ["INC-1", "web form", "5.000000", "true", "1800000", "7200000"],
        ["INC-2", "in-store", "-", "false", "1200000", "-"],
        ["SR-3", "email", "2.000000", "false", "-", "43200000"],
      ]),
    ExportCase(
      file: "intercom.csv", export: .intercom, kind: .tickets, counts: [5, 4, 0, 1],
      roles: ["customer = User email", "csat_score = Conversation rating", "team = Team currently assigned"],
      query: "select id, time, channel, status, csat_score, response_time from t",
      rows: [
        ["215470001", "2026-01-15 14:00:00", "chat", "closed", "5.000000", "95000"],
        ["215470003", "2026-07-01 13:00:00", "email", "pending", "-", "60000"],
        ["215470004", "2026-07-01 14:00:00", "social", "open", "-", "-"],
        ["215470002", "2026-01-16 01:30:00", "messaging", "closed", "1.000000", "7200000"],
      ],
      lines: [
        "the header tells a zone, America/New_York: `Conversation started at (America/New_York)`, "
          + "`Updated at (America/New_York)`"
      ]),
    ExportCase(
      file: "intercom.json", export: .intercom, kind: .tickets, counts: [2, 2, 0, 0],
      roles: ["time = created_at", "customer = source.author.email", "channel = source.type"],
      query: "select id, time, channel, csat_score, response_time, resolution_time, reopened from t",
      rows: [
        ["9001", "2026-01-01 09:00:00", "chat", "4.000000", "300000", "3600000", "true"],
        ["9002", "2026-01-02 09:00:00", "email", "-", "-", "-", "false"],
      ]),
    ExportCase(
      file: "salesforce_api.csv", export: .salesforce, kind: .tickets, counts: [4, 2, 0, 2],
      roles: ["time = CreatedDate", "id = CaseNumber", "customer = ContactId", "topic = Reason"],
      query: "select id, channel, resolved, escalated, resolution_time from t",
      rows: [
        ["00001001", "phone", "true", "true", "172800000"], ["00001002", "web form", "false", "false", "-"],
      ],
      lines: ["left out: 1 merged, 1 spam"]),
    ExportCase(
      file: "salesforce_report.csv", export: .salesforce, kind: .tickets, counts: [3, 2, 0, 1],
      roles: ["time = Date/Time Opened", "customer = Contact Name", "channel = Case Origin"],
      query: "select id, time, escalated, resolved, resolution_time from t",
      rows: [
        ["00001001", "2026-02-13 10:00:00", "true", "true", "172800000"],
        ["00001002", "2026-02-02 10:00:00", "false", "false", "-"],
      ]),
    ExportCase(
      file: "dynamics_api.csv", export: .dynamics, kind: .tickets, counts: [5, 3, 0, 2],
      roles: ["customer = customerid", "channel = caseorigincode", "csat_score = customersatisfactioncode"],
      query: "select id, channel, status, topic, resolved, escalated, csat_score from t",
      rows: [
        ["CAS-1", "phone", "solved", "problem", "true", "false", "4.000000"],
        ["CAS-2", "social", "pending", "question", "false", "true", "-"],
        ["CAS-5", "email", "solved", "problem", "true", "false", "2.000000"],
      ],
      lines: ["left out: 1 cancelled, 1 merged"]),
    ExportCase(
      file: "dynamics_excel.csv", export: .dynamics, kind: .tickets, counts: [3, 2, 0, 1],
      roles: ["time = Created On", "customer = Customer", "channel = Origin", "csat_score = Satisfaction"],
      query: "select id, time, channel, status, resolved, csat_score from t",
      rows: [
        ["CAS-1", "2026-05-01 08:00:00", "phone", "solved", "true", "5.000000"],
        ["CAS-2", "2026-05-13 08:00:00", "social", "pending", "false", "-"],
      ],
      lines: ["left out: 1 merged"]),
    ExportCase(
      file: "sparkcentral.csv", export: .sparkcentral, kind: .tickets, counts: [2, 2, 0, 0],
      roles: ["customer = Contact Profile ID", "channel = Medium", "topic = Topic"],
      query: "select id, channel, status, resolved from t",
      rows: [["cv1", "messaging", "solved", "true"], ["cv2", "social", "open", "false"]]),
  ]

  private static let surveys = [
    ExportCase(
      file: "qualtrics.csv", export: .qualtrics, kind: .surveys, counts: [6, 3, 0, 3],
      roles: ["time = RecordedDate", "customer = ExternalReference", "nps_score = Q1", "text = Q3_TEXT"],
      query: "select id, channel, nps_score, text from t",
      rows: [
        ["R_1", "email", "9.000000", "Lovely"], ["R_2", "survey", "8.000000", "-"],
        ["R_6", "messaging", "3.000000", "Slow"],
      ],
      lines: ["left out: 1 spam, 1 survey preview, 1 survey test"]),
    ExportCase(
      file: "surveymonkey.csv", export: .surveymonkey, kind: .surveys, counts: [2, 2, 0, 0],
      roles: [
        "time = End Date", "customer = Email Address",
        "nps_score = How likely is it that you would recommend us?",
      ],
      query: "select id, time, channel, nps_score, csat_score, text from t",
      rows: [
        ["118000001", "2026-02-25 10:04:00", "survey", "10.000000", "5.000000", "Nothing"],
        ["118000002", "2026-02-26 13:04:00", "survey", "2.000000", "2.000000", "Answer the phone"],
      ]),
    ExportCase(
      file: "medallia.csv", export: .medallia, kind: .surveys, counts: [3, 2, 0, 1],
      roles: ["customer = request_sent_to", "csat_score = star_rating", "topic = areas_for_improvement"],
      query: "select id, time, channel, csat_score, topic from t",
      rows: [
        ["rq1", "2026-03-01 12:00:00", "email", "5.000000", "-"],
        ["rq3", "2026-03-03 00:30:00", "messaging", "2.000000", "Speed"],
      ],
      lines: ["left out: 1 requests without an answer"]),
    ExportCase(
      file: "delighted_nps.json", export: .delighted, kind: .surveys, counts: [2, 2, 0, 0],
      roles: ["customer = person.email", "nps_score = score", "text = comment"],
      query: "select id, time, channel, nps_score from t",
      rows: [
        ["5435", "2026-01-01 09:00:00", "email", "9.000000"],
        ["5436", "2026-01-02 09:00:00", "survey", "3.000000"],
      ]),
    ExportCase(
      file: "delighted_csat.json", export: .delighted, kind: .surveys, counts: [2, 2, 0, 0],
      roles: ["csat_score = score"], query: "select channel, csat_score from t",
      rows: [["messaging", "5.000000"], ["web form", "2.000000"]]),
  ]

  private static let posts = [
    ExportCase(
      file: "brandwatch.csv", export: .brandwatch, kind: .mentions, counts: [3, 3, 0, 0],
      roles: ["customer = Author", "text = Full Text", "topic = Query Name", "id = Url"],
      query: "select channel, sentiment, \"Twitter Author Id\" from t",
      rows: [
        ["social", "1.000000", "987654321098765432"], ["social", "-1.000000", "-"],
        ["other", "0.000000", "-"],
      ]),
    ExportCase(
      file: "meltwater.tsv", export: .meltwater, kind: .mentions, counts: [3, 3, 0, 0],
      roles: ["customer = Influencer", "text = Hit Sentence", "topic = Input Name"],
      query: "select time, channel, sentiment, \"Tweet Id\" from t",
      rows: [
        ["2026-11-04 12:33:00", "social", "1.000000", "1234567890123456789"],
        ["2026-11-04 13:05:00", "other", "-", "-"], ["2026-11-05 09:00:00", "social", "-1.000000", "-"],
      ]),
    ExportCase(
      file: "google_play.csv", export: .googlePlay, kind: .reviews, counts: [5, 4, 0, 1],
      roles: ["stars = Star Rating", "text = Review Text", "id = Review Link"],
      query: "select time, channel, touchpoint, stars, answered, text from t",
      rows: [
        ["2026-03-01 10:00:00", "review", "Google Play", "5.000000", "true", "Great\napp"],
        ["2026-03-02 11:00:00", "review", "Google Play", "3.000000", "false", "-"],
        ["2026-03-02 12:00:00", "review", "Google Play", "4.000000", "false", "-"],
        ["2026-03-02 10:00:00", "review", "Google Play", "2.000000", "true", "Crashes less"],
      ],
      lines: [
        "no sentiment in the file: score sentiment in google_play method stars makes one of the stars",
        "  channel    = \"review\" in every row", "left out: 1 repeated Review Link (the last row counts)",
      ]),
    ExportCase(
      file: "app_store.json", export: .appStore, kind: .reviews, counts: [2, 2, 0, 0],
      roles: ["customer = attributes.reviewerNickname", "stars = attributes.rating"],
      query: "select time, touchpoint, stars, text from t",
      rows: [
        ["2026-03-15 16:10:34", "App Store", "5.000000", "Nice\n\nWorks well"],
        ["2026-03-16 16:10:34", "App Store", "1.000000", "Bad\n\nDoes not open"],
      ]),
    ExportCase(
      file: "trustpilot.csv", export: .trustpilot, kind: .reviews, counts: [2, 2, 0, 0],
      roles: ["customer = Review User Email", "stars = Review Stars", "answered = Company Response"],
      query: "select id, time, stars, answered from t",
      rows: [
        ["tp1", "2026-03-01 10:00:00", "5.000000", "true"],
        ["tp2", "2026-03-02 23:30:00", "1.000000", "false"],
      ]),
    ExportCase(
      file: "google_reviews.json", export: .googleReviews, kind: .reviews, counts: [3, 3, 0, 0],
      roles: ["customer = reviewer.displayName", "stars = starRating"],
      query: "select id, time, stars, answered from t",
      rows: [
        ["g1", "2026-03-01 10:00:00.123456", "5.000000", "true"],
        ["g2", "2026-03-02 10:00:00", "2.000000", "false"],
        ["g3", "2026-03-03 10:00:00.5", "-", "false"],
      ]),
  ]

  private static let publicSets = [
    ExportCase(
      file: "cfpb_18.csv", export: .cfpb, kind: .tickets, counts: [3, 3, 0, 0],
      roles: ["channel = Submitted via", "topic = Issue", "text = Consumer complaint narrative"],
      query: "select id, time, channel, topic, text, answered from t",
      rows: [
        [
          "3384392", "2019-09-24 00:00:00", "web form", "Attempts to collect debt not owed",
          "They keep calling",
          "true",
        ],
        ["3379500", "2019-09-19 00:00:00", "phone", "Fraud or scam", "-", "false"],
        ["3417821", "2019-10-25 00:00:00", "other", "-", "-", "true"],
      ]),
    ExportCase(
      file: "cfpb_16.csv", export: .cfpb, kind: .tickets, counts: [2, 2, 0, 0],
      roles: ["channel = Submitted via"], query: "select id, time, channel from t",
      rows: [
        ["8100001", "2024-01-01 08:15:30", "other"], ["8100002", "2024-01-02 23:15:30", "web form"],
      ]),
    ExportCase(
      file: "twcs.csv", export: .twcs, kind: .mentions, counts: [4, 2, 0, 2],
      roles: ["customer = author_id", "text = text"], query: "select id, time, channel, answered from t",
      rows: [
        ["3", "2017-10-31 22:08:27", "social", "true"], ["4", "2017-10-31 22:16:00", "social", "false"],
      ],
      lines: ["left out: 2 posts of companies (inbound False)"]),
    ExportCase(
      file: "airline_tweets.csv", export: .airlineTweets, kind: .mentions, counts: [3, 3, 0, 0],
      roles: ["customer = name", "topic = negativereason"],
      query: "select id, time, channel, sentiment from t",
      rows: [
        ["570306133677760513", "2015-02-24 19:35:52", "social", "0.000000"],
        ["570301130888122368", "2015-02-24 19:15:59", "social", "1.000000"],
        ["570300817074462722", "2015-02-24 19:14:45", "social", "-1.000000"],
      ]),
    ExportCase(
      file: "apple_tweets.csv", export: .appleTweets, kind: .mentions, counts: [4, 4, 0, 0],
      roles: ["id = _unit_id", "sentiment = sentiment"], query: "select id, time, sentiment from t",
      rows: [
        ["623495513", "2014-12-01 19:30:03", "0.000000"], ["623495514", "2014-12-01 19:43:51", "-1.000000"],
        ["623495515", "2014-12-01 19:50:28", "1.000000"], ["623495516", "2014-12-01 20:26:34", "-"],
      ]),
    ExportCase(
      file: "kaggle_tickets.csv", export: .kaggleTickets, kind: .tickets, counts: [3, 3, 0, 0],
      roles: ["time = Date of Purchase", "customer = Customer Email", "channel = Ticket Channel"],
      query:
        "select id, time, channel, status, resolved, csat_score, answered, \"First Response Time\" from t",
      rows: [
        ["1", "2021-03-22 00:00:00", "social", "pending", "false", "-", "true", "2023-06-01 12:15:36"],
        ["2", "2021-05-21 00:00:00", "chat", "open", "false", "-", "false", "-"],
        ["3", "2020-07-14 00:00:00", "email", "closed", "true", "3.000000", "true", "2023-06-01 11:14:38"],
      ]),
    ExportCase(
      file: "kaggle_tickets_joined.csv", export: .kaggleTickets, kind: .tickets, counts: [3, 3, 0, 0],
      roles: ["time = DateofPurchase"], query: "select id, time, channel, FirstResponseTime from t",
      rows: [
        ["1", "2021-03-22 00:00:00", "social", "2023-06-01 12:15:00"],
        ["2", "2021-05-21 00:00:00", "chat", "-"],
        ["3", "2020-07-14 00:00:00", "email", "2023-06-01 11:14:00"],
      ],
      lines: [
        "no column says when a ticket was opened: time is the day of purchase; with (time = FirstResponseTime) "
          + "takes the answered tickets by their answer"
      ]),
    ExportCase(
      file: "call_center.csv", export: .callCenter, kind: .calls, counts: [3, 3, 0, 0],
      roles: ["handle_time = call duration in minutes", "csat_score = csat_score", "team = call_center"],
      query: "select id, channel, sentiment, csat_score, handle_time from t",
      rows: [
        ["DKK-1", "phone", "0.000000", "3.666667", "1020000"], ["QGK-2", "bot", "1.000000", "-", "1380000"],
        ["GYJ-3", "web form", "-0.500000", "1.000000", "2700000"],
      ]),
    ExportCase(
      file: "alexa_reviews.tsv", export: .alexaReviews, kind: .reviews, counts: [3, 3, 0, 0],
      roles: ["stars = rating", "text = verified_reviews", "touchpoint = variation"],
      query: "select time, channel, touchpoint, stars, text, feedback from t",
      rows: [
        ["2018-07-31 00:00:00", "review", "Charcoal Fabric", "5.000000", "Plays my songs", "1"],
        ["2018-07-30 00:00:00", "review", "Walnut Finish", "1.000000", "Stopped \"hearing\" me", "0"],
        ["2018-07-30 00:00:00", "review", "Black  Dot", "4.000000", "-", "1"],
      ]),
    ExportCase(
      file: "sla_tickets.csv", export: .slaTickets, kind: .tickets, counts: [3, 3, 0, 0],
      roles: ["channel = Channel", "topic = Category"],
      query: "select id, channel, status, response_time, resolution_time, csat_score from t",
      rows: [
        ["TKT-1", "chat", "closed", "3996000", "64980000", "5.000000"],
        ["TKT-2", "phone", "open", "28368000", "81864000", "-"],
        ["TKT-3", "web form", "solved", "69948000", "118872000", "2.000000"],
      ]),
  ]
}

@Suite struct `A recognised export` {
  @Test(arguments: ExportCase.all)
  func `gives the events that it holds`(expected: ExportCase) throws {
    let bench = try Bench()
    let outcome = try bench.load(expected.file, nil, folder: ExportCase.folder)
    let source = outcome.source
    #expect(source.kind == expected.kind)
    #expect(outcome.report[1].hasPrefix("recognised as \(expected.export.phrase);"), "\(outcome.report[1])")
    #expect([source.rowsRead, source.rowsKept, source.rowsRejected, source.rowsExcluded] == expected.counts)
    for role in expected.roles { #expect(source.roles.contains(role), "\(role) in \(source.roles)") }
    let kept = "from (select * from t where _reject is null) as t"
    #expect(try bench.rows(expected.query.replacing("from t", with: kept)) == expected.rows)
    for line in expected.lines { #expect(outcome.report.contains(line), "\(line) in \(outcome.report)") }
    #expect(source.rowsRead == source.rowsKept + source.rowsRejected + source.rowsExcluded)
    #expect(
      outcome.records[0].hasPrefix(
        "\(expected.file) \(source.rowsKept) kept \(source.rowsRejected + source.rowsExcluded) rejected"))
  }

  @Test func `has a file that shows it`() {
    #expect(Set(ExportCase.all.map(\.export)) == Set(ExportName.allCases))
    #expect(ExportFormat.all.map(\.name).count == ExportName.allCases.count)
  }

  @Test func `lists the rows that it leaves out with the reason`() throws {
    let bench = try Bench()
    let outcome = try bench.load("zendesk.csv", nil, as: "z", folder: ExportCase.folder)
    let table = try bench.loader.rejects(of: [outcome.source])
    let rows = table.rows.map { row in row[1...2].map { if case .text(let text) = $0 { text } else { "-" } } }
    #expect(
      rows == [
        ["zendesk.csv:4", "left out: merged (closed_by_merge)"],
        ["zendesk.csv:5", "left out: repeated Id (the last row counts)"],
        ["zendesk.csv:6", "left out: spam"], ["zendesk.csv:7", "left out: deleted"],
      ])
  }

  @Test func `gives way to what the user writes`() throws {
    let bench = try Bench()
    let outcome = try bench.load(
      "zendesk.csv", nil, folder: ExportCase.folder,
      with: [with(.channel, "Group"), with(.time, "Solved at"), with(.topic, "Via")])
    #expect(outcome.source.roles.contains("channel = Group"))
    #expect(
      try bench.rows("select channel, topic, time from t where _reject is null order by time limit 1")
        == [["Billing", "Mail", "2026-03-02 11:15:00"]])
    // The earlier row of 104 has no time of solving: it is rejected and so not repeated.
    #expect(outcome.source.rowsExcluded == 3)
    #expect(outcome.source.rowsRejected == 3)
  }

  @Test func `is not seen in a file that the user calls customers`() throws {
    let bench = try Bench()
    try bench.write("people.csv", "reviewId,starRating,customer\n1,FIVE,a\n2,TWO,b\n")
    let outcome = try bench.load("people.csv", .customers)
    #expect(!outcome.report.contains { $0.hasPrefix("recognised as") })
  }

  @Test func `keeps the last of the rows that two months repeat`() throws {
    let bench = try Bench()
    let head = "Ticket_ID,Id,Created at,Tags,Status,Satisfaction Score,Group stations\n"
    try bench.write("z-2026-01.csv", head + "x,7,2026-01-31 10:00,,Open,,1\nx,8,2026-01-31 11:00,,Open,,1\n")
    try bench.write("z-2026-02.csv", head + "x,7,2026-01-31 10:00,,Solved,Good,1\n")
    let outcome = try bench.load("z-*.csv", nil, as: "z")
    #expect(
      try bench.rows("select id, status from t where _reject is null order by id") == [
        ["7", "solved"], ["8", "open"],
      ])
    #expect(outcome.records.count == 2)
    #expect(outcome.records[0].hasPrefix("z-2026-01.csv 1 kept 1 rejected to 2026-01-31"))
    #expect(outcome.records[1].hasPrefix("z-2026-02.csv 1 kept 0 rejected to 2026-01-31"))
  }

  @Test func `of two kinds of survey fills no score`() throws {
    let bench = try Bench()
    try bench.write(
      "d.json",
      """
      [{"id": 1, "survey_type": "nps", "score": 9, "permalink": "a", "created_at": 1767258000},
       {"id": 2, "survey_type": "csat", "score": 5, "permalink": "b", "created_at": 1767258000}]
      """)
    let outcome = try bench.load("d.json", nil)
    #expect(!outcome.source.roles.contains { $0.hasSuffix("= score") }, "\(outcome.source.roles)")
  }

  @Test func `chooses the sheet of a workbook`() throws {
    // The pivot has more rows times columns with usual names, the export is told by its own.
    let bench = try Bench()
    let outcome = try bench.load(
      "recognised.xlsx", nil, folder: ExportCase.folder.replacing("Exports", with: "Workbooks"))
    #expect(outcome.report[1].hasPrefix("recognised as a Sparkcentral"), "\(outcome.report)")
    #expect(outcome.report.contains { $0.hasPrefix("read from the sheet Conversations (") })
  }

  @Test func `of reviews has title and text as the customer's words`() throws {
    let bench = try Bench()
    try bench.write(
      "r.csv",
      "Review Id,Review Created (UTC),Review Stars,Review Title,Review Content\n"
        + "1,2026-01-01,5,Great,Quick and kind\n2,2026-01-01,4,So quick…,so quick and kind\n3,2026-01-01,1,Never again,\n"
        + "4,2026-01-01,2,,Too slow\n5,2026-01-01,2,,\n")
    let outcome = try bench.load("r.csv", nil)
    let expected = [
      ["1", "Great\n\nQuick and kind"], ["2", "so quick and kind"], ["3", "Never again"], ["4", "Too slow"],
      ["5", "-"],
    ]
    #expect(try bench.rows("select id, text from t order by id") == expected)
    #expect(outcome.source.field("Review Title") != nil)
    #expect(outcome.report.contains { $0.contains("= `Review Content`  (behind `Review Title`, ") })
    // Of a tool that is not recognised, too; what the user names is taken as it stands.
    try bench.write(
      "own_reviews.csv",
      "id,date,stars,Title,Body\n1,2026-01-01,5,Great,Quick and kind\n2,2026-01-01,4,,Slow\n")
    _ = try bench.load("own_reviews.csv", nil, table: "u")
    #expect(try bench.rows("select text from u order by id") == [["Great\n\nQuick and kind"], ["Slow"]])
    _ = try bench.load("own_reviews.csv", nil, table: "v", with: [with(.text, "Body")])
    #expect(try bench.rows("select text from v order by id") == [["Quick and kind"], ["Slow"]])
  }

  @Test func `is told by its columns whatever their case and order`() throws {
    let bench = try Bench()
    try bench.write(
      "x.csv", "SUBJECT,group_stations,created_at,satisfaction score,via\nHi,1,2026-01-01,good,Mail\n")
    let outcome = try bench.load("x.csv", nil)
    #expect(outcome.report[1].hasPrefix("recognised as a Zendesk"))
    #expect(try bench.rows("select channel, csat_score from t") == [["email", "5.000000"]])
  }
}
