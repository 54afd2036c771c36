import DataModel
import Planning
import Semantics
import Vocabulary

/// Writes the questions who was answered, and who has spoken since.
extension PlanWriter {
  /// A statement with the keys `k0` …, then all detractors, those `in_time`, `late`, `undated`, `never`, `waiting`, `unknown`, and the
  /// median time of the answers in microseconds.
  ///
  /// The first contact after a detractor is found by one merge of both in the order of time.
  public func sql(for plan: LoopPlan) -> String {
    let names = plan.keys.indices.map { "k\($0)" }
    let columns =
      zip(plan.keys, names).map { "\(keyExpression($0)) as \($1)" } + [
        plan.readsCustomer ? "e.customer" : "cast(null as varchar) as customer", "e.time",
        plan.readsAnswered ? "e.answered" : "cast(null as boolean) as answered",
        plan.readsResponseTime ? "e.response_time * 1000 as said" : "cast(null as bigint) as said",
      ]
    let end = dialect.timestamp(Int64(plan.end) * 86_400_000_000)
    let events = from(plan.scope, plan.fields)
    let answers =
      "select e.customer, e.time from \(eventsWriter.events([.customer, .time, .kind], kinds: plan.contacts)) e"
      + " where e.customer is not null and e.time < \(end)"
      + (plan.contacts.isEmpty ? " and false" : " and " + kindTest(plan.contacts, events: "e", dialect))
    let counts = Self.outcomes.map { "count(*) filter (where outcome = '\($0)')" }
    let answered = "outcome in ('in_time', 'late') and wait is not null"
    let all =
      names + ["count(*)"] + counts + ["quantile_cont(cast(wait as double), 0.5) filter (where \(answered))"]
    return "with unhappy as (\nselect \(columns.joined(separator: ", "))\n\(events)),\n"
      + "contacts as (\(answers)),\n"
      + "met as (select d.*, epoch_us(c.time) - epoch_us(d.time) as contact from unhappy d"
      + " asof left join contacts c on d.customer = c.customer and d.time < c.time where d.time < \(end)),\n"
      + "timed as (select *, least(said, contact) as wait from met),\n"
      + "judged as (select *, \(outcome(plan, end)) as outcome from timed)\n"
      + "select \(all.joined(separator: ", ")) from judged"
      + (names.isEmpty
        ? ""
        : " group by \(names.joined(separator: ", "))\norder by \(names.map { $0 + " nulls last" }.joined(separator: ", "))")
  }

  private static let outcomes = ["in_time", "late", "undated", "never", "waiting", "unknown"]

  private func outcome(_ plan: LoopPlan, _ end: String) -> String {
    let limit = plan.within * 1000
    return "case when wait <= \(limit) then 'in_time'"
      + " when answered and said is null then 'undated'"
      + " when wait is not null then 'late'"
      + " when customer is null and answered is null then 'unknown'"
      + " when epoch_us(\(end)) - epoch_us(time) < \(limit) then 'waiting' else 'never' end"
  }

  /// A statement with the keys `k0` …, then the customers, those who spoke since, those who were asked since, and those with neither.
  public func sql(for plan: AdvocatesPlan) -> String {
    let names = plan.keys.indices.map { "k\($0)" }
    let keys = zip(plan.keys, names).map { "\(keyExpression($0)) as \($1)" }
    let happy =
      "select \((keys + ["e.customer", "e.time"]).joined(separator: ", "))\n\(from(plan.scope, plan.fields))"
      + "\nqualify row_number() over (partition by e.customer order by e.time desc, e.source desc, e.id desc) = 1"
    let spoke = last(Scope(kinds: plan.voice))
    let asked = last(plan.asked.map { Scope(condition: $0) } ?? Scope(kinds: [], condition: .always(false)))
    let sums = [
      "count(*)", "count(*) filter (where spoke.last > h.time)",
      "count(*) filter (where asked.last > h.time)",
      "count(*) filter (where coalesce(spoke.last <= h.time, true) and coalesce(asked.last <= h.time, true))",
    ]
    return "with happy as (\n\(happy)),\nspoke as (\(spoke)),\nasked as (\(asked))\n"
      + "select \((names.map { "h." + $0 } + sums).joined(separator: ", ")) from happy h"
      + " left join spoke on spoke.customer = h.customer left join asked on asked.customer = h.customer"
      + (names.isEmpty
        ? ""
        : "\ngroup by \(names.joined(separator: ", "))\norder by \(names.map { $0 + " nulls last" }.joined(separator: ", "))")
  }

  /// The time of each customer's last event of a scope.
  private func last(_ scope: Scope) -> String {
    "select e.customer, max(e.time) as last \(from(scope, scope.fields.union([.customer, .time])))"
      + " group by e.customer"
  }
}
