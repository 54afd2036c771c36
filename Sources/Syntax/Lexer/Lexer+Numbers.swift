import Diagnostics

extension Lexer {
  /// A number or a point; what looks like one and is none becomes a mistake that says how to write it.
  mutating func number() -> Token.Kind {
    let start = position
    skipDigits()
    if position - start == 4, byte(at: position) == UInt8(ascii: "-"), isAlphanumeric(at: position + 1) {
      return point(from: start)
    }
    if byte(at: position) == UInt8(ascii: "."), isDigit(at: position + 1) {
      position += 1
      skipDigits()
    }
    if continuesWord { return malformedNumber(from: start) }
    guard let value = Double(slice(start, position)), value.isFinite else {
      return malformedNumber(from: start)
    }
    return .number(value)
  }

  private var continuesWord: Bool {
    if let scalar = peekScalar(), isWordScalar(scalar) { return true }
    return byte(at: position) == UInt8(ascii: ".") && isDigit(at: position + 1)
  }

  private mutating func skipDigits() {
    while isDigit(at: position) { position += 1 }
  }

  private func isDigit(at offset: Int) -> Bool {
    guard let byte = byte(at: offset) else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func isAlphanumeric(at offset: Int) -> Bool {
    guard let scalar = peekScalar(at: offset) else { return false }
    return isWordScalar(scalar)
  }

  private mutating func malformedNumber(from start: Int) -> Token.Kind {
    while let scalar = peekScalar() {
      let goesOn = isWordScalar(scalar) || scalar == "." && isDigit(at: position + 1)
      guard goesOn else { break }
      position += scalar.utf8.count
    }
    let run = slice(start, position)
    if let duration = Self.spelledDuration(run) {
      return .bad(.durationWithoutSpace(duration, at: Span(start, position)))
    }
    return .bad(.notANumber(run, at: Span(start, position)))
  }

  /// `48h` as `48 hours`.
  private static func spelledDuration(_ run: String) -> String? {
    let digits = run.prefix { $0.isNumber || $0 == "." }
    let units = [
      "s": "second", "sec": "second", "m": "minute", "min": "minute", "h": "hour", "hr": "hour",
      "hrs": "hour",
      "d": "day", "w": "week", "wk": "week",
    ]
    let letters = run.dropFirst(digits.count).lowercased()
    let whole = DurationLiteral.Unit.allCases.map(\.rawValue).first { $0 == letters || $0 + "s" == letters }
    guard let unit = units[letters] ?? whole, !digits.contains(where: { $0 == "." }) else { return nil }
    return digits + " " + unit + (digits == "1" ? "" : "s")
  }

  // MARK: Points

  private mutating func point(from start: Int) -> Token.Kind {
    while let scalar = peekScalar() {
      let joins = scalar == "-" || scalar == ":"
      guard isWordScalar(scalar) || joins && isAlphanumeric(at: position + 1) else { break }
      position += scalar.utf8.count
    }
    let run = slice(start, position)
    switch Point.read(run) {
    case .success(let point): return .point(point)
    case .failure(let mistake):
      return .bad(
        .notAPoint(run, reason: mistake.reason, instead: mistake.instead, at: Span(start, position)))
    }
  }
}

/// Why a text that begins like a point of the calendar is none, and what to write.
struct PointMistake: Error, Equatable {
  var reason: String?
  var instead: String?
}

extension Point {
  /// Reads `2026-07-01`, `2026-07`, `2026-Q3` or `2026-W31`.
  static func read(_ text: String) -> Result<Point, PointMistake> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, let year = Int(parts[0]) else { return .failure(PointMistake()) }
    let second = parts[1]
    if parts.count == 2, let mark = second.first, let number = Int(second.dropFirst()) {
      switch mark {
      case "Q", "q": return quarter(year, number)
      case "W", "w": return week(year, number, digits: second.count - 1)
      case "H", "h": return .failure(halfYear(year, number))
      default: break
      }
    }
    guard let month = Int(second), parts.dropFirst(2).allSatisfy({ Int($0) != nil }) else {
      return .failure(timeOfDay(text))
    }
    if month > 12, let last = parts.last, parts.count == 2, last.count > 2 {
      return .failure(PointMistake(reason: nil, instead: "\(year) - \(last)"))
    }
    guard (1...12).contains(month) else {
      return .failure(PointMistake(reason: "there is no month \(second)"))
    }
    switch parts.count {
    case 2: return self.month(year, month, digits: second.count)
    case 3: return day(year, month, parts[2], monthDigits: second.count)
    default: return .failure(PointMistake())
    }
  }

  private static func quarter(_ year: Int, _ number: Int) -> Result<Point, PointMistake> {
    guard (1...4).contains(number) else {
      return .failure(PointMistake(reason: "there is no quarter \(number)"))
    }
    return .success(.quarter(year: year, quarter: number))
  }

  private static func week(_ year: Int, _ number: Int, digits: Int) -> Result<Point, PointMistake> {
    guard (1...weeks(in: year)).contains(number) else {
      return .failure(PointMistake(reason: "\(year) has no week \(number)"))
    }
    let point = Point.week(year: year, week: number)
    return digits == 2 ? .success(point) : .failure(PointMistake(instead: point.printed))
  }

  private static func month(_ year: Int, _ month: Int, digits: Int) -> Result<Point, PointMistake> {
    let point = Point.month(year: year, month: month)
    return digits == 2 ? .success(point) : .failure(PointMistake(instead: point.printed))
  }

  private static func day(
    _ year: Int, _ month: Int, _ text: String, monthDigits: Int
  ) -> Result<Point, PointMistake> {
    guard let day = Int(text), (1...days(in: month, of: year)).contains(day) else {
      return .failure(PointMistake(reason: "there is no such day"))
    }
    let point = Point.day(year: year, month: month, day: day)
    guard text.count == 2, monthDigits == 2 else { return .failure(PointMistake(instead: point.printed)) }
    return .success(point)
  }

  private static func halfYear(_ year: Int, _ half: Int) -> PointMistake {
    switch half {
    case 1: PointMistake(instead: "\(pad(year, 4))-01..\(pad(year, 4))-06")
    case 2: PointMistake(instead: "\(pad(year, 4))-07..\(pad(year, 4))-12")
    default: PointMistake()
    }
  }

  private static func timeOfDay(_ text: String) -> PointMistake {
    guard text.contains("T"), let date = text.split(separator: "T").first, case .success = read(String(date))
    else {
      return PointMistake()
    }
    return PointMistake(reason: "a point of time is at least a day", instead: String(date))
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && year % 100 != 0 || year % 400 == 0 }

  /// ISO 8601: 53 where the year begins on a Thursday, or is a leap year that begins on a Wednesday.
  static func weeks(in year: Int) -> Int {
    let before = year - 1
    let firstDay = (1 + 365 * before + before / 4 - before / 100 + before / 400) % 7
    return firstDay == 4 || firstDay == 3 && isLeap(year) ? 53 : 52
  }

  /// As it is written: `2026-07-01`, `2026-W31`, `2026-07`, `2026-Q3`, `2026`.
  public var printed: String {
    switch self {
    case .day(let year, let month, let day): "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    case .week(let year, let week): "\(pad(year, 4))-W\(pad(week, 2))"
    case .month(let year, let month): "\(pad(year, 4))-\(pad(month, 2))"
    case .quarter(let year, let quarter): "\(pad(year, 4))-Q\(quarter)"
    case .year(let year): pad(year, 4)
    }
  }
}

private func pad(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
}
