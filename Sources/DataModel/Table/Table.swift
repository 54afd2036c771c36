import Vocabulary

/// What every query returns and every renderer takes: named, typed columns, rows, facts and words around them.
public struct Table: Sendable, Equatable {
  public var columns: [Column]
  /// Row by row, each as long as `columns`.
  public var rows: [[Value]]
  /// The last row is the one of `with totals`: its keys are missing because it is about all of them.
  public var hasTotals: Bool
  /// Single values that belong to the result but are no row of it: the ALL row, windows, counts.
  ///
  /// Covered by the digest.
  public var facts: [Fact]
  /// What the result says in plain words, shown above it; not covered by the digest.
  public var explanation: [String]
  /// What a reader must know to read the figures (kept, hidden, assumed), shown below it; not covered by the digest.
  public var notes: [String]
  /// The next sensible question, as a statement to type.
  public var next: [String]
  /// A step `sort` put the rows in their order, which `top` and `bottom` then keep.
  public var isSorted = false
  /// The rows that matter, where the others would hide them on a terminal; every other format has all rows.
  public var brief: Brief?

  public init(
    columns: [Column], rows: [[Value]], facts: [Fact] = [], explanation: [String] = [], notes: [String] = [],
    next: [String] = [], hasTotals: Bool = false
  ) {
    self.columns = columns
    self.rows = rows
    self.hasTotals = hasTotals
    self.facts = facts
    self.explanation = explanation
    self.notes = notes
    self.next = next
  }

  /// A fact with this prefix and a column's name is that column's value over everybody: the ALL row, which a
  /// renderer draws above the rows.
  public static let everybodyPrefix = "all_"

  /// The position of a column by its name.
  public func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

/// A single named value of a result.
public struct Fact: Sendable, Equatable {
  public var name: String
  public var value: Value
  public var unit: Unit

  public init(_ name: String, _ value: Value, unit: Unit = .none) {
    self.name = name
    self.value = value
    self.unit = unit
  }
}

/// A column of a table: its name, its type, and what a renderer must know to draw it.
public struct Column: Sendable, Equatable {
  public enum Kind: Sendable, Equatable { case text, boolean, integer, number, instant, period(Grain) }

  /// What a column is in its table.
  ///
  /// A measure's interval and sample size are columns of their own, which a terminal draws into one.
  public enum Part: Sendable, Equatable {
    case key
    case figure
    case low(of: String)
    case high(of: String)
    case sampleSize(of: String)
    /// A boolean: the value of that column was assumed and not given; a terminal draws `3?`.
    case assumed(of: String)
    case plain
  }

  public var name: String
  public var kind: Kind
  public var unit: Unit
  public var part: Part
  /// A change: its sign is always shown.
  public var isChange: Bool
  /// Which way is bad, for colour and arrows; nil where neither is.
  public var bad: Direction?
  /// Decimals that a person sees; nil for the unit's default.
  ///
  /// Machine formats carry full precision.
  public var decimals: Int?
  /// How early the column is left out where a terminal is too narrow: the highest first, among equals from the right.
  public var givesWay: Int

  public init(
    _ name: String, _ kind: Kind, unit: Unit = .none, part: Part = .plain, isChange: Bool = false,
    bad: Direction? = nil, decimals: Int? = nil, givesWay: Int = 0
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.part = part
    self.isChange = isChange
    self.bad = bad
    self.decimals = decimals
    self.givesWay = givesWay
  }
}

/// A direction of change.
public enum Direction: String, Sendable { case up, down }

/// What a number counts or measures.
public enum Unit: Sendable, Equatable {
  case none
  /// A number of things: 0 decimals, groups of thousands.
  case count
  /// 0…1; a terminal draws it as a percentage.
  case fraction
  /// NPS points, −100…100.
  case points
  /// A mean score on a scale (csat 1…5, sentiment −1…1): 2 decimals.
  case score
  /// Seconds; a terminal draws `2 h 14 min`.
  case seconds
  /// Amounts of money, without a currency.
  case currency
  /// A factor, drawn `×1.24`.
  case ratio
  /// A probability: 3 significant digits, `<0.0001`.
  case probability
}

/// The head of a long result that a terminal shows.
public struct Brief: Sendable, Equatable {
  /// How many rows from the top.
  public var rows: Int
  /// What shows the others, as it is typed.
  public var others: String

  public init(rows: Int, others: String) {
    self.rows = rows
    self.others = others
  }
}
