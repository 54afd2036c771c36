import DataModel
import Foundation
import Sessions
import Testing

/// Real files, beside figures that were computed apart.
///
/// `Fixtures/real-data-expected.txt` was written by `Fixtures/real-data-expected.py` with Python's `csv` module alone.
struct RealDataTests {
  /// The folder of the shared data beside the checkout, nil where it is missing.
  static let folder: String? = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    let path = parts.joined(separator: "/") + "/shared/data"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  static let notice: Comment = "../shared/data is not there: the tests on real files are left out"

  private static let expected: [String: [String]] = {
    let path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let text = (try? String(contentsOfFile: path + "/Fixtures/real-data-expected.txt", encoding: .utf8)) ?? ""
    var sections: [String: [String]] = [:]
    var name = ""
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("[") {
        name = String(line.dropFirst().dropLast())
      } else {
        sections[name, default: []].append(line)
      }
    }
    return sections
  }()

  private func figures(_ section: String) throws -> [String] { try #require(Self.expected[section]) }

  /// Tweets to six airlines in February 2015: 14,640 rows, with line breaks in their texts.
  @Test(.enabled(if: folder != nil, notice)) func tweetsByAirlineAndDay() throws {
    let folder = try #require(Self.folder)
    let desk = try Desk(
      [:],
      """
      load mentions "\(folder)/airline-tweets/airline_tweets.csv" as tweets with (
        time = tweet_created, id = tweet_id, customer = name, sentiment = airline_sentiment, topic = negativereason, text = text)
      """)
    #expect(
      try desk.rows("sources", "source", "rows", "kept", "rejected", "first", "last") == [
        "tweets|14640|14640|0|2015-02-16|2015-02-24"
      ])
    #expect(desk.workspace.zoneName == "-08:00")
    #expect(
      try desk.rows("show mentions, sentiment by airline, day", "airline", "day", "mentions", "sentiment")
        == figures("tweets by airline and day"))
    #expect(try desk.rows("show mentions by topic") == figures("tweets by reason"))
    #expect(
      try desk.rows("show mentions by hour during 2015-02-22") == figures("tweets by hour on 2015-02-22"))
    #expect(
      try desk.rows("show share of mentions(topic = \"late flight\") as s by airline", "airline", "s")
        == figures("share of late flights"))
    #expect(try desk.rows("show mentions, customers, distinct(id)") == figures("tweeters"))
    try desk.say("set zone \"UTC\"")
    #expect(try desk.rows("show mentions by day") == figures("tweets by day in utc"))
  }

  /// 8,469 support tickets, dated by the day of purchase, day first.
  @Test(.enabled(if: folder != nil, notice)) func supportTicketsByChannel() throws {
    let folder = try #require(Self.folder)
    let desk = try Desk(
      [:],
      """
      load tickets "\(folder)/kaggle-support-tickets/customer_support_tickets.csv" as t with (
        time = DateOfPurchase, id = TicketID, customer = CustomerEmail, channel = TicketChannel,
        csat_score = CustomerSatisfactionRating scale 1..5 high is good, text = TicketDescription)
      """)
    #expect(
      try desk.rows("sources", "rows", "kept", "rejected", "first", "last") == [
        "8469|8469|0|2020-01-01|2021-12-30"
      ])
    #expect(
      try desk.rows(
        "show tickets, csat, csat_top2 by channel", "channel", "tickets", "csat_n", "csat", "csat_top2")
        == figures("tickets by channel"))
    #expect(
      try desk.rows("show tickets, csat, csat_top2", "tickets", "csat_n", "csat", "csat_top2")
        == figures("tickets"))
    #expect(try desk.rows("show tickets by month") == figures("tickets by month"))
    #expect(
      try desk.rows("show tickets by TicketPriority, channel") == figures("tickets by priority and channel"))
    #expect(
      try desk.rows("show tickets where TicketStatus = closed and time = 2021")
        == figures("closed tickets in 2021"))
  }
}
