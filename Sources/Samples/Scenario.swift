/// What is planted in a sample, and in how restless a world.
public enum Scenario: String, CaseIterable, Sendable {
  /// The bank as it is: two failures of each size and the traps of every kind.
  case standard
  /// The simulations of the method (section 8): 144 cells of stage, channel and persona, of sizes that differ widely.
  case base, large, small, wobbly, global, null

  /// One line for lists and help.
  public var summary: String {
    switch self {
    case .standard: "two failures of each size, and traps"
    case .base:
      "144 cells, 25 tickets and 12 mentions a week in the median one, two failures of each size, and traps"
    case .large: "base with 400 tickets and 200 mentions"
    case .small: "base with 4 tickets and 3 mentions"
    case .wobbly: "base in which weeks differ twice as much"
    case .global: "base in which everything gets worse for everybody"
    case .null: "base with nothing planted"
    }
  }

  /// How many events it has where nobody says.
  public var usualRows: Int { simulation?.usualRows ?? 50_000 }
}
