import DataModel
import Syntax

/// What the user has named and what stays on: segments, measures, parameters, the focus.
public struct Definitions: Sendable {
  /// By name in lower case.
  public var segments: [String: Predicate] = [:]
  public var measures: [String: MeasureExpression] = [:]
  public var parameters: [String: ParameterValue] = [:]
  /// Themes and emotions in the order in which they were defined.
  public var themes: [TextRule] = []
  public var focus: Predicate?
  /// Frozen figures, by name in lower case.
  public var baselines: [String: Baseline] = [:]
  /// Names of results.
  public var results: Set<String> = []

  public init() {}
}

/// A theme or an emotion: a test of texts under a name.
public struct TextRule: Sendable {
  public var name: String
  public var isEmotion: Bool
  public var predicate: Predicate

  public init(name: String, isEmotion: Bool, predicate: Predicate) {
    self.name = name
    self.isEmotion = isEmotion
    self.predicate = predicate
  }
}
