import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// What a literal means beside a field: decided by the field's type.
extension Resolver {
  /// A literal made definite.
  enum Meaning {
    case scalar(Scalar)
    /// A stretch of the calendar, `start..<end` in microseconds of the wall clock.
    case stretch(start: Int64, end: Int64)
    /// Another field, from backticks.
    case field(FieldReference)
    /// A value that is not in the data any more: no row has it.
    case gone
  }

  /// - Parameter isChecked: a text must be a value of the data.
  func meaning(of literal: Literal, for field: FieldReference, isChecked: Bool) throws -> Meaning? {
    if case .parameter(let name) = literal.form {
      return try parameterMeaning(name, literal.span, for: field, isChecked: isChecked)
    }
    if case .field(let name) = literal.form { return otherField(name, literal.span, beside: field) }
    switch field.type {
    case .text: return try textMeaning(literal, field, isChecked: isChecked)
    case .number: return numberMeaning(literal, field)
    case .boolean: return booleanMeaning(literal, field)
    case .duration: return durationMeaning(literal, field)
    case .instant: return instantMeaning(literal, field)
    }
  }

  private func parameterMeaning(
    _ name: String, _ span: Span, for field: FieldReference, isChecked: Bool
  ) throws -> Meaning? {
    guard let value = parameter(name, span) else { return nil }
    switch value {
    case .literal(var literal):
      literal.span = span
      return try meaning(of: literal, for: field, isChecked: isChecked)
    case .period(let period):
      guard field.type == .instant, let days = try resolve(period, kinds: nil)?.days else {
        report(.wrongType("a period", against: field.name, being: field.type.phrase, span: span, hint: nil))
        return nil
      }
      return .stretch(
        start: microseconds(days.start ?? -100_000_000), end: microseconds(days.end ?? 100_000_000))
    }
  }

  /// The value of a parameter; reports an unknown one.
  func parameter(_ name: String, _ span: Span) -> ParameterValue? {
    if let value = definitions.parameters[name.lowercased()] { return value }
    let names = definitions.parameters.keys.sorted()
    report(
      .unknownName(
        "parameter", "$" + name, span: span, nearest: nearest(to: name, in: names).map { "$" + $0 },
        known: names.map { "$" + $0 }, more: names.isEmpty ? "set it first: param \(name) = …" : nil))
    return nil
  }

  private func otherField(_ name: String, _ span: Span, beside field: FieldReference) -> Meaning? {
    guard let other = self.field(Word(name, form: .backticks, span: span))?.reference else { return nil }
    guard other.type == field.type else {
      report(
        .wrongType(
          "\(other.name), which is \(other.type.phrase),", against: field.name, being: field.type.phrase,
          span: span,
          hint: nil))
      return nil
    }
    return .field(other)
  }

  private func textMeaning(_ literal: Literal, _ field: FieldReference, isChecked: Bool) throws -> Meaning? {
    let text: String
    switch literal.form {
    case .word(let word), .text(let word): text = word
    case .number(let number): text = number.text
    case .point, .duration: text = literal.printed
    case .parameter, .field: return nil
    }
    guard isChecked, field.isFolded, let values = try catalog.values(of: field) else {
      return .scalar(.text(text))
    }
    if let shown = shown(values, of: field)[fold(text)] { return .scalar(.text(shown)) }
    if isForgiving {
      remark(.valueIsGone(field: field.name, value: text, span: literal.span))
      return .gone
    }
    let names = values.map(\.text)
    report(
      .unknownValue(
        field: field.name, value: text, span: literal.span, nearest: nearest(to: text, in: names),
        known: shortList(names.sorted()), more: missingTest(field, literal)))
    return nil
  }

  private func shown(_ values: [FieldValue], of field: FieldReference) -> [String: String] {
    let key = field.name.lowercased()
    if let known = shownValues[key] { return known }
    let made = Dictionary(values.map { (fold($0.text), $0.text) }, uniquingKeysWith: { first, _ in first })
    shownValues[key] = made
    return made
  }

  private func fold(_ text: String) -> String { trimmed(text).lowercased() }

  private func trimmed(_ text: String) -> String {
    let space: (Character) -> Bool = { $0.isWhitespace }
    let start = text.drop(while: space)
    return String(start.reversed().drop(while: space).reversed())
  }

