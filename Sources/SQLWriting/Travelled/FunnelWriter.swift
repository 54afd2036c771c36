import DataModel
import Planning
import Semantics
import Vocabulary

/// Writes the way of customers from stage to stage.
struct FunnelWriter {
  let writer: PlanWriter
  let plan: TravelPlan

  /// 28 days in microseconds: who entered later may yet go on.
  private static let young: Int64 = 28 * 86_400_000_000
  private var names: [String] { plan.keys.indices.map { "k\($0)" } }

  /// The stages by the mean time of their first entry.
  var stages: String {
    "with \(visits) select st, avg(us) as s0 from (select v, st, min(us) as us from visits"
      + " where st is not null group by v, st) group by st order by s0, st"
  }

  /// Customers by stage, and where those who did not go on were seen last.
  func funnel(_ stages: [String]) -> String {
    let values = stages.enumerated().map { "(\($0), \(writer.dialect.literal($1)))" }.joined(separator: ", ")
    let keys = names.map { $0 + ", " }.joined()
    let firstKeys = names.map { ", first(\($0) order by us, id, src) as \($0)" }.joined()
    return "with \(visits),\nsteps as (select * from (values \(values)) as s(n, st)),\n"
      + "staged as materialized (select visits.*, n from visits join steps using (st)),\n"
      + "entries as (select v, n, min(us) as entered\(firstKeys) from staged group by v, n),\n"
      + "onward as (select f.v, f.n, min(e.us) as reached from entries f join staged e"
      + " on e.v = f.v and e.n = f.n + 1 and e.us > f.entered group by all),\n"
      + "seen as (select v, last(place order by us, id, src) as place from visits group by v),\n"
      + "ways as materialized (select entries.*, reached, place from entries left join onward using (v, n)"
      + " join seen using (v))\n"
      + "select \(keys)n, null as place, count(*) as s0, count(reached) as s1,"
      + " cast(quantile_cont(reached - entered, 0.5) as double) / 1000 as s2,"
      + " count(*) filter (where reached is null and entered > (select max(us) from visits) - \(Self.young)) as s3"
      + " from ways group by all\nunion all\n"
      + "select \(keys)n, place, count(*), null, null, null from ways where reached is null group by all\n"
      + "order by \(names.map { $0 + " nulls last, " }.joined())n, place nulls first"
  }

  private var visits: String {
    let keys = zip(plan.keys, names).map { ", \(writer.keyExpression($0)) as \($1)" }.joined()
    let place = "concat_ws(', ', e.stage, e.channel, e.touchpoint)"
    return
      "visits as (select e.customer as v, e.stage as st, epoch_us(e.time) as us, e.id as id, e.source as src,"
      + " \(place) as place\(keys)\n"
      + writer.from(plan.scope.narrowed(to: .not(.isMissing(.customer))), plan.fields) + ")"
  }
}
