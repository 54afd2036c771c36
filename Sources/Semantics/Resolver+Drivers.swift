import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `drivers`.
extension Resolver {
  /// Where a case happened and what it was about, and who the customer is.
  private static let usualDrivers: [Dimension] = [.touchpoint, .topic, .channel, .stage, .persona]

  /// - Throws: `Mistakes`.
  public func resolveDrivers(_ call: FinderCall) throws -> ResolvedDrivers {
    try collect {
      guard case .measure(let expression)? = call.argument else { return nil }
      guard !catalog.sources.isEmpty else {
        report(.nothingLoaded(span: call.name.span))
        return nil
      }
      guard let measure = try drivenMeasure(expression, of: call) else { return nil }
      let about = kinds(of: measure)
      let usual = Self.usualDrivers.filter { dimension in
        guard let known = catalog.fields[dimension.rawValue]?.kinds else { return false }
        return about.map { !known.isDisjoint(with: $0) } ?? true
      }
      let tail = try self.tail(of: call, kinds: about, places: usual)
      check(tail.scope.condition, for: measure, clause: "filter", span: call.tail.filter?.span)
      for (key, written) in zip(tail.keys, call.tail.keys) {
        if case .condition(let condition) = key.form {
          check(condition, for: measure, clause: "key", span: written.span)
        } else if case .field(let field) = key.form {
          check(.isMissing(field), for: measure, clause: "key", span: written.span)
        }
      }
      if tail.keys.isEmpty, mistakes.isEmpty {
        report(.noDriverFields(measure.name, known: knownPlaces, span: call.name.span))
      }
      return ResolvedDrivers(
        measure: measure, name: expression.printed, keys: tail.keys, scope: tail.scope, notes: tail.notes)
    }
  }

  /// A measure whose sums add up and which has a test; reports any other.
  private func drivenMeasure(_ expression: MeasureExpression, of call: FinderCall) throws -> Measure? {
    guard let resolved = try resolve(expression, keys: []) else { return nil }
    let span = expression.spanOfFirst ?? call.name.span
    guard case .measure(let measure) = resolved else {
      report(.notDriven(expression.printed, .arithmetic, span: span))
      return nil
    }
    let refusal: DriverRefusal? =
      if measure.isAboutCustomers { .customersFile } else {
        switch measure.form {
        case .proportion, .balance, .mean: nil
        case .count, .total: .count
        case .quotient: .quotient
        case .value: .value
        }
      }
    if let refusal { report(.notDriven(expression.printed, refusal, span: span)) }
    return refusal == nil ? measure : nil
  }
}
