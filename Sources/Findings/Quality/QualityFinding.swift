import DataModel
import Vocabulary

/// Something that is wrong with a source, or may be.
public struct QualityFinding: Sendable, Equatable {
  public var severity: QualitySeverity
  public var source: String
  public var check: QualityCheck
  /// The field, or the fields of a rule.
  public var field: String
  /// Nil where it is not about rows, such as days without any.
  public var rows: Int?
  public var share: Double?
  /// What it looks like; the customers' own words and ids, often.
  public var example: String?
  public var advice: Advice?
}

/// A statement that can be typed as it is.
public struct Advice: Sendable, Equatable {
  public var statement: String
  /// It repairs what was found; else it shows it.
  public var isRepair: Bool
}

/// What one check gave: findings, or nothing, or that it could not be made.
enum CheckOutcome {
  case notPossible
  case found([QualityFinding])
}
