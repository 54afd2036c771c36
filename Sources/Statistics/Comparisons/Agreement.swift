/// How far two ways of putting the same things into classes agree.
public struct Agreement: Sendable {
  /// By the class of the first way, then by that of the second.
  public let counts: [[Int]]
  /// How many things there are.
  public let total: Int
  /// The share that both put into the same class, with its Wilson interval.
  public let share: Interval
  /// Cohen's kappa (1960): the share beyond what chance gives, 1 at best; NaN where chance alone gives all.
  public let kappa: Double

  /// - Parameter counts: a square table.
  public init(_ counts: [[Int]]) {
    self.counts = counts
    let rows = counts.map { Double($0.reduce(0, +)) }
    let columns = counts.indices.map { column in Double(counts.reduce(0) { $0 + $1[column] }) }
    let same = Double(counts.indices.reduce(0) { $0 + counts[$1][$1] })
    let all = rows.reduce(0, +)
    total = Int(all)
    share = Interval.proportion(same, of: all)
    let chance = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 } / (all * all)
    kappa = chance < 1 ? (same / all - chance) / (1 - chance) : .nan
  }
}
