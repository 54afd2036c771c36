import DataModel
import Semantics
import Vocabulary

/// A question about what customers do one after another.
public struct TravelPlan: Hashable, Sendable {
  /// What is asked of the scope's events; times are milliseconds.
  public enum Question: Hashable, Sendable {
    /// A row for each group of episodes, those of all groups together first; then the hops of each group.
    ///
    /// Columns: whether it is all groups; the hop as `from > to`, missing for a group; episodes (for a hop how often it was), those of
    /// two contacts or more, those over two channels or more, and the distinct customers of these.
    case episodes(gap: Int64)
    /// Pairs of contacts that follow each other in an episode, by the two channels, all changes of channel together first.
    ///
    /// Columns: whether it is all, the channel before, the one after, pairs, distinct customers, the median time between, pairs with
    /// both sentiments, the sum and the sum of squares of the change, and pairs after which the customer came once more.
    case handoffs(gap: Int64)
    /// The stages in the order in which customers enter them: the stage, and the mean time of the first entry.
    case stages
    /// For each group and each of these stages: its number; the place where most of those who did not go on were seen last, missing
    /// for the sums; customers who entered (at a place: who were seen there last), those who entered the next one later, the median time
    /// to that, those who entered in the last 28 days and did not go on.
    case funnel([String])
    /// The most common sequences of a field's values, all customers first: whether it is all, the path, customers, contacts,
    /// escalated tickets, customers with one, the median time from first to last event, and the moments of the last sentiment.
    case paths(FieldReference, length: Int, most: Int)
    /// For each group and intake: the period of intake and of activity (missing: the whole intake), customers, tickets and calls,
    /// promoters, detractors and answers, and the moments of csat. Customers who joined before `start` (a day) have no intake.
    case cohorts(Grain, start: Int)
    /// What customers with an event like this do after it, beside matched ones without it.
    case after(AfterQuestion)
  }

  public var scope: Scope
  public var keys: [ResolvedKey]
  public var question: Question

  public init(scope: Scope, keys: [ResolvedKey], question: Question) {
    self.scope = scope
    self.keys = keys
    self.question = question
  }

  /// Every field that the engine must read.
  public var fields: Set<FieldReference> {
    keys.reduce(into: scope.fields.union(question.fields)) { $0.formUnion($1.fields) }
  }
}

extension TravelPlan.Question {
  var fields: Set<FieldReference> {
    let order: Set<FieldReference> = [.customer, .time, .source, FieldReference(.id)]
    let contact = order.union([FieldReference(.topic), FieldReference(.channel)])
    switch self {
    case .episodes: return contact
    case .handoffs: return contact.union([.sentiment])
    case .stages, .funnel: return order.union([Role.stage, .channel, .touchpoint].map { FieldReference($0) })
    case .paths(let field, _, _): return order.union([field, .kind, .sentiment, FieldReference(.escalated)])
    case .cohorts:
      return order.union([.kind] + [Role.npsScore, .csatScore, .joined].map { FieldReference($0) })
    case .after(let question): return order.union(question.fields)
    }
  }

  var text: String {
    switch self {
    case .episodes(let gap): "episodes of contacts, \(days(gap))"
    case .handoffs(let gap): "pairs of contacts in episodes, \(days(gap))"
    case .stages: "stages by their first entry"
    case .funnel(let stages): "customers from stage to stage: \(stages.joined(separator: ", "))"
    case .paths(let field, let length, let most):
      "the \(most) most common paths over \(field.name), \(length) steps"
    case .cohorts(let grain, _): "customers by \(grain.rawValue) of intake and of activity"
    case .after(let question): question.text
    }
  }

  private func days(_ gap: Int64) -> String { "at most \(gap / 1000) seconds between two" }
}

extension TravelPlan {
  /// The short text form.
  public var text: String {
    let by = keys.isEmpty ? [] : ["by \(keys.map(\.name).joined(separator: ", "))"]
    return ([question.text] + by + scope.lines).joined(separator: "\n")
  }
}

/// What customers with an event do after it, beside others without such an event.
///
/// Each customer counts once with the first such event, and without once a week and place before any such. Pairs agree in `matching`;
/// who is whose partner is drawn by a fixed rule.
/// Two rows, with and without: 1 or 0, customers before matching, pairs, then those who within the time escalated, posted,
/// reviewed, contacted again, left, were not seen; then the moments of the change of sentiment.
public struct AfterQuestion: Hashable, Sendable {
  public var condition: Condition
  /// In milliseconds.
  public var within: Int64
  /// In what a pair agrees, beside the week.
  public var matching: [FieldReference]

  public init(condition: Condition, within: Int64, matching: [FieldReference]) {
    self.condition = condition
    self.within = within
    self.matching = matching
  }

  var fields: Set<FieldReference> {
    condition.fields.union(matching)
      .union([.kind, .sentiment, FieldReference(.escalated), FieldReference(.churned)])
  }

  var text: String {
    "customers with and without (\(condition.text)), pairs by week"
      + matching.map { ", " + $0.name }.joined() + ", within \(within / 1000) seconds"
  }
}
