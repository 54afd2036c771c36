/// The columns that stand beside a measure's own in a result: its name and one of these endings.
public enum MeasureColumn: String, CaseIterable, Sendable {
  case low, high
  case count = "n"
  case previous = "prev"
  case change
  case changeLow = "change_low"
  case changeHigh = "change_high"
  case p

  /// What the column holds.
  public var summary: String {
    switch self {
    case .low: "the lower end of the 95 % interval"
    case .high: "the upper end of the 95 % interval"
    case .count: "how many cases the figure is made of"
    case .previous: "the figure of what it is compared with"
    case .change: "the figure now less the figure before"
    case .changeLow: "the lower end of the change's 95 % interval"
    case .changeHigh: "the upper end of the change's 95 % interval"
    case .p: "how often chance alone would move the figure as much or more, 0 to 1"
    }
  }

  /// Whether two groups of events are compared in it.
  public var isComparison: Bool {
    switch self {
    case .low, .high, .count: false
    case .previous, .change, .changeLow, .changeHigh, .p: true
    }
  }

  /// The ending of a column beside a measure's; nil for the measure's own.
  public init?(_ column: String, of measure: String) {
    guard column.hasPrefix(measure + "_") else { return nil }
    self.init(rawValue: String(column.dropFirst(measure.count + 1)))
  }
}
