import Diagnostics
import Vocabulary

extension Parser {
  /// The period of `during` and `vs`.
  ///
  /// - Parameter hint: what helps where no period stands.
  mutating func period(hint: String = Diagnostic.periodHint) throws(Stop) -> Period {
    let token = needed
    let form: Period.Form
    var hasNumber = true
    switch token.kind {
    case .symbol(.dollar): form = .parameter(try parameterName())
    case .symbol(.range):
      take()
      form = .range(from: nil, to: try point())
    case .point, .number: form = try range()
    case .word(let word):
      switch word.lowercased() {
      case "last":
        take()
        (form, hasNumber) = try lastUnits()
      case "this":
        take()
        form = .this(try unit())
      case "previous":
        take()
        form = .previous
      case "same":
        take()
        try keyword("last", as: .lastYear)
        try keyword("year", as: .lastYear)
        form = .sameLastYear
      default: throw missing(.period, hint: lineHint(at: token) ?? hint)
      }
    default: throw missing(.period, hint: lineHint(at: token) ?? hint)
    }
    return Period(form, hasNumber: hasNumber, span: span(from: token.span.start))
  }

  private mutating func lastUnits() throws(Stop) -> (Period.Form, Bool) {
    if case .number = needed.kind { return (.last(try count(.number), try unit()), true) }
    let grain = try unit()
    if case .number = next.kind {
      let hint = "last \(text(of: next)) \(grain.rawValue)s"
      throw stop(.writeInstead(hint, found: text(of: next), at: next.span), at: next)
    }
    return (.last(1, grain), false)
  }

  /// A grain in singular or plural; a weekday is none.
  private mutating func unit() throws(Stop) -> Grain {
    let token = needed
    guard let word = token.word, let grain = Grain(unit: word) else {
      let count = if case .number = last.kind { text(of: last) + " weeks" } else { "week" }
      throw missing(.unit, hint: Diagnostic.unitHint("last " + count))
    }
    guard grain != .weekday else { throw stop(.weekdayUnit(at: token.span), at: token) }
    take()
    return grain
  }

  /// `2026-07`, `2026-07..`, `2026-07..2026-09`.
  private mutating func range() throws(Stop) -> Period.Form {
    let from = try point()
    if next.isSymbol(.minus) {
      let first = from.printed
      var ahead = self
      ahead.take()
      let second = (try? ahead.point())?.printed ?? "…"
      throw stop(.writeInstead("\(first)..\(second)", found: "-", at: next.span), at: next)
    }
    guard takes(.range) else { return .range(from: from, to: from) }
    return .range(from: from, to: startsPoint(next) ? try point() : nil)
  }

  private func startsPoint(_ token: Token) -> Bool {
    switch token.kind {
    case .point, .bad: true
    case .number: Point.year(of: text(of: token)) != nil
    default: false
    }
  }

  /// `09/2026` as `2026-09`.
  private func month(at token: Token) -> String? {
    let parts = run(from: token).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 4, let year = Int(parts[1]), let month = Int(parts[0]),
      (1...12).contains(month)
    else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)"
  }

  /// A point of the calendar, `2026` among them.
  mutating func point() throws(Stop) -> Point {
    let token = needed
    switch token.kind {
    case .point(let point):
      take()
      return point
    case .number:
      if let month = month(at: token) {
        let span = runSpan(from: token)
        throw stop(.notAPoint(source.slice(span), reason: nil, instead: month, at: span), at: token)
      }
      guard let year = Point.year(of: text(of: token)) else {
        throw stop(.notAYear(text(of: token), at: token.span), at: token)
      }
      take()
      return year
    default: throw missing(.point)
    }
  }
}

extension Point {
  /// A year is written with four digits.
  static func year(of text: String) -> Point? {
    guard text.utf8.count == 4, let year = Int(text) else { return nil }
    return .year(year)
  }
}

extension Grain {
  /// The grain in singular or plural, without regard to case.
  init?(unit word: String) {
    let folded = word.lowercased()
    self.init(rawValue: folded.hasSuffix("s") ? String(folded.dropLast()) : folded)
  }
}
