import DataModel
import Semantics
import Vocabulary

/// Customers and respondents by combination of all strata, with the sums of each respondent's latest answers.
///
/// Gives the keys, the customers, those with an answer, then the statistics of each measure in their order.
public struct BiasPlan: Hashable, Sendable {
  public var scope: Scope
  public var keys: [ResolvedKey]
  /// The names of the keys that are fields of the customers' files.
  public var ofCustomers: Set<String>
  public var measures: [Measure]
  /// Customers without events count too.
  public var countsListed: Bool

  public init(
    scope: Scope, keys: [ResolvedKey], ofCustomers: Set<String>, measures: [Measure], countsListed: Bool
  ) {
    self.scope = scope
    self.keys = keys
    self.ofCustomers = ofCustomers
    self.measures = measures
    self.countsListed = countsListed
  }

  /// The scores, each once, in the order of the measures.
  public var scores: [FieldReference] {
    measures.compactMap { $0.statistics.flatMap(\.fields).first { $0 != .kind } }
  }

  /// Every field that the engine must read.
  public var fields: Set<FieldReference> {
    let own = scope.fields.union(scores).union(LastEventPlan.order).union([.customer, .kind])
    return keys.reduce(into: own) { $0.formUnion($1.fields) }
  }

  public var text: String {
    (["customers and their latest answers to \(measures.map(\.name).joined(separator: ", "))"]
      + ["by \(keys.map(\.name).joined(separator: ", "))"] + scope.lines).joined(separator: "\n")
  }
}

/// Answers by how long they took, in three parts of equal size: the number of the part, the answers, the statistics of each measure.
public struct DelayPlan: Hashable, Sendable {
  public var scope: Scope
  public var measures: [Measure]
  /// The survey says how long the answer took; else the time since the customer's last contact in the 14 days before counts.
  public var readsResponseTime: Bool

  public init(scope: Scope, measures: [Measure], readsResponseTime: Bool) {
    self.scope = scope
    self.measures = measures
    self.readsResponseTime = readsResponseTime
  }

  public var fields: Set<FieldReference> {
    let own = scope.fields.union(LastEventPlan.order).union([.customer, .kind])
    let scores = measures.flatMap { $0.statistics.flatMap(\.fields) }
    return own.union(scores).union(readsResponseTime ? [FieldReference(.responseTime)] : [])
  }

  public var text: String {
    let delay = readsResponseTime ? "response_time" : "the time since the last contact"
    return (["answers in thirds by \(delay)"] + scope.lines).joined(separator: "\n")
  }
}
