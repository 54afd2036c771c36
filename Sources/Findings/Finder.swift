import DataModel
import Planning
import Semantics

/// A question of the craft, resolved against the data: plans for the engine, then statistics, then a table.
public protocol Finder {
  /// What it asks the engine, for `explain`.
  var plans: [NamedPlan] { get }
  /// The events that its rows are made of; nil where a row does not lead back to events.
  var scope: Scope? { get }
  /// The keys by which a row leads back to its events.
  var keys: [ResolvedKey] { get }
  /// - Throws: `Mistakes` for what a user can mend, and what the runner throws.
  func table() throws -> Table
}
