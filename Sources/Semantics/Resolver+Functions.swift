import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// Functions of fields and tests made into measures: `mean(amount)`, `share(escalated)`.
extension Resolver {
  func call(
    _ function: FunctionName, _ predicate: Predicate?, _ text: String, _ span: Span
  ) throws -> Measure? {
    guard let predicate else {
      if function == .count {
        return Measure(name: text, unit: .count, form: .count, statistics: [Statistic(.count)])
      }
      report(.functionNeeds(function.rawValue, "a field", found: "the brackets are empty", span: span))
      return nil
    }
    if case .test(let test) = predicate, case .name(let word) = test.form,
      definitions.segments[word.text.lowercased()] == nil
    {
      guard let field = field(word)?.reference else { return nil }
      return call(function, of: field, text, word.span)
    }
    guard let condition = try resolve(predicate) else { return nil }
    switch function {
    case .count:
      return Measure(
        name: text, unit: .count, form: .count, statistics: [Statistic(.count, where: condition)],
        kinds: kinds(knowing: condition))
    case .share: return proportion(of: condition, text)
    default:
      report(
        .functionNeeds(function.rawValue, "a field", found: "a test is true or false", span: predicate.span))
      return nil
    }
  }

  /// The share of the rows where every field of the condition is known.
  private func proportion(of condition: Condition, _ text: String) -> Measure {
    let known = condition.fields.sorted { $0.name < $1.name }.map { Condition.not(.isMissing($0)) }
    let base: Condition? = known.isEmpty ? nil : known.count == 1 ? known[0] : .all(known)
    return Measure(
      name: text, unit: .fraction, form: .proportion,
      statistics: [Statistic(.count, where: .both(condition, base)), Statistic(.count, where: base)],
      kinds: kinds(knowing: condition))
  }

  private func kinds(knowing condition: Condition) -> Set<EventKind>? {
    let sets = condition.fields.compactMap { catalog.fields[$0.name]?.kinds }
    guard var kinds = sets.first else { return nil }
    for other in sets.dropFirst() { kinds.formIntersection(other) }
    return kinds
  }

  private func call(_ function: FunctionName, of field: FieldReference, _ text: String, _ span: Span)
    -> Measure?
  {
    let measure =
      switch function {
      case .count, .share, .distinct: counting(function, of: field, text)
      default: calculating(function, of: field, text)
      }
    if measure == nil {
      let needs = function == .share ? "a true-or-false field or a test" : "numbers"
      report(
        .functionNeeds(function.rawValue, needs, found: "\(field.name) is \(field.type.phrase)", span: span))
    }
    return measure
  }

  /// The functions that count rows or values; nil where the field does not fit.
  private func counting(_ function: FunctionName, of field: FieldReference, _ text: String) -> Measure? {
    func counted(_ statistic: Statistic) -> Measure {
      Measure(
        name: text, unit: .count, form: .count, statistics: [statistic],
        kinds: catalog.fields[field.name]?.kinds)
    }
    switch function {
    case .count where field.type == .boolean: return counted(Statistic(.count, where: .isTrue(field)))
    case .count: return counted(Statistic(.count, where: .not(.isMissing(field))))
    case .distinct: return counted(Statistic(.distinct, of: field))
    case .share where field.type == .boolean: return proportion(of: .isTrue(field), text)
    default: return nil
    }
  }

  /// The functions that calculate with the values of a field; nil where it does not fit.
  private func calculating(_ function: FunctionName, of field: FieldReference, _ text: String) -> Measure? {
    let scale = Role(rawValue: field.name)?.scale
    let factor = field.type == .duration ? 0.001 : 1
    func measure(_ form: Measure.Form, _ statistics: [Statistic]) -> Measure {
      Measure(
        name: text, unit: unit(of: field), form: form, statistics: statistics,
        kinds: catalog.fields[field.name]?.kinds)
    }
    func value(_ function: Statistic.Function) -> Measure {
      measure(.value(factor: factor), [Statistic(function, of: field)])
    }
    switch function {
    case .mode: return value(.mode)
    case .min where field.type != .boolean: return value(.minimum)
    case .max where field.type != .boolean: return value(.maximum)
    case .median where isNumeric(field): return value(.quantile(0.5))
    case .p90 where isNumeric(field): return value(.quantile(0.9))
    case .sum where isNumeric(field):
      return field.type == .duration ? value(.sum) : measure(.total, [Statistic(.sum, of: field)])
    case .mean where isNumeric(field):
      return measure(
        .mean(low: scale?.lowerBound, high: scale?.upperBound, factor: factor), Measure.moments(of: field))
    default: return nil
    }
  }

  /// What the values of a field are measured in.
  private func unit(of field: FieldReference) -> Unit {
    switch field.type {
    case .duration: return .seconds
    case .number:
      guard let role = Role(rawValue: field.name) else { return .none }
      if role.scale != nil { return .score }
      return role == .amount || role == .annualValue ? .currency : .none
    default: return .none
    }
  }

  private func isNumeric(_ field: FieldReference) -> Bool { field.type == .number || field.type == .duration }
}
