import Planning

/// Writes the question how many customers were reached; they do not add up over groups.
extension PlanWriter {
  /// A statement with the distinct customers `s0`, the events `s1`, and those without a customer `s2`, of all groups together
  /// in the first row, then the customers of each group by its keys `k0` … in their order.
  ///
  /// The pairs of group and customer are made once and counted twice.
  public func sql(for plan: ReachPlan) -> String {
    let names = plan.keys.indices.map { "k\($0)" }
    let keys = zip(plan.keys, names).map { "\(keyExpression($0)) as \($1)" }
    return "with pairs as materialized (\n"
      + "select \((keys + ["e.customer as v", "count(*) as n"]).joined(separator: ", "))\n"
      + from(plan.scope, plan.fields) + "\ngroup by all)\n"
      + "select true as whole, \((names.map { "null as \($0)" }).joined(separator: ", ")),"
      + " count(distinct v) as s0, sum(n) as s1, sum(n) filter (where v is null) as s2 from pairs\nunion all\n"
      + "select false, \(names.joined(separator: ", ")), count(v), null, null from pairs group by all\n"
      + "order by whole desc, \(names.map { $0 + " nulls last" }.joined(separator: ", "))"
  }
}
