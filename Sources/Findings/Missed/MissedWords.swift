import DataModel
import Semantics
import Vocabulary

/// Words that the finders of what was missed have in common.
enum MissedWords {
  /// `12 places`, `1 place`.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `mentions, reviews and surveys`.
  static func phrase(of kinds: Set<EventKind>) -> String {
    list(EventKind.allCases.filter(kinds.contains).map { $0.rawValue + "s" })
  }

  /// `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last else { return "" }
    return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A share as whole percents, with one decimal below 10 %.
  static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "—" }
    let isSmall = abs(share) < 0.0995
    let tenths = Int((share * (isSmall ? 1000 : 100)).rounded())
    return isSmall ? "\(tenths / 10).\(abs(tenths) % 10) %" : "\(tenths) %"
  }

  /// `stage or channel`.
  static func names(of keys: [ResolvedKey]) -> String { keys.map(\.name).joined(separator: " or ") }

  /// The values of some rows, the first ones in full: `chat, phone and 3 more`.
  static func examples(_ cells: [[Value]], most: Int = 3) -> String {
    let names = cells.prefix(most).map { cell in cell.map(text).joined(separator: " × ") }
    let rest = cells.count - names.count
    return rest > 0 ? names.joined(separator: ", ") + " and \(rest) more" : list(names)
  }

  static func text(_ value: Value) -> String { value.plainText ?? "(none)" }

  /// An event in short: `ticket: refund`.
  static func event(kind: Value?, topic: Value?) -> Value {
    guard let kind = kind?.plainText else { return .missing }
    return .text(topic?.plainText.map { "\(kind): \($0)" } ?? kind)
  }

  /// The most frequent text and how often it is there, ties by byte order; nil for none.
  static func mostFrequent(_ values: [Value]) -> (text: String, count: Int)? {
    var counts: [String: Int] = [:]
    for value in values { if let text = value.plainText { counts[text, default: 0] += 1 } }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// A statement that shows the events of the first row; columns that they all lack are no columns of theirs.
  static func look(_ keys: [ResolvedKey], first row: [Value], with more: [String] = [], oldest: Bool = false)
    -> String
  {
    // What a file of customers or of touchpoints says is no column of the events.
    let key = zip(keys, row).first { key, value in
      !value.isMissing && key.fieldName.map { Dimension(rawValue: $0) != nil } ?? false
    }.flatMap { $0.0.fieldName }
    let names = ["time", "kind"] + (key.map { [$0] } ?? []) + more
    let shown = names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    return "events of $[1] | keep \(shown.joined(separator: ", ")) | \(oldest ? "bottom" : "top") 5 by time"
  }

  /// A length of time in its largest whole unit: `48 hours`, `14 days`.
  static func duration(_ milliseconds: Int64) -> String {
    let units: [(Int64, String)] = [
      (86_400_000, "day"), (3_600_000, "hour"), (60_000, "minute"), (1000, "second"),
    ]
    let unit =
      units.first { milliseconds % $0.0 == 0 && milliseconds >= ($0.1 == "day" ? 3 : 1) * $0.0 } ?? units[3]
    return count(Int(milliseconds / unit.0), unit.1)
  }

  /// Below 10 cases there is no verdict; below 30 a figure is marked.
  static func sizeNote(_ count: Double) -> Value {
    if count < 10 { return .text("n < 10: no verdict") }
    return count < 30 ? .text("n < 30") : .missing
  }
}
