import DataModel

/// Values for other programs: full precision, ISO 8601, no units.
enum MachineText {
  /// Nil where there is no value or no number can say it (NaN).
  static func of(_ value: Value) -> String? {
    switch value {
    case .missing: nil
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): "\(number)"
    case .number(let number): NumberText.shortest(number) ?? infinity(number)
    case .text(let text): text
    case .instant(let time, let offset): InstantText.iso(time, offset: offset)
    case .period(let period): period.text
    }
  }

  private static func infinity(_ number: Double) -> String? {
    if number.isNaN { return nil }
    return number > 0 ? "Infinity" : "-Infinity"
  }
}
