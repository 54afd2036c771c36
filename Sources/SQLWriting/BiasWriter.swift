import DataModel
import Planning
import Semantics
import Vocabulary

/// Writes the questions who answers surveys, and whether late answers differ.
extension PlanWriter {
  /// A statement with the keys `k0` …, the customers, the respondents, and the statistics of the measures.
  ///
  /// A field of the customers' files is the same in every event; a condition holds where it holds for any event; of other
  /// fields the most frequent value outside of surveys counts, ties by byte order.
  public func sql(for plan: BiasPlan) -> String {
    let names = plan.keys.indices.map { "k\($0)" }
    let exprs = zip(plan.keys, names).map { "\(keyExpression($0)) as \($1)" }
    var parts = [
      "seen as materialized (\nselect \((["e.customer", "e.kind"] + exprs).joined(separator: ", "))\n"
        + from(plan.scope.narrowed(to: .not(.isMissing(.customer))), plan.fields) + ")"
    ]
    var columns: [String] = []
    var joins = ""
    for (key, name) in zip(plan.keys, names) {
      if case .condition = key.form {
        columns.append("bool_or(\(name)) as \(name)")
      } else if plan.ofCustomers.contains(key.name) {
        columns.append("max(\(name)) as \(name)")
      } else {
        parts.append(mostFrequent(name))
        joins += " left join \(name)_of using (customer)"
      }
    }
    parts.append(
      "people as (select * from (select \((["customer"] + columns).joined(separator: ", ")) from seen group by customer)\(joins))"
    )
    parts.append("everybody as (\(everybody(plan, names)))")
    parts.append("answers as (\(latestAnswers(plan)))")
    let sums = plan.measures.indices.flatMap { statistics(of: plan.measures[$0], column: "a.v\($0)") }
    return "with \(parts.joined(separator: ",\n"))\n"
      + "select \((names + ["count(*)", "count(a.customer)"] + sums).joined(separator: ", "))\n"
      + "from everybody p left join answers a on a.customer = p.customer\n"
      + "group by \(names.joined(separator: ", "))\norder by \(names.map { $0 + " nulls last" }.joined(separator: ", "))"
  }

  private func mostFrequent(_ name: String) -> String {
    "\(name)_of as (select customer, arg_min(\(name), {'n': -n, 'v': \(name)}) as \(name) from (select customer, \(name),"
      + " count(*) as n from seen where \(name) is not null and kind <> 'survey' group by all) group by customer)"
  }

  /// Those with events, and those that only the files of customers name.
  private func everybody(_ plan: BiasPlan, _ names: [String]) -> String {
    let seen = "select \((["customer"] + names).joined(separator: ", ")) from people"
    guard plan.countsListed else { return seen }
    let fields = plan.keys.filter { plan.ofCustomers.contains($0.name) }.reduce(into: Set<FieldReference>()) {
      $0.formUnion($1.fields)
    }
    let columns = zip(plan.keys, names).map { key, name -> String in
      if case .condition = key.form { return "false" }
      return plan.ofCustomers.contains(key.name) ? keyExpression(key) : "null"
    }
    return seen
      + "\nunion all select \((["e._key"] + columns).joined(separator: ", ")) from \(customers(fields)) e"
      + " where e._key is not null and e._key not in (select customer from people)"
  }

  /// The latest answer of each respondent to each question.
  private func latestAnswers(_ plan: BiasPlan) -> String {
    let order = "{'t': e.time, 's': e.source, 'i': e.id}"
    let columns = plan.scores.enumerated().map { index, field -> String in
      let column = "e." + dialect.identifier(field.name)
      return "arg_max(\(column), \(order)) filter (where \(column) is not null) as v\(index)"
    }
    return "select \((["e.customer"] + columns).joined(separator: ", "))\n"
      + answered(plan.scope, plan.fields, plan.scores)
      + " group by e.customer"
  }

  /// The surveys of a scope with a customer and a score.
  private func answered(_ scope: Scope, _ fields: Set<FieldReference>, _ scores: [FieldReference]) -> String {
    var surveys = scope.narrowed(
      to: .all([.not(.isMissing(.customer)), .any(scores.map { .not(.isMissing($0)) })]))
    surveys.kinds = [.survey]
    return from(surveys, fields)
  }

  /// The sums that a measure needs, of a column with scores.
  private func statistics(of measure: Measure, column: String) -> [String] {
    switch measure.form {
    case .balance:
      ["count(*) filter (where \(column) >= 9)", "count(*) filter (where \(column) < 7)", "count(\(column))"]
    default: ["count(\(column))", "sum(\(column))", "sum(\(column) * \(column))"]
    }
  }

  /// A statement with the thirds 1 to 3 of the answers by delay, their answers, and the statistics of the measures.
  public func sql(for plan: DelayPlan) -> String {
    let scores = plan.measures.compactMap { $0.statistics.flatMap(\.fields).first { $0 != .kind } }
    let values = scores.enumerated().map { "e.\(dialect.identifier($1.name)) as v\($0)" }
    let said = plan.readsResponseTime ? "e.response_time * 1000" : "cast(null as bigint)"
    let surveys =
      "select \((["e.customer", "e.time", "e.source", "e.id", "\(said) as said"] + values).joined(separator: ", "))\n"
      + answered(plan.scope, plan.fields, scores)
    let kinds: Set<EventKind> = [.ticket, .call, .interaction]
    let contacts =
      "select e.customer, e.time from \(eventsWriter.events([.customer, .time, .kind], kinds: kinds)) e"
      + " where e.customer is not null and \(kindTest(kinds, events: "e", dialect))"
    let delay =
      plan.readsResponseTime
      ? "select * , said as delay from surveys"
      : "select s.*, epoch_us(s.time) - epoch_us(c.time) as delay from surveys s asof left join contacts c"
        + " on s.customer = c.customer and s.time > c.time where s.time - c.time <= interval 14 days"
    let sums = plan.measures.indices.flatMap { statistics(of: plan.measures[$0], column: "v\($0)") }
    return "with surveys as (\(surveys)),\ncontacts as (\(contacts)),\ndelays as (\(delay)),\n"
      + "thirds as (select *, ntile(3) over (order by delay, time, source, id) as third from delays where delay is not null)\n"
      + "select \((["third", "count(*)"] + sums).joined(separator: ", ")) from thirds group by third order by third"
  }
}
