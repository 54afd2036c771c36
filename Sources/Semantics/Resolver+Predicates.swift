import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// Predicates made into conditions.
extension Resolver {
  func resolve(_ predicate: Predicate, beside: FieldReference? = nil) throws -> Condition? {
    switch predicate {
    case .or(let left, let right):
      let first = try resolve(left, beside: beside)
      let second = try resolve(right, beside: comparedField(of: left) ?? beside)
      guard let first, let second else { return nil }
      return .any([first, second])
    case .and(let left, let right):
      let first = try resolve(left)
      let second = try resolve(right)
      guard let first, let second else { return nil }
      return .all(first.conjuncts + second.conjuncts)
    case .not(let inner, _): return try resolve(inner).map { .not($0) }
    case .test(let test): return try resolve(test, beside: beside)
    }
  }

  /// The field of the test to the left of an `or`, for a hint about a value that stands alone behind it.
  private func comparedField(of predicate: Predicate) -> FieldReference? {
    switch predicate {
    case .or(_, let right), .and(_, let right): comparedField(of: right)
    case .not(let inner, _): comparedField(of: inner)
    case .test(let test):
      if case .compare(.field(let word), .equal, _) = test.form {
        catalog.fields[word.text]?.reference
      } else {
        nil
      }
    }
  }

  private func resolve(_ test: Test, beside: FieldReference?) throws -> Condition? {
    switch test.form {
    case .compare(let operand, let comparison, let literal):
      return try compare(operand, Comparison(rawValue: comparison.rawValue) ?? .equal, literal, test.span)
    case .among(let word, let negated, let literals):
      return try among(word, literals).map { negated ? .not($0) : $0 }
    case .between(let operand, let negated, let low, let high):
      guard let lower = try compare(operand, .greaterOrEqual, low, test.span),
        let upper = try compare(operand, .lessOrEqual, high, test.span)
      else { return nil }
      return negated ? .not(.all([lower, upper])) : .all([lower, upper])
    case .contains(let word, let negated, let literals, _):
      return contains(word, literals).map { negated ? .not($0) : $0 }
    case .matches(let word, let negated, let pattern):
      guard let field = textField(word, "matches") else { return nil }
      if let complaint = try catalog.complaint(aboutPattern: pattern.text) {
        report(.badPattern(complaint, span: pattern.span))
        return nil
      }
      return negated ? .not(.matches(field, pattern.text)) : .matches(field, pattern.text)
    case .missing(let word, let negated):
      guard let field = field(word)?.reference else { return nil }
      return negated ? .not(.isMissing(field)) : .isMissing(field)
    case .name(let word): return try name(word, beside: beside)
    case .had(let negated, let inner, let within, let after):
      return try had(inner, within, after: after).map { negated ? .not($0) : $0 }
    }
  }

  private func compare(
    _ operand: Operand, _ comparison: Comparison, _ literal: Literal, _ span: Span
  ) throws -> Condition? {
    guard case .field(let word) = operand else {
      report(
        .invalid(
          "a measure is a test of customers, not of events", code: "measure-in-test", span: span,
          hint: "define persona \"…\" = customers where …"))
      return nil
    }
    guard let field = field(word)?.reference else { return nil }
    let isEquality = comparison == .equal || comparison == .unequal
    if field.type == .text || field.type == .boolean, !isEquality {
      report(.orderOfText(field.name, span: span))
      return nil
    }
    guard let meaning = try meaning(of: literal, for: field, isChecked: isEquality) else { return nil }
    return condition(field, comparison, meaning)
  }

  private func condition(_ field: FieldReference, _ comparison: Comparison, _ meaning: Meaning) -> Condition {
    switch meaning {
    case .scalar(let value): return .compare(field, comparison, value)
    case .field(let other): return .compareFields(field, comparison, other)
    case .gone: return .always(comparison == .unequal)
    case .stretch(let start, let end): return inTime(field, comparison, start, end)
    }
  }

  /// A point of the calendar is a stretch: `= 2026-07` is within July, `> 2026-07` from August on.
  private func inTime(_ field: FieldReference, _ comparison: Comparison, _ start: Int64, _ end: Int64)
    -> Condition
  {
    let within: Condition = .all([
      .compare(field, .greaterOrEqual, .wallClock(start)), .compare(field, .less, .wallClock(end)),
    ])
    return switch comparison {
    case .equal: within
    case .unequal: .not(within)
    case .less: .compare(field, .less, .wallClock(start))
    case .lessOrEqual: .compare(field, .less, .wallClock(end))
    case .greater: .compare(field, .greaterOrEqual, .wallClock(end))
    case .greaterOrEqual: .compare(field, .greaterOrEqual, .wallClock(start))
    }
  }

