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
