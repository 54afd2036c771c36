import DataModel
import Foundation
import Testing

/// Random questions about the sample data, beside plain SQL that reads the files itself.
struct NorthbankTests {
  private static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/samples/northbank"
  }()

  /// A generator of random numbers, the same on every machine (SplitMix64).
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// Something asked in the language, and the same in SQL.
  private struct Pair {
    var asked: String
    var sql: String
  }

  /// A kind of event with its file and time.
  private struct Source {
    var measure: Pair
    var more: [Pair]
    var kinds: String
    var file: String
    var time: String
    var filters: [Pair]
  }

  private static let sources: [Source] = [
    Source(
      measure: Pair(asked: "tickets", sql: "count(*)"),
      more: [
        Pair(asked: "escalation_rate", sql: "avg(case when escalated = 'yes' then 1.0 else 0.0 end)"),
        Pair(asked: "reopen_rate", sql: "avg(case when reopened = 'yes' then 1.0 else 0.0 end)"),
        Pair(asked: "csat", sql: "avg(csat)"), Pair(asked: "count(csat_score)", sql: "count(csat)"),
        Pair(asked: "response_time", sql: "median(first_response_minutes) * 60"),
        Pair(asked: "mean(resolution_time)", sql: "avg(resolution_time_hours) * 3600"),
        Pair(asked: "distinct(customer)", sql: "count(distinct customer_id)"),
      ], kinds: "ticket", file: "tickets.csv", time: "created_at",
      filters: [
        Pair(asked: "escalated", sql: "escalated = 'yes'"),
        Pair(asked: "not reopened", sql: "reopened is distinct from 'yes'"),
        Pair(asked: "response_time > 2 hours", sql: "first_response_minutes > 120"),
        Pair(asked: "customer is missing", sql: "customer_id is null"),
        Pair(
          asked: "text contains refund",
          sql: "list_contains(regexp_split_to_array(lower(subject), '[^a-z0-9]+'), 'refund')"),
        Pair(asked: "csat_score <= 2", sql: "csat <= 2"),
      ]),
    Source(
      measure: Pair(asked: "all_events", sql: "count(*)"),
      more: [
        Pair(asked: "mean(sentiment)", sql: "avg(sentiment)"), Pair(asked: "rating", sql: "avg(stars)"),
        Pair(asked: "net_sentiment", sql: "avg(sign(sentiment))"),
        Pair(asked: "count(sentiment < 0)", sql: "count(*) filter (where sentiment < 0)"),
      ], kinds: "mention, review", file: "mentions.csv", time: "posted_at",
      filters: [
        Pair(asked: "sentiment > 0.2", sql: "sentiment > 0.2"),
        Pair(asked: "kind = review", sql: "kind = 'review'"),
        Pair(asked: "stars is not missing", sql: "stars is not null"),
        Pair(asked: "not answered", sql: "answered is distinct from 'yes'"),
      ]),
    Source(
      measure: Pair(asked: "surveys", sql: "count(*)"),
      more: [
        Pair(
          asked: "nps",
          sql: "100 * avg(case when nps >= 9 then 1 when nps < 7 then -1 when nps is not null then 0 end)"),
        Pair(asked: "ces", sql: "avg(ces)"),
        Pair(asked: "csat_top2", sql: "avg(case when csat >= 4 then 1 when csat is not null then 0 end)"),
      ], kinds: "survey", file: "surveys.csv", time: "answered_at",
      filters: [
        Pair(asked: "nps_score between 3 and 8", sql: "nps >= 3 and nps <= 8"),
        Pair(asked: "not ces_score > 4", sql: "not coalesce(ces > 4, false)"),
      ]),
    Source(
      measure: Pair(asked: "calls", sql: "count(*)"),
      more: [
        Pair(asked: "aht", sql: "avg(handle_time_seconds)"),
        Pair(asked: "max(handle_time)", sql: "max(handle_time_seconds)"),
      ],
      kinds: "call", file: "calls.csv", time: "started_at",
      filters: [
        Pair(asked: "first_contact", sql: "first_contact = 'yes'"),
        Pair(asked: "handle_time < 10 minutes", sql: "handle_time_seconds < 600"),
      ]),
    Source(
      measure: Pair(asked: "interactions", sql: "count(*)"),
      more: [
        Pair(asked: "revenue", sql: "sum(amount)"),
        Pair(asked: "distinct(customer)", sql: "count(distinct customer_id)"),
      ],
      kinds: "interaction", file: "interactions.csv", time: "occurred_at",
      filters: [
        Pair(asked: "amount > 100", sql: "amount > 100"),
        Pair(asked: "amount is missing", sql: "amount is null"),
      ]),
  ]

  /// All times carry +01:00; the offset is cut off, which leaves the wall clock.
  private static let keys: [Pair] = [
    Pair(asked: "channel", sql: "channel"), Pair(asked: "stage", sql: "stage"),
    Pair(asked: "persona", sql: "c.persona"),
    Pair(asked: "touchpoint", sql: "touchpoint"), Pair(asked: "segment", sql: "c.segment"),
    Pair(asked: "week", sql: "strftime(date_trunc('week', T), '%Y-%m-%d')"),
    Pair(asked: "month", sql: "strftime(T, '%Y-%m')"),
    Pair(asked: "quarter", sql: "year(T) || '-Q' || quarter(T)"), Pair(asked: "weekday", sql: "dayname(T)"),
    Pair(asked: "hour", sql: "strftime(date_trunc('hour', T), '%Y-%m-%dT%H:00')"),
    Pair(asked: "owner", sql: "p.owner"),
  ]

  private static let commonFilters: [Pair] = [
    Pair(asked: "channel != chat", sql: "channel is distinct from 'chat'"),
    Pair(asked: "channel in (phone, EMAIL)", sql: "channel in ('phone', 'email')"),
    Pair(
      asked: "not (stage = onboarding or channel = app)",
      sql: "not coalesce(stage = 'onboarding' or channel = 'app', false)"),
    Pair(asked: "persona = \"digital native\"", sql: "c.persona = 'digital native'"),
    Pair(asked: "persona not in (escalator)", sql: "c.persona is distinct from 'escalator'"),
    Pair(asked: "stakes >= 4", sql: "p.stakes >= 4"),
    Pair(asked: "annual_value > 500", sql: "c.annual_value > 500"),
    Pair(
      asked: "customer had (kind = call)",
      sql: "customer_id in (select customer_id from read_csv('DIR/calls.csv', all_varchar = true))"),
    Pair(
      asked: "customer not had (escalated)",
      sql:
        "(customer_id is null or customer_id not in (select customer_id from read_csv('DIR/tickets.csv', all_varchar = true) where escalated = 'yes' and customer_id is not null))"
    ),
  ]

  private static let periods: [Pair] = [
    Pair(asked: "", sql: "true"),
    Pair(asked: "during 2026-07", sql: "T >= '2026-07-01' and T < '2026-08-01'"),
    Pair(asked: "during last 4 weeks", sql: "T >= '2026-08-31' and T < '2026-09-28'"),
    Pair(asked: "during 2026-W20..2026-06-30", sql: "T >= '2026-05-11' and T < '2026-07-01'"),
    Pair(asked: "during ..2026-Q2", sql: "T < '2026-07-01'"),
    Pair(asked: "during last quarter", sql: "T >= '2026-04-01' and T < '2026-07-01'"),
  ]

  private func question(_ dice: inout Dice) -> (asked: String, sql: String) {
    let source = Self.sources.randomElement(using: &dice) ?? Self.sources[0]
    let measures = [source.measure] + source.more.shuffled(using: &dice).prefix(2)
    let keys = Array(Self.keys.shuffled(using: &dice).prefix(Int.random(in: 0...2, using: &dice)))
    let filters = (source.filters + Self.commonFilters).shuffled(using: &dice).prefix(
      Int.random(in: 0...2, using: &dice))
    let period = Self.periods.randomElement(using: &dice) ?? Self.periods[0]
    let clauses = filters.map { "(\($0.asked))" }.joined(separator: " and ")
    // Some measures are about several kinds: csat is asked in tickets and in surveys.
    let kinds = ["kind in (\(source.kinds))"]
    let wheres = (kinds + (clauses.isEmpty ? [] : [clauses])).joined(separator: " and ")
    let asked = [
      "show " + measures.map(\.asked).joined(separator: ", "),
      keys.isEmpty ? "" : "by " + keys.map(\.asked).joined(separator: ", "),
      wheres.isEmpty ? "" : "where " + wheres, period.asked,
    ].filter { !$0.isEmpty }.joined(separator: " ")
    let columns = keys.map { "coalesce(cast(\($0.sql) as varchar), '-')" } + measures.map(\.sql)
    let sql = """
      select \(columns.joined(separator: ", "))
      from (select *, strptime(left(\(source.time), 19), '%Y-%m-%dT%H:%M:%S') as T
        from read_csv('DIR/\(source.file)', types = {'\(source.time)': 'varchar', 'customer_id': 'varchar'})) e
      left join (select customer_id as cid, persona, segment, annual_value from read_csv('DIR/customers.csv')) c on c.cid = customer_id
      left join (select touchpoint as tp, owner, stakes from read_csv('DIR/touchpoints.csv')) p on p.tp = touchpoint
      where \((filters.map(\.sql) + [period.sql]).map { "(\($0))" }.joined(separator: " and "))
      \(keys.isEmpty ? "" : "group by all")
      """
    return (
      asked, sql.split(separator: "DIR", omittingEmptySubsequences: false).joined(separator: Self.folder)
    )
  }

  @Test func randomQuestionsAgreeWithPlainSQL() throws {
    let desk = try Desk([:], "load \"\(Self.folder)\"")
    let connection = try desk.connection()
    var dice = Dice(state: 20_260_927)
    for _ in 0..<120 {
      let (asked, sql) = question(&dice)
      let table = try desk.table(asked)
      let figures = table.columns.indices.filter {
        table.columns[$0].part == .key || table.columns[$0].part == .figure
      }
      let answer = Dictionary(uniqueKeysWithValues: rows(table, figures).filter(isNotEmpty))
      let plain = Dictionary(
        uniqueKeysWithValues: try connection.rows(sql, keys: table.columns.count { $0.part == .key }).filter(
          isNotEmpty))
      #expect(Set(answer.keys) == Set(plain.keys), "\(asked)\n\(sql)")
      for (key, numbers) in answer {
        let others = plain[key] ?? []
        #expect(
          zip(numbers, others).allSatisfy { close($0, $1) } && numbers.count == others.count,
          "\(asked)\n\(key): \(numbers), not \(others)\n\(sql)")
      }
    }
  }

  /// Keys as one text, then the figures.
  private func rows(_ table: Table, _ columns: [Int]) -> [(String, [Double?])] {
    table.rows.map { row in
      let keys = columns.filter { table.columns[$0].part == .key }.map { row[$0].short }
      return (
        keys.joined(separator: "|"),
        columns.filter { table.columns[$0].part != .key }.map { row[$0].asNumber }
      )
    }
  }

  /// Plain SQL knows no empty weeks.
  private func isNotEmpty(_ row: (String, [Double?])) -> Bool { row.1.first != .some(0) || row.0.isEmpty }

  private func close(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= 1e-9 * max(1, abs(b))
  }
}
