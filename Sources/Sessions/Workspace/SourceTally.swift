import DataModel
import Vocabulary

/// What was counted in one source, kept for as long as its table does not change.
struct SourceTally {
  /// How often each spelling of a field occurs, by the field's name in lower case; nil inside for more than can be listed.
  var spellings: [String: [FieldValue]?] = [:]
  /// Events by kind and day, in days of this zone.
  var days: (zone: Zone, counts: [DayCount])?

  struct DayCount {
    var kind: EventKind
    /// Days since 1970-01-01.
    var day: Int
    var events: Int
  }
}

/// The spellings of a field over all sources, with the events and the rows that have each.
struct SpellingCounts {
  /// By bytes: texts that are equal to Swift may be spelled differently.
  private var counts: [[UInt8]: (text: String, events: Int, rows: Int)] = [:]

  var count: Int { counts.count }

  /// - Parameter isListed: the rows are of a file of customers or touchpoints, so they are no events: a place without events
  ///   is a gap, not unknown.
  mutating func add(_ values: [FieldValue], isListed: Bool) {
    for value in values {
      let key = Array(value.text.utf8)
      counts[key, default: (value.text, 0, 0)].rows += value.count
      if !isListed { counts[key]?.events += value.count }
    }
  }

  /// The most frequent first, then what has the most rows, then in the order of bytes.
  var ordered: [FieldValue] {
    counts.sorted { left, right in
      let (a, b) = (left.value, right.value)
      if (a.events, a.rows) != (b.events, b.rows) { return (a.events, a.rows) > (b.events, b.rows) }
      return left.key.lexicographicallyPrecedes(right.key)
    }.map { FieldValue(text: $0.value.text, count: $0.value.events) }
  }
}