  private func numberMeaning(_ literal: Literal, _ field: FieldReference) -> Meaning? {
    switch literal.form {
    case .number(let number): return .scalar(.number(number.isPercent ? number.value / 100 : number.value))
    case .point(.year(let year)): return .scalar(.number(Double(year)))
    case .word(let text), .text(let text):
      wrong("the word \"\(text)\"", field, literal, hint: toneTest(field, text) ?? "write a number")
    case .point: wrong("a date", field, literal, hint: "write a number")
    case .duration: wrong("a duration", field, literal, hint: "write a number without a unit")
    case .parameter, .field: break
    }
    return nil
  }

  /// A tone in words as a test: `sentiment < 0` for `negative`.
  private func toneTest(_ field: FieldReference, _ word: String) -> String? {
    guard field.name.lowercased() == Role.sentiment.rawValue else { return nil }
    switch word.lowercased() {
    case "negative", "bad", "unhappy": return "sentiment runs from -1 to 1: sentiment < 0"
    case "positive", "good", "happy": return "sentiment runs from -1 to 1: sentiment > 0"
    case "neutral": return "sentiment runs from -1 to 1: sentiment = 0"
    default: return nil
    }
  }

  /// How a missing value is tested, where a word of other languages for it was written.
  private func missingTest(_ field: FieldReference, _ literal: Literal) -> String? {
    let words = ["none", "null", "nil", "missing", "empty", "na", "n/a", "unknown", ""]
    guard words.contains(literal.plainText.lowercased()) else { return nil }
    let name = Word(field.name).printed
    return "\(name) is missing, or \(name) is not missing"
  }

  private func booleanMeaning(_ literal: Literal, _ field: FieldReference) -> Meaning? {
    if case .word(let word) = literal.form, let value = booleanWord(word) { return .scalar(.boolean(value)) }
    if case .text(let word) = literal.form, let value = booleanWord(word) { return .scalar(.boolean(value)) }
    wrong("\(literal.printed)", field, literal, hint: "\(field.name) alone, or not \(field.name)")
    return nil
  }

  private func booleanWord(_ word: String) -> Bool? {
    switch word.lowercased() {
    case "true", "yes": true
    case "false", "no": false
    default: nil
    }
  }

  private func durationMeaning(_ literal: Literal, _ field: FieldReference) -> Meaning? {
    switch literal.form {
    case .duration(let duration): return .scalar(.milliseconds(Int64(duration.milliseconds.rounded())))
    case .number(let number):
      report(
        .wrongType(
          "a number without a unit", against: field.name, being: field.type.phrase, span: literal.span,
          hint: "\(number.text) hours?"))
    default: wrong("\(literal.printed)", field, literal, hint: "write a duration, such as 48 hours")
    }
    return nil
  }

  private func instantMeaning(_ literal: Literal, _ field: FieldReference) -> Meaning? {
    let point: Point
    switch literal.form {
    case .point(let written): point = written
    case .number(let number) where number.text.count == 4 && number.value == number.value.rounded():
      point = .year(Int(number.value))
    case .word(let text), .text(let text):
      wrong("the word \"\(text)\"", field, literal, hint: "write a date without quotes, such as 2026-07-01")
      return nil
    default:
      wrong("\(literal.printed)", field, literal, hint: "write a date, such as 2026-07-01")
      return nil
    }
    let days = point.days
    return .stretch(start: microseconds(days.lowerBound), end: microseconds(days.upperBound))
  }

  private func wrong(_ found: String, _ field: FieldReference, _ literal: Literal, hint: String) {
    report(
      .wrongType(
        found, against: field.name, being: field.type.phrase, span: literal.span,
        hint: missingTest(field, literal) ?? hint))
  }

  func microseconds(_ day: Int) -> Int64 { Int64(day) * 86_400_000_000 }
}

extension Point {
  /// The days it covers, counted from 1970-01-01.
  public var days: Range<Int> {
    switch self {
    case .day(let year, let month, let day):
      let number = CivilDate(year: year, month: month, day: day).dayNumber
      return number..<number + 1
    case .week(let year, let week):
      let fourth = CivilDate(year: year, month: 1, day: 4).dayNumber
      let monday = Grain.week.start(containing: fourth) + 7 * (week - 1)
      return monday..<monday + 7
    case .month(let year, let month): return whole(.month, CivilDate(year: year, month: month, day: 1))
    case .quarter(let year, let quarter):
      return whole(.quarter, CivilDate(year: year, month: quarter * 3 - 2, day: 1))
    case .year(let year): return whole(.year, CivilDate(year: year, month: 1, day: 1))
    }
  }

  /// The unit it is written in.
  public var grain: Grain {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    }
  }

  private func whole(_ grain: Grain, _ first: CivilDate) -> Range<Int> {
    first.dayNumber..<grain.advance(first.dayNumber, by: 1)
  }
}
