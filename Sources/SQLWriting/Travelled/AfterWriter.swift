import DataModel
import Planning
import Semantics
import Vocabulary

/// Writes what customers do after an event, beside matched customers without one.
struct AfterWriter {
  let writer: PlanWriter
  let plan: TravelPlan
  let question: AfterQuestion

  private var length: Int64 { question.within * 1000 }
  private var strata: [String] { ["week"] + question.matching.indices.map { "m\($0)" } }

  /// Two rows, with (1) and without (0).
  var sql: String {
    let pair = (strata + ["place"]).joined(separator: ", ")
    return "with \(visits),\n\(pool),\n"
      + "ranked as (select *, row_number() over (partition by side, \(strata.joined(separator: ", "))"
      + " order by md5(side || ' ' || v || ' ' || id), v, us, id, src) as place from pool),\n"
      + "paired as (select *, min(side) over (partition by \(pair)) <> max(side) over (partition by \(pair)) as matched"
      + " from ranked),\n\(outcomes)\n"
      + "select p.side, count(distinct p.v) as s0, count(*) filter (where matched) as s1, "
      + Self.flags.indices.map { "count(*) filter (where matched and o\($0)) as s\($0 + 2)" }.joined(
        separator: ", ")
      + ", count(*) filter (where matched and churned > us and churned <= us + \(length)) as s6,"
      + " count(*) filter (where matched and not coalesce(seen, false)) as s7,"
      + " count(change) filter (where matched) as s8, sum(change) filter (where matched) as s9,"
      + " sum(change * change) filter (where matched) as s10, count(churned) as s11\n"
      + "from paired p left join outcomes using (side, v, us, id, src) group by p.side order by p.side desc"
  }

  private static let flags = [
    "escalated", "kind in ('mention', 'review')", "kind = 'review'", "kind in ('ticket', 'call')",
  ]

  private var visits: String {
    let conditions = ConditionWriter(schema: writer.schema, dialect: writer.dialect)
    let matching = question.matching.enumerated().map {
      ", e.\(writer.dialect.identifier($1.name)) as m\($0)"
    }
    let week = writer.dialect.periodIndex("week", of: "e.time")
    return
      "visits as materialized (select e.customer as v, epoch_us(e.time) as us, e.id as id, e.source as src, e.kind as kind,"
      + " e.escalated as escalated, e.sentiment as sent, epoch_us(e.churned) as churned, \(week) as week"
      + matching.joined() + ", coalesce(\(conditions.write(question.condition)), false) as hit\n"
      + writer.from(plan.scope.narrowed(to: .not(.isMissing(.customer))), plan.fields) + ")"
  }

  /// The first event of each customer that fits, and the others before any that fits, one of each customer in a stratum; the time
  /// after each is over.
  ///
  /// These are the customers at risk in that week (a nested case-control study). Who has such an event later is among them: to leave
  /// them out, or to draw one event of each, would make the others better or worse than they are.
  private var pool: String {
    let followed = "us + \(length) <= (select max(us) from visits)"
    return "firsts as (select * from visits where hit"
      + " qualify row_number() over (partition by v order by us, id, src) = 1),\n"
      + "others as (select visits.* from visits left join firsts using (v)"
      + " where visits.\(followed) and visits.us < coalesce(firsts.us, visits.us + 1)"
      + (question.matching.contains(.kind) ? " and visits.kind in (select kind from firsts)" : "")
      + " qualify row_number() over (partition by v, \(strata.map { "visits." + $0 }.joined(separator: ", "))"
      + " order by visits.us, visits.id, visits.src) = 1),\n"
      + "pool as (select 1 as side, * from firsts where \(followed) union all select 0, * from others)"
  }

  /// What a customer of a pair did within the time after, and how the first sentiment after differs from the last before.
  private var outcomes: String {
    let after = "e.us > p.us and e.us <= p.us + \(length)"
    let before = "e.us < p.us and e.us >= p.us - \(length)"
    let flags = Self.flags.enumerated().map {
      "bool_or(\($1.replacingFields)) filter (where \(after)) as o\($0)"
    }
    let order = "order by e.us, e.id, e.src"
    return
      "outcomes as (select p.side, p.v, p.us, p.id, p.src, \(flags.joined(separator: ", ")), bool_or(true) filter (where \(after)) as seen,"
      + " first(e.sent \(order)) filter (where \(after) and e.sent is not null)"
      + " - last(e.sent \(order)) filter (where \(before) and e.sent is not null) as change"
      + " from paired p join visits e on e.v = p.v where p.matched group by p.side, p.v, p.us, p.id, p.src)"
  }
}

extension String {
  /// The flag of the other event of a join.
  fileprivate var replacingFields: String { "e." + self }
}
