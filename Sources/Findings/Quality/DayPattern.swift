import DataModel
import Statistics

/// How many rows a day usually has: the median of its weekday, or of all days where there are too few weeks.
struct DayPattern {
  /// Weekdays with fewer days than this are judged by all days.
  private static let fewestOfWeekday = 4
  /// A span that is longer is a mistake in a date and no span.
  private static let longestSpan = 20_000

  struct Usual {
    var median: Double
    /// The median distance from the median.
    var deviation: Double
    var isOfWeekday: Bool
  }

  let first: Int
  let last: Int
  /// Rows of each day of the span, days without any as 0.
  let counts: [Int]
  private let byWeekday: [Usual?]
  private let ofAll: Usual

  /// Nil where the days are too few to tell, or impossibly far apart.
  init?(_ days: [DayCount]) {
    guard let first = days.first?.day, let last = days.last?.day, last - first >= 6,
      last - first < Self.longestSpan
    else { return nil }
    var counts = Array(repeating: 0, count: last - first + 1)
    for day in days { counts[day.day - first] = day.rows }
    (self.first, self.last, self.counts) = (first, last, counts)
    // The first and the last day may be cut off: they are no measure of the others.
    let inner = counts.indices.dropFirst().dropLast()
    ofAll = Self.usual(inner.map { Double(counts[$0]) }, isOfWeekday: false)
    byWeekday = (0..<7).map { weekday in
      let own = inner.filter { CivilDate(dayNumber: first + $0).weekday == weekday }
      return own.count >= Self.fewestOfWeekday
        ? Self.usual(own.map { Double(counts[$0]) }, isOfWeekday: true) : nil
    }
  }

  private static func usual(_ counts: [Double], isOfWeekday: Bool) -> Usual {
    let middle = median(counts)
    return Usual(
      median: middle, deviation: median(counts.map { abs($0 - middle) }), isOfWeekday: isOfWeekday)
  }

  func usual(on day: Int) -> Usual { byWeekday[CivilDate(dayNumber: day).weekday] ?? ofAll }
  func rows(on day: Int) -> Int { counts[day - first] }

  /// Days far above what is usual, the highest first.
  var viral: [Int] {
    let high = (first...last).filter { day in
      let (rows, usual) = (Double(rows(on: day)), usual(on: day))
      return rows >= 20 && rows > 3 * usual.median && rows > usual.median + 8 * usual.deviation
    }
    // What happens again and again is how the source works, such as a survey on the first of a month.
    guard high.count <= max(3, counts.count / 20) else { return [] }
    return high.sorted { (rows(on: $1), $0) < (rows(on: $0), $1) }
  }

  /// The first and the last day where they have far fewer rows than usual.
  var thin: [Int] {
    [first, last].filter { day in
      let usual = usual(on: day)
      // Without weeks to compare, a quiet Sunday looks like a day that is cut off.
      let limit = usual.isOfWeekday ? 0.2 : 0.05
      return usual.median >= 5 && Double(rows(on: day)) < limit * usual.median
    }
  }

  /// Days without a row on which rows are usual.
  var empty: [Int] {
    (first...last).filter { day in
      let usual = usual(on: day)
      let isWeekend = CivilDate(dayNumber: day).weekday >= 5
      return rows(on: day) == 0 && usual.median >= 5 && (usual.isOfWeekday || !isWeekend)
    }
  }
}
