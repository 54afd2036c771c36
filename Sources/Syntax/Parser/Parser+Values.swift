import Diagnostics
import Vocabulary

extension Parser {
  /// A value: what stands on the right of a test.
  ///
  /// A bare word is always a value, a name in backticks always a field.
  mutating func value(after: String? = nil) throws(Stop) -> Literal {
    let token = needed
    let form: Literal.Form
    switch token.kind {
    case .word(let word):
      guard ReservedWord(word: word) == nil else {
        throw stop(.reservedValue(word.lowercased(), at: token.span), at: token)
      }
      take()
      form = .word(word)
    case .name(let name):
      take()
      form = .field(name)
    case .text(let text, _):
      take()
      form = .text(text)
    case .point(let point):
      take()
      form = .point(point)
    case .symbol(.dollar): form = .parameter(try parameterName().text)
    case .number, .symbol(.minus): form = try numericValue()
    case .symbol(.equal) where last.isSymbol(.equal): throw stop(.doubleEqual(at: token.span), at: token)
    case .symbol(.greater) where last.isSymbol(.less): throw stop(.angleUnequal(at: token.span), at: token)
    case .symbol(.openBracket): throw stop(.bracketedValue(at: token.span), at: token)
    default: throw missing(.value, after: after)
    }
    try checkRun(behind: token)
    return Literal(form, span: span(from: token.span.start))
  }

  /// A number with its sign, perhaps with a unit or a percent sign.
  private mutating func numericValue() throws(Stop) -> Literal.Form {
    var number = try number(.value)
    if takes(.percent) {
      number.isPercent = true
      number.span = span(from: number.span.start)
      return .number(number)
    }
    if let unit = unitOfDuration() { return .duration(duration(number, unit)) }
    return .number(number)
  }

  /// Values with commas between them, in brackets.
  mutating func values(after keyword: String) throws(Stop) -> [Literal] {
    try inBrackets(expecting: ", or )") { parser throws(Stop) in
      if parser.next.isSymbol(.closeBracket) {
        throw parser.stop(.emptyList(after: keyword, at: parser.next.span), at: parser.next)
      }
      var list = [try parser.value()]
      while parser.takes(.comma) { list.append(try parser.value()) }
      return list
    }
  }

  /// `refund*`, `24/7` and `a.csv` are texts without their quotes.
  private func checkRun(behind token: Token) throws(Stop) {
    let following = tokens[position]
    guard !following.followsSpace, case .symbol(let symbol) = following.kind else { return }
    switch symbol {
    case .times, .divided, .dot:
      throw stop(.quoteIt(run(from: token), at: runSpan(from: token)), at: following)
    default: return
    }
  }

  // MARK: Parts

  /// `$name`; `$` alone is a result and no value.
  mutating func parameterName() throws(Stop) -> Word {
    take()
    let token = needed
    if case .word(let word) = token.kind, ReservedWord(word: word) == nil {
      take()
      return Word(word, span: token.span)
    }
    throw missing(.parameterName, hint: Diagnostic.dollarHint)
  }

  /// A number, with a minus before it or not.
  mutating func number(_ part: MissingPart) throws(Stop) -> NumberLiteral {
    let first = needed
    let isNegative = first.isSymbol(.minus)
    let digits = isNegative ? second(.required) : first
    guard case .number(let value) = digits.kind else {
      if isNegative { take() }
      throw missing(part)
    }
    if isNegative { take() }
    take()
    return NumberLiteral(
      value: isNegative ? -value : value, text: (isNegative ? "-" : "") + text(of: digits),
      span: span(from: first.span.start))
  }

  /// A whole number from 1.
  mutating func count(_ part: MissingPart) throws(Stop) -> Int {
    let token = needed
    guard case .number(let value) = token.kind else { throw missing(part) }
    guard let count = Int(exactly: value), count >= 1, count < 1_000_000_000 else {
      throw stop(.notACount(text(of: token), at: token.span), at: token)
    }
    take()
    return count
  }

  /// Takes the unit of a duration behind a number.
  private mutating func unitOfDuration() -> DurationLiteral.Unit? {
    guard let word = next.word, let unit = DurationLiteral.Unit(word: word) else { return nil }
    take(.optional)
    return unit
  }

  private func duration(_ number: NumberLiteral, _ unit: DurationLiteral.Unit) -> DurationLiteral {
    DurationLiteral(amount: number, unit: unit, span: span(from: number.span.start))
  }

  /// A number with a unit: `14 days`.
  mutating func duration() throws(Stop) -> DurationLiteral {
    let number = try number(.duration)
    guard let word = needed.word, let unit = DurationLiteral.Unit(word: word) else {
      throw missing(.durationUnit)
    }
    take()
    return duration(number, unit)
  }

  /// A number, or one with a unit.
  mutating func stepSize() throws(Stop) -> Key.StepSize {
    let number = try number(.stepSize)
    if let unit = unitOfDuration() { return .duration(duration(number, unit)) }
    return .number(number)
  }

  /// A number, or one with a unit, in an expression.
  mutating func quantity() throws(Stop) -> Expression {
    let number = try number(.number)
    if let unit = unitOfDuration() { return .duration(duration(number, unit)) }
    return .number(number)
  }
}

extension DurationLiteral.Unit {
  /// The unit in singular or plural, without regard to case.
  init?(word: String) {
    let folded = word.lowercased()
    self.init(rawValue: folded.hasSuffix("s") ? String(folded.dropLast()) : folded)
  }
}
