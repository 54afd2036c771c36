import DataModel
import Semantics

/// What was counted of one rule in one place, or of all texts there.
struct ThemeSums {
  var texts = 0.0
  var positive = 0.0
  var negative = 0.0
  /// Texts with a sentiment.
  var rated = 0.0
  var now = 0.0
  var before = 0.0
  var customers = 0.0

  mutating func add(_ row: ThemeRow) {
    if row.isInside {
      texts += row.texts
      positive += row.positive
      negative += row.negative
      rated += row.rated
    }
    if row.isNow { now += row.texts }
    if row.isBefore { before += row.texts }
  }
}

/// The texts of a place to which the same rules fit, now or before.
struct ThemeRow {
  var keys: [Value]
  /// For each rule whether it fits.
  var fits: [Bool]
  var isNow: Bool
  var isBefore: Bool
  /// It counts, and not only as what was before.
  var isInside: Bool
  var texts: Double
  var positive: Double
  var negative: Double
  var rated: Double
}

/// The sums of one place.
struct ThemePlace {
  var keys: [Value]
  var all = ThemeSums()
  var untagged = ThemeSums()
  var rules: [ThemeSums]
  /// Texts to which both rules fit.
  var both: [[Double]]

  init(keys: [Value], count: Int) {
    self.keys = keys
    rules = Array(repeating: ThemeSums(), count: count)
    both = Array(repeating: Array(repeating: 0, count: count), count: count)
  }

  mutating func add(_ row: ThemeRow) {
    all.add(row)
    let fitting = row.fits.indices.filter { row.fits[$0] }
    if fitting.isEmpty { untagged.add(row) }
    for rule in fitting {
      rules[rule].add(row)
      guard row.isInside else { continue }
      for other in fitting where other != rule { both[rule][other] += row.texts }
    }
  }
}
