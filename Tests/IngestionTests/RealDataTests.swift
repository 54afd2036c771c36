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

/// Loads of public files as analysts have them.
///
/// The expected figures were computed apart, with Python's `csv`, `json` and `datetime`. The files lie beside the
/// checkout in `../shared/data`; where they are missing the tests are skipped with a notice.
enum RealData {
  static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/../shared/data"
  }()

  static let isPresent: Bool = {
    let found = FileManager.default.fileExists(atPath: folder + "/airline-tweets/airline_tweets.csv")
    if !found { print("notice: \(folder) is missing, the tests on public files are skipped") }
    return found
  }()
}

@Suite(.enabled(if: RealData.isPresent, "the public files are missing")) struct RealDataTests {
  private func load(
    _ bench: Bench, _ path: String, _ kind: SourceKind?, with roles: [ResolvedRole] = []
  ) throws(Mistakes) -> LoadOutcome {
    try bench.load(path, kind, folder: RealData.folder, with: roles)
  }

  @Test func `Airline tweets are mentions at -08:00 with 232 line breaks inside quotes`() throws {
    let bench = try Bench()
    let outcome = try load(bench, "airline-tweets/airline_tweets.csv", nil)
    let source = outcome.source
    #expect(source.kind == .mentions)
    #expect(
      [source.rowsRead, source.rowsKept, source.rowsRejected, source.sharedOffset ?? 0] == [
        14640, 14640, 0, -28800,
      ])
    #expect(!source.timesAreWallClock)
    #expect(source.roles.contains("sentiment = airline_sentiment"))
    #expect(source.roles.contains("topic = negativereason"))
    #expect(
      try bench.rows("select airline, count(*) from t group by 1 order by 1") == [
        ["American", "2759"], ["Delta", "2222"], ["Southwest", "2420"], ["US Airways", "2913"],
        ["United", "3822"],
        ["Virgin America", "504"],
      ])
    #expect(
      try bench.rows("select sentiment, airline_sentiment, count(*) from t group by all order by 1") == [
        ["-1.000000", "negative", "9178"], ["0.000000", "neutral", "3099"], ["1.000000", "positive", "2363"],
      ])
    #expect(
      try bench.rows(
        "select strftime(time - interval 8 hours, '%Y-%m-%d') as day, count(*) from t group by 1 order by 1"
      ).map { $0[1] } == ["4", "1408", "1344", "1376", "1500", "1557", "3079", "3028", "1344"])
    #expect(
      try bench.rows(
        "select count(distinct id), count(topic), count(*) filter (contains(text, chr(10))) > 0 from t")
        == [["14485", "9178", "true"]])
    #expect(
      outcome.records[0].hasPrefix(
        "airline-tweets/airline_tweets.csv 14640 kept 0 rejected to 2015-02-24 sha256:"))
  }

  @Test func `The support tickets say that they know no time of opening`() throws {
    let bench = try Bench()
    let outcome = try load(bench, "kaggle-support-tickets/customer_support_tickets.csv", nil)
    #expect([outcome.source.rowsRead, outcome.source.rowsKept] == [8469, 8469])
    #expect(outcome.source.timesAreWallClock)
    #expect(outcome.source.remarks.contains { $0.hasPrefix("no column says when a ticket was opened") })
    #expect(
      try bench.rows("select channel, count(*) from t group by 1 order by 1") == [
        ["chat", "2073"], ["email", "2143"], ["phone", "2132"], ["social", "2121"],
      ])
    #expect(
      try bench.rows("select min(time), max(time) from t") == [
        ["2020-01-01 00:00:00", "2021-12-30 00:00:00"]
      ])
    #expect(try bench.rows("select count(csat_score), sum(csat_score) from t") == [["2769", "8283.000000"]])
  }

  @Test func `Columns that only sound like durations stay ordinary times`() throws {
    let bench = try Bench()
    let outcome = try load(bench, "kaggle-support-tickets/customer_support_tickets.csv", nil)
    for name in ["FirstResponseTime", "TimetoResolution"] {
      #expect(outcome.source.field(name)?.role == nil)
      #expect(outcome.source.field(name)?.type == .instant)
    }
    #expect(try bench.number("select count(*) from t where TimetoResolution < FirstResponseTime") == 1365)
  }

  @Test func `Hours in a column's name are its unit`() throws {
    let bench = try Bench()
    let outcome = try load(bench, "ticket-sla-bundle/customer_support_tickets.csv", nil)
    #expect(outcome.source.kind == .tickets)
    #expect(
      try bench.rows(
        "select sum(response_time), sum(resolution_time), count(csat_score), sum(csat_score) from t") == [
          ["63074052000", "197471628000", "428", "1582.000000"]
        ])
  }

  @Test func `Rows of commas are left out and counted, and the scale of ten is recognised`() throws {
    let bench = try Bench()
    let outcome = try load(bench, "callcenter-sentiment-2020/Call Center.csv", nil)
    let source = outcome.source
    #expect(source.kind == .calls)
    #expect([source.rowsRead, source.rowsKept, source.rowsRejected] == [10747, 10747, 0])
    #expect(outcome.emptyRows == 22194)
    #expect(source.field("csat_score")?.scale == 1...10)
    #expect(source.field("csat_score_raw")?.type == .number)
    #expect(
      try bench.rows("select count(csat_score_raw), sum(csat_score_raw), sum(handle_time) from t") == [
        ["3980", "22287", "16161480000"]
      ])
    #expect(
      try bench.rows("select sentiment, count(*) from t where _reject is null group by 1 order by 1") == [
        ["-1.000000", "1941"], ["-0.500000", "3571"], ["0.000000", "2852"], ["0.500000", "1304"],
        ["1.000000", "1079"],
      ])
    #expect(
      try bench.rows("select time, count(*) from t where time = '2020-10-11' group by 1") == [
        ["2020-10-11 00:00:00", "352"]
      ])
    #expect(source.remarks.contains("22,194 rows hold nothing but delimiters and are left out"))
    #expect(try bench.number("select count(*) from t") == 10747)
  }

  @Test func `A tab-separated file with a mark of UTF-8 and short month names loads`() throws {
    let bench = try Bench()
    let outcome = try load(bench, "amazon-alexa-reviews/amazon_alexa.tsv", .reviews)
    #expect(outcome.source.rowsKept == 3150)
    #expect(try bench.rows("select sum(stars), count(*) - count(text) from t") == [["14059.000000", "79"]])
    #expect(
      try bench.rows("select time, count(*) from t group by 1 order by 1 limit 2") == [
        ["2018-05-16 00:00:00", "5"], ["2018-05-17 00:00:00", "7"],
      ])
  }

  @Test func `JSON with offsets that differ becomes UTC`() throws {
    let bench = try Bench()
    let outcome = try load(bench, "zendesk-json/tickets.json", nil)
    #expect(outcome.source.sharedOffset == nil)
    #expect(!outcome.source.timesAreWallClock)
    #expect(
      try bench.rows("select channel, count(*) from t group by 1 order by 1") == [
        ["chat", "70"], ["phone", "67"], ["web form", "63"],
      ])
    #expect(
      try bench.rows("select min(time), max(time) from t") == [
        ["2016-01-05 19:25:02", "2016-07-28 20:26:16"]
      ])
  }

  @Test func `The same requests come from CSV and from JSON`() throws {
    let bench = try Bench()
    for (path, table) in [("311_Service_Requests.csv", "a"), ("311_Service_Requests.json", "b")] {
      let outcome = try bench.load("nyc311-sample/" + path, .tickets, table: table, folder: RealData.folder)
      #expect(outcome.source.rowsKept == 1000)
    }
    for table in ["a", "b"] {
      #expect(
        try bench.rows("select channel, count(*) as n from \(table) group by 1 order by n desc") == [
          ["ONLINE", "392"], ["MOBILE", "301"], ["PHONE", "293"], ["UNKNOWN", "14"],
        ])
    }
    #expect(try bench.number("select count(*) from a join b using (id, time, topic, team, channel)") == 1000)
  }

  @Test func `Codes mixed with a word for no answer are a scale`() throws {
    let bench = try Bench()
    let outcome = try load(bench, "apple-tweets-2014/Apple-Twitter-Sentiment-DFE.csv", nil)
    #expect(outcome.source.kind == .mentions)
    #expect(outcome.source.field("sentiment")?.missing == 82)
    #expect(outcome.source.field("sentiment")?.unreadable == 0)
    #expect(try bench.number("select count(distinct id) from t") == 3886)
    #expect(
      try bench.rows("select sentiment, count(*) from t group by 1 order by 1 nulls last") == [
        ["-1.000000", "1219"], ["0.000000", "2162"], ["1.000000", "423"], ["-", "82"],
      ])
  }

  @Test(arguments: [
    ("sentiment140-manual/testdata.manual.2009.06.14.csv", "missing-header"),
    ("olist-funnel/olist_marketing_qualified_leads_dataset.csv", "missing-header"),
    ("classicmodels-txt/Customers.txt", "missing-header"), ("duckdb-messy-csv/utf16.csv", "no-time-column"),
    ("duckdb-messy-csv/banklist.csv", "no-time-column"),
    ("bank-telemarketing/bank-additional.csv", "no-time-column"),
  ]) func `What cannot be loaded says why`(path: String, code: String) throws {
    let bench = try Bench()
    do throws(Mistakes) {
      _ = try load(bench, path, .mentions)
      Issue.record("\(path) was loaded")
    } catch {
      #expect(error.list.map(\.code) == [code])
    }
    #expect(try bench.tables() == [])
  }

  /// Rows by `len(json.load(f))`; the time by hand: 11:16:50 at -10:00 is 21:16:50 UTC.
  @Test(arguments: [
    ("zendesk-json/tickets.json", 200), ("zendesk-json/users.json", 75),
    ("zendesk-json/organizations.json", 25), ("nyc311-sample/311_Service_Requests.json", 1000),
  ]) func `JSON of APIs loads with every row`(path: String, rows: Int) throws {
    let bench = try Bench()
    let kind: SourceKind = path.contains("users") ? .customers : .tickets
    let roles = path.contains("users") ? [with(.customer, "_id")] : []
    let source = try load(bench, path, kind, with: roles).source
    #expect([source.rowsRead, source.rowsKept] == [rows, rows])
  }

  @Test func `Times of Zendesk's JSON have a space before their offset, its tags are lists`() throws {
    let bench = try Bench()
    let source = try load(bench, "zendesk-json/tickets.json", .tickets).source
    // Some are at -10:00 and some at -11:00.
    #expect(source.sharedOffset == nil && !source.timesAreWallClock)
    // By Python: the keys that are missing, and the first ticket.
    let text = source.field("text") ?? source.field("description")
    #expect(text?.missing == 1)
    #expect(source.field("due_at")?.missing == 5)
    #expect(
      try bench.rows("select time, tags from t where id = '436bf9b0-1147-4c0a-8439-6f79833bff5b'") == [
        ["2016-04-28 21:19:34", "Ohio, Pennsylvania, American Samoa, Northern Mariana Islands"]
      ])
  }

  @Test func `An object in NYC 311's JSON gives columns of its own`() throws {
    let bench = try Bench()
    _ = try load(bench, "nyc311-sample/311_Service_Requests.json", .tickets)
    #expect(
      try bench.rows("select \"location.latitude\" is not null from t where id = '61276295'") == [
        ["true"]
      ])
  }
}
