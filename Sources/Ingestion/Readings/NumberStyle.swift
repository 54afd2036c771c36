/// How a column writes its numbers.
struct NumberStyle: Equatable, Sendable {
  /// `1,234.5`, `1.234,5` or plain `1234.5`.
  enum Grouping: Equatable, Sendable { case none, comma, dot, space }
  var grouping = Grouping.none
  var hasDecimalComma = false
  /// Signs of currencies and words around the digits are left out.
  var hasSigns = false
  /// `85%` is 0.85.
  var hasPercent = false

  static let plain = NumberStyle()

  /// The SQL for the digits of a cell, such as the engine casts to a number.
  func digits(_ cell: String) -> String {
    var out = cell
    if hasSigns || hasPercent { out = "regexp_replace(\(out), '[^0-9eE.,+ ''\\-]', '', 'g')" }
    switch grouping {
    case .none: break
    case .comma: out = "replace(\(out), ',', '')"
    case .dot: out = "replace(\(out), '.', '')"
    case .space: out = "regexp_replace(\(out), '[\\s  '']', '', 'g')"
    }
    if hasDecimalComma { out = "replace(\(out), ',', '.')" }
    return hasSigns || hasPercent ? "trim(\(out))" : out
  }

  /// The SQL for the cell as DOUBLE, null where it is no finite number.
  func double(_ cell: String) -> String {
    let number = "try_cast(\(digits(cell)) as double)"
    // Casting takes `nan`, `inf` and `0x10`; none of them is a number that people write.
    let checked = "case when isfinite(\(number)) then \(number) end"
    return hasPercent ? "(\(checked)) / (case when contains(\(cell), '%') then 100.0 else 1.0 end)" : checked
  }

  /// The SQL for the cell as DECIMAL(18,6).
  func decimal(_ cell: String) -> String {
    hasPercent ? "try_cast(\(double(cell)) as decimal(18,6))" : "try_cast(\(digits(cell)) as decimal(18,6))"
  }

  /// The style in which all texts are numbers; nil where they are none.
  static func of(_ texts: [String]) -> NumberStyle? {
    guard !texts.isEmpty else { return nil }
    return candidates.first { style in texts.allSatisfy { style.fits($0) } }
  }

  private static let candidates: [NumberStyle] = {
    var styles: [NumberStyle] = [.plain]
    for hasSigns in [false, true] {
      styles.append(NumberStyle(hasSigns: hasSigns))
      styles.append(NumberStyle(grouping: .comma, hasSigns: hasSigns))
      styles.append(NumberStyle(hasDecimalComma: true, hasSigns: hasSigns))
      styles.append(NumberStyle(grouping: .dot, hasDecimalComma: true, hasSigns: hasSigns))
      styles.append(NumberStyle(grouping: .space, hasSigns: hasSigns))
      styles.append(NumberStyle(grouping: .space, hasDecimalComma: true, hasSigns: hasSigns))
    }
    return styles
      + styles.map { style in
        var copy = style
        copy.hasPercent = true
        return copy
      }
  }()

  private func fits(_ text: String) -> Bool {
    var rest = trimmed(text)
    if hasPercent, rest.hasSuffix("%") { rest = trimmed(rest.dropLast()) }
    if hasSigns { rest = withoutSigns(rest) }
    if rest.hasPrefix("-") || rest.hasPrefix("+") { rest.removeFirst() }
    if hasSigns { rest = withoutSigns(rest) }
    let decimalMark: Character = hasDecimalComma ? "," : "."
    let parts = rest.split(separator: decimalMark, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, fitsWhole(whole) else { return false }
    guard parts.count == 2 else { return !whole.isEmpty }
    return fitsFraction(parts[1], isOnly: whole.isEmpty)
  }

  private func fitsWhole(_ text: Substring) -> Bool {
    guard let mark = groupingMark else { return text.utf8.allSatisfy(isDigit) }
    let groups = text.split(whereSeparator: { mark.contains($0) })
    guard groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else { return false }
    return groups.count < 2
      || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
  }

  private func fitsFraction(_ text: Substring, isOnly: Bool) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    guard parts.count <= 2, let digits = parts.first, digits.utf8.allSatisfy(isDigit) else { return false }
    if isOnly && digits.isEmpty { return false }
    return parts.count < 2 || Int(parts[1]) != nil
  }

  private var groupingMark: [Character]? {
    switch grouping {
    case .none: nil
    case .comma: [","]
    case .dot: ["."]
    case .space: [" ", "\u{A0}", "\u{202F}", "'"]
    }
  }

  private func withoutSigns(_ text: String) -> String {
    let signs = ["$", "€", "£", "¥", "USD", "EUR", "GBP", "CHF", "US$"]
    var out = text
    for sign in signs {
      if out.hasPrefix(sign) { out = trimmed(out.dropFirst(sign.count)) }
      if out.hasSuffix(sign) { out = trimmed(out.dropLast(sign.count)) }
    }
    return out
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
