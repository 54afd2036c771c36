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
  private func refusesPersona(_ word: Word) -> Bool {
    guard catalog.fields[word.text]?.role == .persona else { return false }
    report(.personaByPersona(hasStated: catalog.fields["persona_stated"] != nil, span: word.span))
    return true
  }

  // MARK: Figures

  private func comparing(
    _ aggregate: Aggregate, _ grain: Grain?, _ comparison: Comparison, _ literal: Literal
  ) throws -> CustomerRule? {
    guard let figure = try figure(aggregate, per: grain) else { return nil }
    let text = aggregate.printed + (grain.map { " per \($0.rawValue)" } ?? "")
    var field = FieldReference(name: text, type: figure.type)
    if figure.type == .text, let most = figure.mostFrequent { field = most }
    let isEquality = comparison == .equal || comparison == .unequal
    if field.type == .text || field.type == .boolean, !isEquality {
      report(.orderOfText(text, span: aggregate.span))
      return nil
    }
    if case .field = literal.form {
      report(
        .invalid(
          "\(text) is compared with a value, not with a field", code: "not-a-value", span: literal.span))
      return nil
    }
    switch try meaning(of: literal, for: field, isChecked: isEquality) {
    case .scalar(let value)?: return .figure(figure, comparison, value)
    case .stretch(let start, let end)?: return inTime(figure, comparison, start, end)
    case .gone?: return .always(comparison == .unequal)
    case .field?, nil: return nil
    }
  }

  private func inTime(_ figure: CustomerFigure, _ comparison: Comparison, _ start: Int64, _ end: Int64)
    -> CustomerRule
  {
    func test(_ comparison: Comparison, _ at: Int64) -> CustomerRule {
      .figure(figure, comparison, .wallClock(at))
    }
    let within: CustomerRule = .all([test(.greaterOrEqual, start), test(.less, end)])
    return switch comparison {
    case .equal: within
    case .unequal: .not(within)
    case .less: test(.less, start)
    case .lessOrEqual: test(.less, end)
    case .greater: test(.greaterOrEqual, end)
    case .greaterOrEqual: test(.greaterOrEqual, start)
    }
  }

  private func figure(_ aggregate: Aggregate, per grain: Grain?) throws -> CustomerFigure? {
    for word in aggregate.filter?.fields ?? [] where refusesPersona(word) { return nil }
    guard let measure = try resolve(.aggregate(aggregate), keys: []) else { return nil }
    if measure.hasShareOfWhole {
      report(
        .invalid(
          "a share of everybody's total is no figure of one customer", code: "share-per-customer",
          span: aggregate.span, hint: "share(escalated) is of the customer's own"))
      return nil
    }
    if measure.measures.contains(where: \.isAboutCustomers) {
      report(
        .invalid(
          "churn_rate is about many customers", code: "churn-per-customer", span: aggregate.span,
          hint: "churned is not missing"))
      return nil
    }
    let figure = CustomerFigure(measure: measure.mapping(ownKinds))
    if figure.fields.contains(where: { catalog.fields[$0.name]?.role == .persona }) {
      report(.personaByPersona(hasStated: catalog.fields["persona_stated"] != nil, span: aggregate.span))
      return nil
    }
    guard let grain else { return figure }
    return try divided(figure, per: grain, aggregate)
  }

  /// The measure of those events only that it is about, as in `show`.
  private func ownKinds(_ measure: Measure) -> Measure {
    guard let kinds = measure.kinds else { return measure }
    var copy = measure
    for index in copy.statistics.indices where copy.statistics[index].kinds == nil {
      copy.statistics[index].kinds = kinds
    }
    return copy
  }

  /// The count in the whole months (weeks …) of the data over their number, which is the same for every customer.
  private func divided(_ figure: CustomerFigure, per grain: Grain, _ aggregate: Aggregate) throws
    -> CustomerFigure?
  {
    if grain == .weekday {
      report(
        .invalid(
          "a weekday is no length of time", code: "per-weekday", span: aggregate.span,
          hint: "per day, per week"))
      return nil
    }
    guard case .measure(let measure) = figure.measure, measure.form == .count || measure.form == .total,
      measure.statistics.allSatisfy(\.isAdditive)
    else {
      report(.perGrainNeedsCount(aggregate.printed, grain.rawValue, span: aggregate.span))
      return nil
    }
    let calendar = try catalog.calendar()
    guard let whole = calendar.wholePeriods(grain, for: kinds(of: measure)) else {
      report(.noWholePeriod(grain.rawValue, span: aggregate.span))
      return nil
    }
    let days: Condition = .all([
      .compare(.time, .greaterOrEqual, .wallClock(microseconds(whole.start))),
      .compare(.time, .less, .wallClock(microseconds(whole.end))),
    ])
    return CustomerFigure(measure: figure.measure.narrowed(to: days), units: whole.count)
  }
}

extension Comparison {
  fileprivate init(_ written: ComparisonOperator) { self = Comparison(rawValue: written.rawValue) ?? .equal }
}

extension CustomerFigure {
  /// The field of which it is the most frequent value.
  fileprivate var mostFrequent: FieldReference? {
    guard case .measure(let measure) = measure, measure.statistics.first?.function == .mode else {
      return nil
    }
    return measure.statistics.first?.field
  }
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

  /// The field on its left side.
  fileprivate var field: Word? {
    switch form {
    case .compare(.field(let word), _, _), .between(.field(let word), _, _, _), .among(let word, _, _),
      .contains(let word, _, _, _), .matches(let word, _, _), .missing(let word, _), .name(let word):
      word
    case .compare, .between, .had: nil
    }
  }
}

extension Aggregate {
  /// The test in its brackets.
  fileprivate var filter: Predicate? {
    switch form {
    case .measure(_, let predicate), .function(_, let predicate), .share(_, let predicate, _): predicate
    }
  }
}

extension Predicate {
  /// The fields on the left of its tests.
  fileprivate var fields: [Word] {
    switch self {
    case .or(let left, let right), .and(let left, let right): left.fields + right.fields
    case .not(let inner, _): inner.fields
    case .test(let test): test.field.map { [$0] } ?? []
    }
  }
}

extension ResolvedMeasure {
  fileprivate var hasShareOfWhole: Bool {
    switch self {
    case .number, .measure: false
    case .share: true
    case .negated(let inner): inner.hasShareOfWhole
    case .binary(_, let left, let right): left.hasShareOfWhole || right.hasShareOfWhole
    }
  }

  fileprivate func mapping(_ change: (Measure) -> Measure) -> ResolvedMeasure {
    switch self {
    case .number: self
    case .measure(let measure): .measure(change(measure))
    case .share(let measure, let per): .share(change(measure), per: per)
    case .negated(let inner): .negated(inner.mapping(change))
    case .binary(let symbol, let left, let right):
      .binary(symbol, left.mapping(change), right.mapping(change))
    }
  }
}
