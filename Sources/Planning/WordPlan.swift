import DataModel
import Semantics
import Vocabulary

/// Who said which text, by place.
public struct WordPlan: Hashable, Sendable {
  public var scope: Scope
  public var keys: [ResolvedKey]

  public init(scope: Scope, keys: [ResolvedKey]) {
    self.scope = scope
    self.keys = keys
  }

  /// Every field that the engine must read.
  public var fields: Set<FieldReference> {
    keys.reduce(into: scope.fields.union([.customer, FieldReference(.text)])) { $0.formUnion($1.fields) }
  }

  public var text: String {
    let places = keys.isEmpty ? [] : ["by \(keys.map(\.name).joined(separator: ", "))"]
    return (["customers and texts"] + places + scope.lines).joined(separator: "\n")
  }
}

/// Some texts by place, each with the newest event that has it.
public struct QuotePlan: Hashable, Sendable {
  public var scope: Scope
  public var keys: [ResolvedKey]
  /// The texts, by the numbers that stand for them.
  public var texts: [Int64]

  public init(scope: Scope, keys: [ResolvedKey], texts: [Int64]) {
    self.scope = scope
    self.keys = keys
    self.texts = texts
  }

  /// Every field that the engine must read.
  public var fields: Set<FieldReference> {
    keys.reduce(into: scope.fields.union([.time, FieldReference(.id), FieldReference(.text)])) {
      $0.formUnion($1.fields)
    }
  }

  public var text: String {
    let places = keys.isEmpty ? [] : ["by \(keys.map(\.name).joined(separator: ", "))"]
    return (["\(texts.count) texts with their newest event"] + places + scope.lines).joined(separator: "\n")
  }
}