  private func among(_ word: Word, _ literals: [Literal]) throws -> Condition? {
    guard let field = field(word)?.reference else { return nil }
    var scalars: [Scalar] = []
    var others: [Condition] = []
    for literal in literals where mistakes.count < Self.mistakeLimit {
      switch try meaning(of: literal, for: field, isChecked: true) {
      case .scalar(let value)?: scalars.append(value)
      case .gone?, nil: break
      case let meaning?: others.append(condition(field, .equal, meaning))
      }
    }
    guard mistakes.isEmpty else { return nil }
    if others.isEmpty { return .among(field, scalars) }
    return .any((scalars.isEmpty ? [] : [.among(field, scalars)]) + others)
  }

  private func contains(_ word: Word, _ literals: [Literal]) -> Condition? {
    guard let field = textField(word, "contains") else { return nil }
    let patterns = literals.compactMap { literal -> WordPattern? in
      switch literal.form {
      case .word(let text), .text(let text): return WordPattern(text)
      case .number(let number): return WordPattern(number.text)
      case .parameter(let name):
        guard case .literal(let value)? = parameter(name, literal.span) else { return nil }
        return WordPattern(value.plainText)
      default: return WordPattern(literal.printed)
      }
    }
    if let empty = literals.first(where: { $0.plainText.isEmpty || $0.plainText == "*" }) {
      report(.invalid("contains needs a word", code: "empty-word", span: empty.span))
      return nil
    }
    return .contains(field, patterns)
  }

  private func textField(_ word: Word, _ verb: String) -> FieldReference? {
    guard let field = field(word)?.reference else { return nil }
    guard field.type == .text else {
      report(
        .functionNeeds(verb, "a text", found: "\(field.name) is \(field.type.phrase)", span: word.span))
      return nil
    }
    return field
  }

  /// A boolean field or a segment that stands alone.
  private func name(_ word: Word, beside: FieldReference?) throws -> Condition? {
    if let known = catalog.fields[word.text]?.reference, known.type == .boolean { return .isTrue(known) }
    let folded = word.text.lowercased()
    if let segment = definitions.segments[folded] {
      guard !openSegments.contains(folded) else {
        report(.invalid("\(word.text) is defined by itself", code: "circular-definition", span: word.span))
        return nil
      }
      openSegments.append(folded)
      defer { openSegments.removeLast() }
      return try resolve(segment)
    }
    report(.notBoolean(word.text, span: word.span, hint: try hintForLoneWord(word, beside: beside)))
    return nil
  }

  private func hintForLoneWord(_ word: Word, beside: FieldReference?) throws -> String? {
    if let known = catalog.fields[word.text]?.reference {
      return "\(known.name) is \(known.type.phrase): compare it, or \(known.name) is not missing"
    }
    if let beside, beside.type == .text { return "\(beside.name) in (…, \(word.text))?" }
    for dimension in Dimension.allCases {
      guard let field = catalog.fields[dimension.rawValue]?.reference,
        let values = try catalog.values(of: field),
        let value = values.first(where: { $0.text.lowercased() == word.text.lowercased() })
      else { continue }
      return "\(field.name) = \(value.text)?"
    }
    let flags = catalog.fields.fields.filter { $0.reference.type == .boolean }.map(\.reference.name)
    return Diagnostic.didYouMean(nearest(to: word.text, in: flags + Array(definitions.segments.keys)))
  }

  private func had(_ inner: Predicate, _ within: DurationLiteral?, after: Bool) throws -> Condition? {
    guard catalog.fields["customer"] != nil else {
      report(
        .invalid(
          "no loaded source names customers", code: "no-customers", span: inner.span,
          hint: "load … with (customer = COLUMN)"))
      return nil
    }
    guard let condition = try resolve(inner) else { return nil }
    guard let within else { return .customerHad(condition, .ever) }
    let length = Int64(within.milliseconds.rounded())
    return .customerHad(condition, after ? .after(milliseconds: length) : .before(milliseconds: length))
  }
}

extension Literal {
  /// The literal as text, without quotes.
  var plainText: String {
    switch form {
    case .word(let text), .text(let text), .field(let text), .parameter(let text): text
    case .number(let number): number.text
    case .point, .duration: printed
    }
  }
}
