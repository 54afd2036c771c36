import DataModel
import Semantics
import Vocabulary

/// A sample of events, drawn by their own ids: the same whatever the order of the rows and the number of threads.
public struct VerbatimPlan: Hashable, Sendable {
  public var scope: Scope
  /// The places, each with a sample of its own.
  public var keys: [ResolvedKey]
  public var fields: [FieldReference]
  /// How many events of each place.
  public var count: Int
  public var seed: Int

  public init(scope: Scope, keys: [ResolvedKey], fields: [FieldReference], count: Int, seed: Int) {
    self.scope = scope
    self.keys = keys
    self.fields = fields
    self.count = count
    self.seed = seed
  }

  /// Every field that the engine must read.
  public var allFields: Set<FieldReference> {
    keys.reduce(into: scope.fields.union(fields).union([.time, .source, FieldReference(.id)])) {
      $0.formUnion($1.fields)
    }
  }

  public var text: String {
    let places = keys.isEmpty ? [] : ["by \(keys.map(\.name).joined(separator: ", "))"]
    let head = "\(count) events by the hash of seed \(seed) and their id"
    return ([head, "with \(fields.map(\.name).joined(separator: ", "))"] + places + scope.lines)
      .joined(separator: "\n")
  }
}
