import DataModel
import Planning
import Semantics
import Vocabulary

/// Writes the paths of customers and their intakes.
extension PlanWriter {
  /// The most common sequences of a field's values, runs of the same value taken as one step; all customers first.
  func pathSQL(_ plan: TravelPlan, _ field: FieldReference, length: Int, most: Int) -> String {
    let events = from(plan.scope.narrowed(to: .not(.isMissing(.customer))), plan.fields)
    let contacts = kindTest([.ticket, .call], events: "visits", dialect)
    let order = "order by us, id, src"
    return
      "with visits as materialized (select e.customer as v, e.\(dialect.identifier(field.name)) as f, epoch_us(e.time) as us,"
      + " e.id as id, e.source as src, e.kind as kind, e.escalated as escalated, e.sentiment as sent\n\(events)),\n"
      + "steps as (select v, f, us, id, src from visits where f is not null"
      + " qualify f is distinct from lag(f) over (partition by v \(order))),\n"
      + "numbered as (select v, f, row_number() over (partition by v \(order)) as n from steps),\n"
      + "paths as (select v, string_agg(f, ' > ' order by n) filter (where n <= \(length)) as path"
      + " from numbered group by v),\n"
      + "people as (select v, count(*) filter (where \(contacts)) as contacts,"
      + " count(*) filter (where escalated) as escalations, max(us) - min(us) as span,"
      + " last(sent \(order)) filter (where sent is not null) as mood from visits group by v)\n"
      + "select grouping(path) = 1 as whole, path, count(*) as s0, sum(contacts) as s1, sum(escalations) as s2,"
      + " count(*) filter (where escalations > 0) as s3, cast(quantile_cont(span, 0.5) as double) / 1000 as s4,"
      + " count(mood) as s5, sum(mood) as s6, sum(mood * mood) as s7, count(*) over () as s8\n"
      + "from paths join people using (v) group by grouping sets ((path), ())\n"
      + "order by whole desc, s0 desc, path limit \(most + 1)"
  }

  /// Customers by the period of their intake and of their activity.
  func cohortSQL(_ plan: TravelPlan, _ grain: Grain, dataStart: Int) -> String {
    let names = plan.keys.dropFirst(2).indices.map { "k\($0)" }
    let keys = zip(plan.keys.dropFirst(2), names).map { ", \(keyExpression($0)) as \($1)" }.joined()
    let events = from(plan.scope.narrowed(to: .not(.isMissing(.customer))), plan.fields)
    let own = names.map { ", first(\($0) order by us, id, src) as \($0)" }.joined()
    let contacts = kindTest([.ticket, .call], events: "visits", dialect)
    let index = dialect.periodIndex(grain.rawValue, of: "e.time")
    let start = "epoch_us(\(dialect.timestamp(Int64(dataStart) * 86_400_000_000)))"
    let joinedIndex = dialect.periodIndex(grain.rawValue, of: "joined")
    let groups = ["c"] + names
    return
      "with visits as materialized (select e.customer as v, epoch_us(e.time) as us, e.id as id, e.source as src,"
      + " e.kind as kind, e.nps_score as nps, e.csat_score as csat, e.joined as joined, \(index) as p\(keys)\n\(events)),\n"
      + "people as (select v, min(p) as seen, min(joined) as joined\(own) from visits group by v),\n"
      + "intake as (select v, case when joined is null then seen when epoch_us(joined) >= \(start) then \(joinedIndex) end as c"
      + names.map { ", " + $0 }.joined() + " from people),\n"
      + "active as (select intake.*, visits.p, \(contacts) as contact, nps, csat"
      + " from visits join intake on intake.v = visits.v)\n"
      + "select c, p\(names.map { ", " + $0 }.joined()), count(distinct v) as s0, count(*) filter (where contact) as s1,"
      + " count(*) filter (where nps >= 9) as s2, count(*) filter (where nps < 7) as s3, count(nps) as s4,"
      + " count(csat) as s5, sum(csat) as s6, sum(csat * csat) as s7\n"
      + "from active group by grouping sets ((\((groups + ["p"]).joined(separator: ", "))), (\(groups.joined(separator: ", "))))\n"
      + "order by \(groups.map { $0 + " nulls last, " }.joined())p nulls first"
  }
}
