/// How a column writes its durations.
struct DurationReading: Equatable, Sendable {
  enum Form: Equatable, Sendable {
    /// A number of a unit of so many milliseconds.
    case number(NumberStyle, milliseconds: Int)
    /// `02:03:04`, and `03:04` as hours and minutes or as minutes and seconds.
    case clock(twoPartsAreMinutes: Bool)
    /// `2 h 3 min`.
    case words
  }
  var form: Form

  /// The SQL for the cell in milliseconds, null where it is no duration or a negative one.
  func sql(_ cell: String) -> String {
    "(case when \(raw(cell)) >= 0 then \(raw(cell)) end)"
  }

  private func raw(_ cell: String) -> String {
    switch form {
    case .number(let style, let milliseconds):
      return "try_cast(round((\(style.double(cell))) * \(milliseconds)) as bigint)"
    case .clock(let twoPartsAreMinutes):
      let whole =
        twoPartsAreMinutes
        ? "(case when regexp_matches(\(cell), '^\\d+:\\d\\d(\\.\\d+)?$') then '0:' || \(cell) else \(cell) end)"
        : cell
      return """
        (case when regexp_matches(\(cell), '^\\d+:\\d\\d(:\\d\\d(\\.\\d+)?)?(\\.\\d+)?$') \
        then epoch_ms(try_cast(\(whole) as interval)) end)
        """
    case .words:
      return
        "(case when regexp_matches(\(cell), '[A-Za-z]') then epoch_ms(try_cast(\(cell) as interval)) end)"
    }
  }

  /// The ways in which texts can be read as durations.
  static func candidates(for texts: [String], milliseconds: Int, isHandleTime: Bool) -> [DurationReading] {
    guard !texts.isEmpty else { return [] }
    let needed = texts.count / 2 + 1
    if texts.filter({ isClock($0) }).count >= needed {
      return [DurationReading(form: .clock(twoPartsAreMinutes: isHandleTime))]
    }
    let numbers = texts.filter { NumberStyle.of([$0]) != nil }
    if numbers.count >= needed, let style = NumberStyle.of(numbers), !style.hasPercent, !style.hasSigns {
      return [DurationReading(form: .number(style, milliseconds: milliseconds))]
    }
    let worded = texts.filter { $0.utf8.first.map(isDigit) == true && $0.contains { $0.isLetter } }
    return worded.count >= needed ? [DurationReading(form: .words)] : []
  }

  private static func isClock(_ text: String) -> Bool {
    let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...]).split(
      separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") } }
  }
}

/// A unit of time at the end of a column's name: `First_Response_Time_Hours`, `Handle time (min)`.
struct DurationUnit: Equatable, Sendable {
  var milliseconds: Int
  var word: String

  private static let words: [(names: [String], milliseconds: Int, word: String)] = [
    (["milliseconds", "millis", "msec", "ms"], 1, "milliseconds"),
    (["seconds", "second", "secs", "sec", "s"], 1000, "seconds"),
    (["minutes", "minute", "mins", "min", "m"], 60_000, "minutes"),
    (["hours", "hour", "hrs", "hr", "h"], 3_600_000, "hours"),
    (["days", "day", "d"], 86_400_000, "days"),
  ]

  /// The unit that a name ends with and the name without it.
  static func split(_ name: String) -> (stem: String, unit: DurationUnit?) {
    var parts = name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard parts.count > 1, let last = parts.last else { return camelSplit(name) }
    for entry in words where entry.names.contains(last) {
      parts.removeLast()
      if parts.last == "in", parts.count > 1 { parts.removeLast() }
      return (parts.joined(separator: " "), DurationUnit(milliseconds: entry.milliseconds, word: entry.word))
    }
    return (name, nil)
  }

  /// `resolutionTimeHours`: a unit in one word with the rest.
  private static func camelSplit(_ name: String) -> (stem: String, unit: DurationUnit?) {
    for entry in words {
      for long in entry.names where long.count > 2 {
        let capital = long.prefix(1).uppercased() + long.dropFirst()
        guard name.hasSuffix(capital), name.count > long.count else { continue }
        var stem = String(name.dropLast(long.count))
        if stem.hasSuffix("In") { stem = String(stem.dropLast(2)) }
        return (stem, DurationUnit(milliseconds: entry.milliseconds, word: entry.word))
      }
    }
    return (name, nil)
  }
}
