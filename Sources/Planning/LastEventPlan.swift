import DataModel
import Semantics
import Vocabulary

/// The last event of each group: the latest, then the last by source and id.
public struct LastEventPlan: Hashable, Sendable {
  public var scope: Scope
  public var keys: [ResolvedKey]
  /// What is told of it.
  public var fields: [FieldReference]

  public init(scope: Scope, keys: [ResolvedKey], fields: [FieldReference]) {
    self.scope = scope
    self.keys = keys
    self.fields = fields
  }

  /// Every field that the engine must read.
  public var allFields: Set<FieldReference> {
    keys.reduce(into: scope.fields.union(fields).union(Self.order)) { $0.formUnion($1.fields) }
  }

  /// What puts events in their order.
  static let order: Set<FieldReference> = [.time, .source, FieldReference(.id)]
}

/// How often and how long each customer was there, how long ago the last time was, and what that last event was.
///
/// Gives the keys of the last event, then the customer, the events, the span from the first to the last of them and the
/// time since in microseconds, the time of the last event, and its fields.
public struct CustomerEndPlan: Hashable, Sendable {
  public var scope: Scope
  public var keys: [ResolvedKey]
  /// What is told of the last event.
  public var fields: [FieldReference]
  /// Only customers with at least so many events.
  public var least: Int
  /// The day at whose beginning the time since ends; nil for the last event of all.
  public var now: Int?

  public init(scope: Scope, keys: [ResolvedKey], fields: [FieldReference], least: Int, now: Int?) {
    self.scope = scope
    self.keys = keys
    self.fields = fields
    self.least = least
    self.now = now
  }

  /// Every field that the engine must read.
  public var allFields: Set<FieldReference> {
    keys.reduce(into: scope.fields.union(fields).union(LastEventPlan.order).union([.customer])) {
      $0.formUnion($1.fields)
    }
  }
}

extension LastEventPlan {
  public var text: String {
    (["last event with \(fields.map(\.name).joined(separator: ", "))"]
      + ["by \(keys.map(\.name).joined(separator: ", "))"] + scope.lines).joined(separator: "\n")
  }
}

extension CustomerEndPlan {
  public var text: String {
    (["customers with \(least) events or more, and their last event"]
      + ["its \((keys.map(\.name) + fields.map(\.name)).joined(separator: ", "))"] + scope.lines)
      .joined(separator: "\n")
  }
}
