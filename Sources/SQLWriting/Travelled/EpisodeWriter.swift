import DataModel
import Planning
import Semantics
import Vocabulary

/// Writes contacts of a customer on a topic as episodes (method 4, unconnected repeats).
struct EpisodeWriter {
  let writer: PlanWriter
  let plan: TravelPlan
  /// The longest time between two contacts of one episode, in milliseconds.
  let gap: Int64

  private var names: [String] { plan.keys.indices.map { "k\($0)" } }

  /// A row for each group, first of all groups together, then one for each hop of a group.
  var episodes: String {
    let facts = [
      "count(*) as n", "min(ch) is distinct from max(ch) as apart",
      "list(before || ' > ' || ch) filter (where not starts and before <> ch) as hops",
    ]
    let keys = names.map { $0 + ", " }.joined()
    let sums =
      "count(*) as s0, count(*) filter (where n > 1) as s1, count(*) filter (where apart) as s2, "
      + "count(distinct v) filter (where apart) as s3"
    let sets = names.isEmpty ? "" : "\ngroup by grouping sets ((\(names.joined(separator: ", "))), ())"
    let whole = names.isEmpty ? "true" : "grouping(\(names[0])) = 1"
    return "with \(contacts([])),\n\(byEpisode(facts))\n"
      + "select \(keys)\(whole) as whole, null as hop, \(sums) from episodes\(sets)\nunion all\n"
      + "select \(keys)false, hop, count(*), null, null, null"
      + " from (select \(keys)unnest(hops) as hop from episodes) group by all\n"
      + "order by whole desc, \(names.map { $0 + " nulls last, " }.joined())hop nulls first"
  }

  /// Pairs of contacts that follow each other in an episode, by the keys of the first of them.
  var handoffs: String {
    let keys = names.map { "lag(\($0)) over w as b\($0)" }
    let extra = ["lag(sent) over w as was", "lead(us) over w as later"] + keys
    let measures = [
      "count(*) as s0", "count(distinct v) filter (where hop_from <> hop_to) as s1",
      "cast(quantile_cont(us - earlier, 0.5) as double) / 1000 as s2", "count(sent - was) as s3",
      "sum(sent - was) as s4", "sum((sent - was) * (sent - was)) as s5",
      "count(*) filter (where later - us <= \(gap * 1000)) as s6",
    ]
    let renamed = names.map { "b\($0) as \($0)" }
    return "with \(contacts(extra)),\npairs as (select "
      + (renamed + ["before as hop_from", "ch as hop_to", "v", "us", "earlier", "sent", "was", "later"])
      .joined(
        separator: ", ") + " from marked where not starts and before is not null and ch is not null)\n"
      + grouped(names + ["hop_from", "hop_to"], measures, from: "pairs")
  }

  // MARK: - Parts

  /// The contacts with their keys, and for each whether an episode starts with it.
  ///
  /// - Parameter extra: further columns over the window `w`.
  private func contacts(_ extra: [String]) -> String {
    let sentiment = plan.fields.contains(.sentiment) ? ["e.sentiment as sent"] : []
    let keys = zip(plan.keys, names).map { "\(writer.keyExpression($0)) as \($1)" }
    let columns =
      [
        "e.customer as v", "e.topic as t", "e.channel as ch", "epoch_us(e.time) as us", "e.source as src",
        "e.id as id",
      ]
      + sentiment + keys
    let known = Condition.all([
      .not(.isMissing(.customer)), .not(.isMissing(FieldReference(.topic))),
    ])
    let marks =
      [
        "coalesce(us - lag(us) over w > \(gap * 1000), true) as starts", "lag(ch) over w as before",
        "lag(us) over w as earlier",
      ] + extra
    return "contacts as (select \(columns.joined(separator: ", "))\n"
      + writer.from(plan.scope.narrowed(to: known), plan.fields) + "),\n"
      + "marked as (select *, \(marks.joined(separator: ", ")) from contacts\n"
      + "window w as (partition by v, t order by us, id, src))"
  }

  /// One row for each episode with the keys of its first contact.
  private func byEpisode(_ columns: [String]) -> String {
    let keys = names.map { "max(\($0)) filter (where starts) as \($0)" }
    return "numbered as (select *, sum(cast(starts as integer)) over (partition by v, t order by us, id, src"
      + " rows unbounded preceding) as episode from marked),\n"
      + "episodes as materialized (select v, \((columns + keys).joined(separator: ", ")) from numbered group by v, t, episode)"
  }

  /// Sums of each group, and of all together in the first row.
  private func grouped(_ groups: [String], _ sums: [String], from table: String) -> String {
    let whole = groups.isEmpty ? "true" : "grouping(\(groups[0])) = 1"
    let head = names + ["\(whole) as whole"] + groups.filter { !names.contains($0) } + sums
    let sets = groups.isEmpty ? "" : "\ngroup by grouping sets ((\(groups.joined(separator: ", "))), ())"
    let order = (["whole desc"] + groups.map { $0 + " nulls last" }).joined(separator: ", ")
    return "select \(head.joined(separator: ", ")) from \(table)\(sets)\norder by \(order)"
  }
}

extension PlanWriter {
  /// The statement of a question about what customers do one after another; keys `k0` …, then the columns of the question.
  func sql(for plan: TravelPlan) -> String {
    switch plan.question {
    case .episodes(let gap): EpisodeWriter(writer: self, plan: plan, gap: gap).episodes
    case .handoffs(let gap): EpisodeWriter(writer: self, plan: plan, gap: gap).handoffs
    case .stages: FunnelWriter(writer: self, plan: plan).stages
    case .funnel(let stages): FunnelWriter(writer: self, plan: plan).funnel(stages)
    case .paths(let field, let length, let most): pathSQL(plan, field, length: length, most: most)
    case .cohorts(let grain, let start): cohortSQL(plan, grain, dataStart: start)
    case .after(let question): AfterWriter(writer: self, plan: plan, question: question).sql
    }
  }
}
