/// Figures frozen under a name, as the sums that they were made of, so that later figures can be tested against them.
public struct Baseline: Sendable, Equatable {
  /// One measure of one place.
  public struct Row: Sendable, Equatable {
    /// The keys of the question, such as `stage, channel`; empty for a question without keys.
    public var keys: String
    /// The values of the keys in their order; `(none)` for a missing one.
    public var place: [String]
    public var measure: String
    /// The figure as it was shown.
    public var figure: Value
    /// In the order of the measure's statistics.
    public var sums: [Value]
    /// The filter of the question in words; empty for none.
    public var filter: String
    /// The days of the question in words.
    public var period: String
    /// How many days they are, for counts.
    public var days: Int

    public init(
      keys: String, place: [String], measure: String, figure: Value, sums: [Value], filter: String,
      period: String,
      days: Int
    ) {
      self.keys = keys
      self.place = place
      self.measure = measure
      self.figure = figure
      self.sums = sums
      self.filter = filter
      self.period = period
      self.days = days
    }
  }

  public var name: String
  public var rows: [Row]

  public init(name: String, rows: [Row]) {
    self.name = name
    self.rows = rows
  }

  /// A missing key.
  public static let missingPlace = "(none)"

  /// The rows of a measure by some keys.
  public func rows(of measure: String, by keys: [String]) -> [Row] {
    let joined = keys.joined(separator: ", ").lowercased()
    return rows.filter { $0.measure.lowercased() == measure.lowercased() && $0.keys.lowercased() == joined }
  }
}
