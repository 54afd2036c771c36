import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `compare`.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveComparison(_ call: FinderCall) throws -> ResolvedComparison {
    try collect {
      let tail = try self.tail(of: call, kinds: nil)
      if let key = call.tail.keys.first { report(.keysOfComparison(key.printed, span: key.span)) }
      guard case .comparison(let written, let other)? = call.argument else { return nil }
      let condition = try resolve(written)
      if case .test(let test)? = other, case .name(let word) = test.form, word.text.lowercased() == "previous"
      {
        report(.periodOfComparison(word.text, span: word.span))
        return nil
      }
      let against = try other.map { try resolve($0) } ?? nil
      guard mistakes.isEmpty, let condition else { return nil }
      let rest = against ?? .not(condition)
      var resolved = ResolvedComparison(
        first: .init(
          name: written.printed, condition: condition, scope: tail.scope.narrowed(to: condition),
          span: written.span),
        second: .init(
          name: other?.printed ?? "rest", condition: rest, scope: tail.scope.narrowed(to: rest),
          span: (other ?? written).span),
        isRest: other == nil, figures: [], unavailable: [], counts: [], ownMeasures: [],
        doubtful: other == nil ? tested(by: condition) : [], strata: strata, notes: tail.notes)
      addFigures(to: &resolved)
      return resolved
    }
  }

  /// What a test reads of an event beyond what all of them have.
  private func tested(by condition: Condition) -> [FieldReference] {
    condition.fields.filter { !Self.isUniversal($0) && !FieldReference.computedFromHistory.contains($0) }
      .filter { catalog.fields[$0.name] != nil }.sorted { $0.name < $1.name }
  }

  private var strata: [ResolvedKey] {
    [Dimension.persona, .stage, .channel].compactMap { dimension in
      catalog.fields[dimension.rawValue].map {
        ResolvedKey(name: dimension.rawValue, form: .field($0.reference))
      }
    }
  }

  /// The catalogue's measures in their order: counts and sums per customer, the others by name.
  private func addFigures(to resolved: inout ResolvedComparison) {
    let hasCustomers = catalog.fields[Role.customer.rawValue] != nil
    let read = Set(tested(by: resolved.first.condition) + tested(by: resolved.second.condition))
    // contact_rate is tickets per customer; distinct customers are what counts are divided by.
    for name in MeasureName.allCases where name != .tickets && name != .customers {
      let measure = Measure(name)
      guard !measure.isAboutCustomers else { continue }
      guard obstacle(to: measure, .nowhere) == nil else {
        resolved.unavailable.append(measure.name)
        continue
      }
      guard read.isDisjoint(with: measure.statistics.flatMap(\.fields)) else {
        resolved.ownMeasures.append(measure.name)
        continue
      }
      switch measure.form {
      case .count, .total:
        guard hasCustomers else {
          resolved.counts.append(measure.name)
          continue
        }
        resolved.figures.append(.init(measure: measure.perCustomer))
      case .value:
        let field = measure.statistics.compactMap(\.field).first
        let cases = field.map { Statistic(.count, where: .not(.isMissing($0))) }
        resolved.figures.append(.init(measure: measure, cases: cases))
      case .proportion, .balance, .mean, .quotient: resolved.figures.append(.init(measure: measure))
      }
    }
  }
}

extension Measure {
  /// The same for each customer with any event.
  fileprivate var perCustomer: Measure {
    Measure(
      name: name + " per customer", unit: .none, form: .quotient,
      statistics: statistics + [Statistic(.distinct, of: .customer)], bad: bad)
  }
}
