import DataModel

/// Where a cell lies: its touchpoint with the most tickets, who answers for it, what depends on it, what a fix takes.
public struct CellPlace: Sendable, Equatable {
  public var touchpoint: String?
  /// What is known of it, by field name in lower case.
  public var attributes: [String: Value]
  public var owner: String?
  /// 1…5.
  public var stakes: Int?
  /// 1, 2, 3, 5 or 8.
  public var effort: Int?

  public init(touchpoint: String? = nil, attributes: [String: Value] = [:]) {
    self.touchpoint = touchpoint
    self.attributes = attributes
  }
}
