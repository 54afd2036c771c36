/// The sample data sets that can be made.
public enum SampleName: String, CaseIterable, Sendable {
  /// `NorthbankSample`.
  case northbank

  /// One line for lists and help.
  public var summary: String {
    switch self {
    case .northbank:
      "a British retail bank, 26 weeks of tickets, mentions, surveys, calls and visits, with failures planted"
    }
  }
}

/// What is planted in a sample.
public enum Scenario: String, CaseIterable, Sendable {
  /// Two failures of each size and the traps of every kind.
  case standard
  /// Nothing: whatever is reported is a false alarm.
  case null

  /// One line for lists and help.
  public var summary: String {
    switch self {
    case .standard: "two failures of each size, and traps"
    case .null: "nothing is planted"
    }
  }
}
