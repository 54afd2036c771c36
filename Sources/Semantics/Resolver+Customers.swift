import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// Rules on what customers do: `define persona` and `derive … per customer`.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveRule(_ predicate: Predicate) throws -> CustomerRule {
    try collect {
      guard hasCustomers(predicate.span) else { return nil }
      return try rule(predicate)
    }
  }

  /// - Parameter alias: only events of this source; nil for all.
  /// - Throws: `Mistakes`.
  public func resolvePerCustomer(_ aggregate: Aggregate, in alias: String? = nil) throws -> CustomerFigure {
    try collect {
      guard hasCustomers(aggregate.span), var figure = try figure(aggregate, per: nil) else { return nil }
      if let alias {
        figure.measure = figure.measure.narrowed(to: .compare(.source, .equal, .text(alias)))
      }
      return figure
    }
  }

  private func hasCustomers(_ span: Span) -> Bool {
    guard !catalog.sources.isEmpty else {
      report(.nothingLoaded(span: span))
      return false
    }
    guard catalog.fields["customer"] != nil else {
      report(.noCustomers(span: span))
      return false
    }
    return true
  }

  // MARK: Tests

  private func rule(_ predicate: Predicate) throws -> CustomerRule? {
    switch predicate {
    case .and(let left, let right):
      let (first, second) = (try rule(left), try rule(right))
      guard let first, let second else { return nil }
      return .all([first, second])
    case .or(let left, let right):
      let (first, second) = (try rule(left), try rule(right))
      guard let first, let second else { return nil }
      return .any([first, second])
    case .not(let inner, _): return try rule(inner).map { .not($0) }
    case .test(let test): return try rule(test)
    }
  }

  private func rule(_ test: Test) throws -> CustomerRule? {
    switch test.form {
    case .compare(.aggregate(let aggregate, let grain), let comparison, let literal):
      return try comparing(aggregate, grain, Comparison(comparison), literal)
    case .between(.aggregate(let aggregate, let grain), let negated, let low, let high):
      let lower = try comparing(aggregate, grain, .greaterOrEqual, low)
      let upper = try comparing(aggregate, grain, .lessOrEqual, high)
      guard let lower, let upper else { return nil }
      return negated ? .not(.all([lower, upper])) : .all([lower, upper])
    default:
      if let figure = test.comparingMeasure(named: isOwnMeasure) { return try rule(figure) }
      guard let (positive, isNegated) = positive(test) else { return nil }
      guard let condition = try resolve(.test(positive)) else { return nil }
      let rule = about(condition)
      return isNegated ? .not(rule) : rule
    }
  }

  /// What a file says of a customer is a test of the customer, everything else one of the events.
  private func about(_ condition: Condition) -> CustomerRule {
    if case .always(let value) = condition { return .always(value) }
    let fields = condition.fields
    return !fields.isEmpty && fields.allSatisfy(isOfCustomers) ? .customer(condition) : .event(condition)
  }

  private func isOfCustomers(_ field: FieldReference) -> Bool {
    guard let entry = catalog.fields[field.name] else { return false }
    return entry.columns.isEmpty && entry.touchpointColumns.isEmpty && !entry.customerColumns.isEmpty
  }

  /// A measure by `define measure`; only the built-in ones are known without the data.
  private func isOwnMeasure(_ word: Word) -> Bool {
    catalog.fields[word.text] == nil && definitions.measures[word.text.lowercased()] != nil
  }

  /// A negated test holds where no event meets the positive one.
  private func positive(_ test: Test) -> (Test, isNegated: Bool)? {
    func made(_ form: Test.Form, _ isNegated: Bool) -> (Test, Bool) {
      (Test(form, span: test.span), isNegated)
    }
    if let word = test.field, refusesPersona(word) { return nil }
    switch test.form {
    case .compare(let operand, .unequal, let literal):
      return made(.compare(operand, .equal, literal), true)
    case .compare(.field(let word), .equal, let literal) where isFalse(literal, of: word):
      return made(.name(word), true)
    case .among(let word, true, let values): return made(.among(word, negated: false, values), true)
    case .between(let operand, true, let low, let high):
      return made(.between(operand, negated: false, low, high), true)
    case .contains(let word, true, let values, let any):
      return made(.contains(word, negated: false, values, any: any), true)
    case .matches(let word, true, let pattern): return made(.matches(word, negated: false, pattern), true)
    case .missing(let word, false): return made(.missing(word, negated: true), true)
    case .had(true, let inner, let within, let after):
      return made(.had(negated: false, inner, within: within, after: after), true)
    default: return (test, false)
    }
  }

  private func isFalse(_ literal: Literal, of word: Word) -> Bool {
    guard catalog.fields[word.text]?.reference.type == .boolean else { return false }
    return ["false", "no"].contains(literal.plainText.lowercased())
  }

  /// A rule that makes the persona cannot ask for it.
  func refusesPersona(_ word: Word) -> Bool {
    guard catalog.fields[word.text]?.role == .persona else { return false }
    report(.personaByPersona(hasStated: catalog.fields["persona_stated"] != nil, span: word.span))
    return true
  }
}

extension Comparison {
  fileprivate init(_ written: ComparisonOperator) { self = Comparison(rawValue: written.rawValue) ?? .equal }
}

extension Test {
  /// The test with the measure that its name stands for; nil where the name is a field.
  fileprivate func comparingMeasure(named isMeasure: (Word) -> Bool) -> Test? {
    func aggregate(_ word: Word) -> Operand {
      .aggregate(Aggregate(.measure(word, nil), span: word.span), per: nil)
    }
    switch form {
    case .compare(.field(let word), let comparison, let literal) where isMeasure(word):
      return Test(.compare(aggregate(word), comparison, literal), span: span)
    case .between(.field(let word), let negated, let low, let high) where isMeasure(word):
      return Test(.between(aggregate(word), negated: negated, low, high), span: span)
    default: return nil
    }
  }
}
