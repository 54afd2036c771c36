import DataModel
import Vocabulary

/// Turns the values of one column into cells for people: rounded, with units and signs.
///
/// Decimals and the detail of instants are settled once for the whole column, so that its cells line up.
struct ColumnFormatter {
  var column: Column
  var glyphs: Glyphs
  var decimals: Int
  var instantDetail: InstantText.Detail
  /// The offset that all instants of the column share; nil where they differ or there is none.
  var sharedOffset: Int32?

  init(_ column: Column, values: some Sequence<Value>, glyphs: Glyphs) {
    self.column = column
    self.glyphs = glyphs
    decimals = column.decimals ?? Self.decimals(of: column, values: values)
    (instantDetail, sharedOffset) = Self.instants(in: values)
  }

  /// The name of the unit for the line below the titles, where the cells do not show it themselves.
  var unitText: String {
    if let sharedOffset, instantDetail != .date { return "UTC" + InstantText.offsetText(sharedOffset) }
    return column.unit == .points ? "points" : ""
  }

  func cell(_ value: Value) -> Cell {
    switch value {
    case .missing: return missing
    case .text(let text): return self.text(text)
    case .boolean(let flag): return .plain(flag ? "yes" : "no")
    case .period(let period): return .plain(Self.text(of: period))
    case .instant(let time, let offset): return .plain(text(ofInstant: time, offset))
    case .integer(let number) where column.unit == .none && !column.isChange:
      // No groups: it may be a year, a rank, or an id.
      return .number("\(number)")
    case .integer, .number: return value.asNumber.map(number) ?? missing
    }
  }

  /// A figure with its interval in one cell.
  func cell(_ value: Value, low: Value, high: Value) -> Cell {
    var cell = cell(value)
    guard let middle = value.asNumber, let low = low.asNumber, let high = high.asNumber else { return cell }
    cell.interval = interval(middle, low, high)
    let still = column.unit == .ratio ? 1.0 : 0.0
    if low <= still, high >= still { cell.tone = .normal }
    return cell
  }

  /// A period as people read it; the machine formats write an hour with a `T`.
  static func text(of period: CalendarPeriod) -> String {
    period.grain == .hour ? period.text.split(separator: "T").joined(separator: " ") : period.text
  }

