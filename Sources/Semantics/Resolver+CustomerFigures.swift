import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// Figures of one customer: measures of its own events, alone or compared.
extension Resolver {
  func comparing(
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

  func figure(_ aggregate: Aggregate, per grain: Grain?) throws -> CustomerFigure? {
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

extension CustomerFigure {
  /// The field of which it is the most frequent value.
  fileprivate var mostFrequent: FieldReference? {
    guard case .measure(let measure) = measure, measure.statistics.first?.function == .mode else {
      return nil
    }
    return measure.statistics.first?.field
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
