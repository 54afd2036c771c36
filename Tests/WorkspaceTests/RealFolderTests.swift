import Foundation
import Testing

/// Every folder of public files, loaded by one statement or a short session, with the quirk that fools naive readers.
///
/// The counts were taken apart, with Python's `csv` and `json` modules and `collections.Counter`.
@Suite(.enabled(if: RealDataTests.folder != nil, RealDataTests.notice)) struct RealFolderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// The folder, and what is special about it.
    var folder: String
    var quirk: String
    var session: String
    /// For each source: rows read, kept, rejected.
    var sources: [String]
    /// A question, and the figure by which the quirk is seen to be handled.
    var asked: String
    var answer: String

    var testDescription: String { "\(folder): \(quirk)" }
  }

  static let cases = [
    Case(
      folder: "airline-satisfaction-survey", quirk: "no times, an unnamed column, 0 for not applicable",
      session: "load surveys \"airline_test.csv\" as s with (date 2015-02-28)", sources: ["25976|25976|0"],
      asked: "show count(`Inflight wifi service` = 0) as n", answer: "813"),
    Case(
      folder: "airline-tweets", quirk: "ids of 18 digits, 155 of them twice",
      session: "load \"airline_tweets.csv\"", sources: ["14640|14640|0"],
      asked: "show distinct(id) as n", answer: "14485"),
    Case(
      folder: "amazon-alexa-reviews", quirk: "tabs, a mark of UTF-8, 79 texts of one space",
      session: "load \"amazon_alexa.tsv\"", sources: ["3150|3150|0"],
      asked: "show count(text is missing) as n", answer: "79"),
    Case(
      folder: "apple-tweets-2014", quirk: "a scale of 1, 3, 5 with the word not_relevant in 82 cells",
      session: "load \"Apple-Twitter-Sentiment-DFE.csv\"", sources: ["3886|3886|0"],
      asked: "show count(sentiment is missing) as n", answer: "82"),
    Case(
      folder: "bank-telemarketing", quirk: "semicolons, dots in names, no times, 999 for never",
      session: "load calls \"bank-additional.csv\" with (date 2010-11-30, channel = contact)",
      sources: ["4119|4119|0"], asked: "show count(pdays = 999) as n", answer: "3959"),
    Case(
      folder: "callcenter-sentiment-2020", quirk: "22,194 rows of commas, one call on the last day",
      session: "load \"Call Center.csv\"", sources: ["10747|10747|0"],
      asked: "show calls during 2020-10-31", answer: "1"),
    Case(
      folder: "classicmodels-txt", quirk: "no headers, NULL as a word, Latin-1",
      session: """
        load interactions "Orders.txt" with (header none, columns (id, time, required, shipped, status, text, customer))
        load customers "Customers.txt" with (header none, columns (customer, company, last, first, phone, address, place, city, state, postcode, country, agent, credit))
        load interactions "Payments.txt" with (header none, columns (customer, id, time, amount))
        load interactions "Employees.txt" with (header none, date 2005-05-31, columns (id, last, first, extension, email, office, boss, title))
        load interactions "Offices.txt" with (header none, date 2005-05-31, columns (id, city, phone, address, place, state, country, postcode, territory))
        """,
      sources: ["326|326|0", "122|122|0", "273|273|0", "23|23|0", "7|7|0"],
      asked: "show count(source = orders and text is missing) as n", answer: "246"),
    Case(
      folder: "duckdb-messy-csv", quirk: "Windows-1252 with hard spaces in the header",
      session: "load interactions \"banklist.csv\" with (time = `Closing Date`, customer = `Bank Name`)",
      sources: ["568|568|0"], asked: "show interactions", answer: "568"),
    Case(
      folder: "kaggle-support-tickets",
      quirk: "texts of several lines, day first, a rating of closed tickets only",
      session: "load \"customer_support_tickets.csv\"", sources: ["8469|8469|0"],
      asked: "show count(csat_score is not missing) as n", answer: "2769"),
    Case(
      folder: "marketing-campaign-ifood", quirk: "tabs in a file called csv, 24 incomes of 2,240 missing",
      session: "load customers \"marketing_campaign.csv\" as m", sources: ["2240|2240|0"],
      asked: "fields m | where field = \"Income\" | keep missing", answer: "0.010714"),
    Case(
      folder: "nyc311-sample", quirk: "the same call as CSV and as JSON, keys that are absent when empty",
      session: "load \"311_Service_Requests.csv\" as c\nload \"311_Service_Requests.json\" as j",
      sources: ["1000|1000|0", "1000|1000|0"], asked: "show distinct(id) as n", answer: "1000"),
    Case(
      folder: "olist-funnel",
      quirk: "no header in one of three, NaN as a word, times under a name of their own",
      session: """
        load interactions "olist_marketing_qualified_leads_dataset.csv" as leads with (header none, columns (id, time, touchpoint, channel))
        load interactions "olist_closed_deals_dataset.csv" as deals with (time = won_date, customer = seller_id, id = mql_id)
        load customers "olist_sellers_dataset.csv" as sellers with (customer = seller_id)
        """,
      sources: ["8000|8000|0", "842|842|0", "3095|3095|0"],
      asked: "show count(source = leads and channel = \"NaN\") as n", answer: "60"),
    Case(
      folder: "qualtrics-3header", quirk: "three header rows, and the older two",
      session: "load \"sample.csv\"\nload \"sample_legacy.csv\"", sources: ["1|1|0", "1|1|0"],
      asked: "show surveys", answer: "2"),
    Case(
      folder: "sentiment140-manual", quirk: "no header, lines that end with a carriage return alone",
      session: """
        load mentions "testdata.manual.2009.06.14.csv" with (header none, columns (polarity, id, time, query, customer, text), sentiment = polarity scale 0..4)
        """,
      sources: ["498|498|0"], asked: "show count(sentiment > 0) as n", answer: "182"),
    Case(
      folder: "ticket-sla-bundle", quirk: "717 escalations of 577 tickets",
      session: """
        load "customer_support_tickets.csv" as t
        load interactions "auto_escalations.csv" as e with (date 2024-12-31)
        load interactions "sla_violations.csv" as v with (date 2024-12-31)
        load interactions "auto_tagged_tickets.csv" as g with (date 2024-12-31)
        load interactions "ticket_summary_stats.csv" as s with (date 2024-12-31)
        """,
      sources: ["1000|1000|0", "717|717|0", "338|338|0", "1000|1000|0", "6|6|0"],
      asked: "show distinct(id) as n where source = e", answer: "577"),
    Case(
      folder: "zendesk-json", quirk: "nested JSON, a space before the offset, absent keys",
      session: """
        load "tickets.json"
        load "users.json"
        load interactions "organizations.json"
        """,
      sources: ["200|200|0", "75|75|0", "25|25|0"],
      asked: "show count(source = tickets and text is missing) as n", answer: "1"),
  ]

  @Test(arguments: cases) func loadsWhole(real: Case) throws {
    let data = try #require(RealDataTests.folder)
    let session = real.session.split(separator: "\n").map { line in
      let pieces = line.split(separator: "\"", maxSplits: 1, omittingEmptySubsequences: false)
      return "\(pieces[0])\"\(data)/\(real.folder)/\(pieces[1])"
    }
    let desk = try Desk([:], session.joined(separator: "\n"))
    #expect(try desk.rows("sources", "rows", "kept", "rejected") == real.sources)
    #expect(try desk.cell(real.asked) == real.answer)
  }

  @Test func namesEveryFolder() throws {
    let data = try #require(RealDataTests.folder)
    let folders = try FileManager.default.contentsOfDirectory(atPath: data)
    #expect(Set(folders) == Set(Self.cases.map(\.folder)))
  }
}
