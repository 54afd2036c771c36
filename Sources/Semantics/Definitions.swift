import DataModel
import Syntax

/// What the user has named and what stays on: segments, measures, parameters, the focus.
public struct Definitions: Sendable {
  /// By name in lower case.
  public var segments: [String: Predicate] = [:]
  public var measures: [String: MeasureExpression] = [:]
  public var parameters: [String: ParameterValue] = [:]
  /// Themes in the order in which they were defined.
  public var themes: [(name: String, predicate: Predicate)] = []
  public var focus: Predicate?
  /// Frozen figures, by name in lower case.
  public var baselines: [String: Baseline] = [:]
  /// Names of results.
  public var results: Set<String> = []

  public init() {}
}