  private func text(_ text: String) -> Cell {
    var cell = Cell.plain(glyphs.cleaned(text))
    if text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) {
      cell.lines = text.split(whereSeparator: \.isNewline).map { glyphs.cleaned(String($0)) }
    }
    return cell
  }

  private var missing: Cell {
    Cell(head: column.part == .key ? "(none)" : glyphs.missing, tone: .quiet, isMissing: true)
  }

  private func text(ofInstant time: Int64, _ offset: Int32) -> String {
    let text = InstantText.short(time, offset: offset, detail: instantDetail)
    return sharedOffset == nil && instantDetail != .date ? text + InstantText.offsetText(offset) : text
  }

  // MARK: - Numbers

  private func number(_ value: Double) -> Cell {
    if value.isInfinite { return .plain(prefix(of: value) + glyphs.infinity) }
    let tone = tone(of: value)
    if column.unit == .seconds { return .plain(sign(of: value) + DurationText.magnitude(value), tone) }
    return .number(prefix(of: value) + bare(value) + suffix(of: value), tone)
  }

  /// The rounded number without its unit.
  private func bare(_ value: Double) -> String {
    switch column.unit {
    case .fraction:
      return NumberText.magnitude(DecimalDigits(value).scaled(byPowerOfTen: 2), decimals: decimals)
    case .probability: return value < 0.0001 ? "0.0001" : NumberText.significant(value, digits: 3)
    default:
      if isExtreme(value) { return NumberText.shortest(value.magnitude) ?? "" }
      return NumberText.magnitude(DecimalDigits(value), decimals: decimals)
    }
  }

  private func prefix(of value: Double) -> String {
    switch column.unit {
    case .ratio: glyphs.times
    case .probability: value < 0.0001 ? "<" : ""
    default: sign(of: value)
    }
  }

  private func suffix(of value: Double) -> String {
    switch column.unit {
    // The difference of two percentages is not a percentage of the first.
    case .fraction: return column.isChange ? " pp" : "%"
    case .ratio:
      guard column.bad != nil, !roundsTo(1, value) else { return "" }
      return value > 1 ? glyphs.rising : glyphs.falling
    default: return ""
    }
  }

  /// A change always shows its sign, even where it rounds to zero; a level shows a minus only before a number.
  private func sign(of value: Double) -> String {
    if column.isChange { return value > 0 ? "+" : value < 0 ? "-" : "" }
    return value < 0 && !roundsTo(0, value) ? "-" : ""
  }

  private func tone(of value: Double) -> Tone {
    guard let bad = column.bad, column.isChange || column.unit == .ratio else { return .normal }
    let still = column.unit == .ratio ? 1.0 : 0.0
    if roundsTo(still, value) { return .normal }
    return (value > still) == (bad == .up) ? .bad : .good
  }

  private func roundsTo(_ target: Double, _ value: Double) -> Bool {
    guard value.isFinite else { return false }
    if column.unit == .seconds { return value == target }
    let digits = DecimalDigits(value).scaled(byPowerOfTen: column.unit == .fraction ? 2 : 0)
    return digits.rounded(toDecimals: decimals) == DecimalDigits(target)
      || digits.rounded(toDecimals: decimals).isZero && target == 0
  }

  /// Too large or too small for the column's decimals, in a column of unknown unit.
  private func isExtreme(_ value: Double) -> Bool {
    guard column.unit == .none, value != 0 else { return false }
    return value.magnitude >= 1e15 || value.magnitude < 1e-7
  }

  // MARK: - Intervals

  /// `±4` where both sides are equal within one unit of the last digit shown, the larger side then;
  /// `(27..36)` where they differ by more than that.
  ///
  /// Intervals of shares and of NPS lean towards the middle of the scale, so one ± would claim values that the
  /// interval excludes.
  private func interval(_ middle: Double, _ low: Double, _ high: Double) -> String {
    let sides = [middle - low, high - middle].map { bare(max(0, $0)) }
    if column.unit == .seconds {
      let texts = [middle - low, high - middle].map { DurationText.magnitude($0) }
      if texts[0] == texts[1] { return glyphs.plusMinus + texts[0] }
      return "("
        + [low, high].map { sign(of: $0) + DurationText.magnitude($0) }.joined(separator: glyphs.range) + ")"
    }
    if differsByLastDigitAtMost(middle - low, high - middle) {
      return glyphs.plusMinus + (high - middle > middle - low ? sides[1] : sides[0])
    }
    return "(" + [low, high].map { boundSign($0) + bare($0) }.joined(separator: glyphs.range) + ")"
  }

  private func boundSign(_ value: Double) -> String {
    column.unit == .ratio ? "" : sign(of: value)
  }

  private func differsByLastDigitAtMost(_ left: Double, _ right: Double) -> Bool {
    let scale = powerOfTen(decimals + (column.unit == .fraction ? 2 : 0))
    let difference = (left * scale).rounded(.toNearestOrEven) - (right * scale).rounded(.toNearestOrEven)
    return difference.magnitude <= 1
  }

  // MARK: - Settled for the column

  private static func decimals(of column: Column, values: some Sequence<Value>) -> Int {
    switch column.unit {
    case .count, .seconds: 0
    case .points: column.isChange ? 1 : 0
    case .fraction: 1
    case .score, .ratio: 2
    case .probability: 4
    case .currency: largest(values) < 1000 ? 2 : 0
    case .none: decimalsOfUnknown(values)
    }
  }

  /// As many digits as the values have, but no more than make three or four in all.
  private static func decimalsOfUnknown(_ values: some Sequence<Value>) -> Int {
    let numbers = values.compactMap(\.asNumber).filter { $0.isFinite && $0 != 0 }.map { DecimalDigits($0) }
    let needed = numbers.map(\.decimals).max() ?? 0
    let places = numbers.map(\.pointPosition).max() ?? 0
    let cap = places >= 4 ? 1 : places >= 3 ? 2 : places >= -1 ? 3 : min(9, 3 - places)
    return min(needed, cap)
  }

  private static func largest(_ values: some Sequence<Value>) -> Double {
    values.compactMap { $0.asNumber?.magnitude }.max() ?? 0
  }

  private static func instants(in values: some Sequence<Value>) -> (InstantText.Detail, Int32?) {
    var detail = InstantText.Detail.date
    var offsets: Set<Int32> = []
    for case .instant(let time, let offset) in values {
      offsets.insert(offset)
      detail = max(detail, InstantText.detail(of: time, offset: offset))
    }
    return (detail, offsets.count == 1 ? offsets.first : nil)
  }
}

/// 10^exponent without the C library.
func powerOfTen(_ exponent: Int) -> Double {
  (0..<max(0, exponent)).reduce(1.0) { power, _ in power * 10 }
}
