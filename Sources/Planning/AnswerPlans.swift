import DataModel
import Semantics
import Vocabulary

/// By group of detractors: how many were answered in time, late, without a time, never, are too young to tell, or cannot be
/// told; and the median time of the answers in microseconds.
public struct LoopPlan: Hashable, Sendable {
  /// The detractors.
  public var scope: Scope
  public var keys: [ResolvedKey]
  /// A later event of these kinds with the same customer is an answer.
  public var contacts: Set<EventKind>
  /// Whether the row itself may say that it was answered, and after how long.
  public var readsAnswered: Bool
  public var readsResponseTime: Bool
  public var readsCustomer: Bool
  /// Milliseconds.
  public var within: Int64
  /// The day at whose beginning the data ends.
  public var end: Int

  public init(
    scope: Scope, keys: [ResolvedKey], contacts: Set<EventKind>, readsAnswered: Bool, readsResponseTime: Bool,
    readsCustomer: Bool, within: Int64, end: Int
  ) {
    self.scope = scope
    self.keys = keys
    self.contacts = contacts
    self.readsAnswered = readsAnswered
    self.readsResponseTime = readsResponseTime
    self.readsCustomer = readsCustomer
    self.within = within
    self.end = end
  }

  /// Every field that the engine must read of a detractor.
  public var fields: Set<FieldReference> {
    var all = keys.reduce(into: scope.fields.union([.time])) { $0.formUnion($1.fields) }
    if readsAnswered { all.insert(FieldReference(.answered)) }
    if readsResponseTime { all.insert(FieldReference(.responseTime)) }
    if readsCustomer { all.insert(.customer) }
    return all
  }

  public var text: String {
    let kinds = contacts.map(\.rawValue).sorted().joined(separator: ", ")
    return
      (["detractors answered within \(within / 1000) seconds by \(kinds.isEmpty ? "the row itself" : kinds)"]
      + ["by \(keys.map(\.name).joined(separator: ", "))"] + scope.lines).joined(separator: "\n")
  }
}

/// By group of customers' latest happy event: customers, those who have spoken in public since, those who were asked since, and
/// those with neither.
public struct AdvocatesPlan: Hashable, Sendable {
  /// The happy events, each with a customer.
  public var scope: Scope
  public var keys: [ResolvedKey]
  public var voice: Set<EventKind>
  public var asked: Condition?

  public init(scope: Scope, keys: [ResolvedKey], voice: Set<EventKind>, asked: Condition?) {
    self.scope = scope
    self.keys = keys
    self.voice = voice
    self.asked = asked
  }

  /// Every field that the engine must read.
  public var fields: Set<FieldReference> {
    let all = scope.fields.union(LastEventPlan.order).union([.customer]).union(asked?.fields ?? [])
    return keys.reduce(into: all) { $0.formUnion($1.fields) }
  }

  public var text: String {
    (["customers by their latest happy event, and what they did since"]
      + ["by \(keys.map(\.name).joined(separator: ", "))"] + scope.lines).joined(separator: "\n")
  }
}
