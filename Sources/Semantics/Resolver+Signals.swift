import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// Measures that a scan can watch along time.
extension Resolver {
  /// - Parameter voice: whose sentiment counts; nil for every event that has one.
  func signal(
    of expression: MeasureExpression, for call: FinderCall, voice: Set<EventKind>? = nil
  ) throws -> ResolvedSignal? {
    guard let resolved = try resolve(expression, keys: []) else { return nil }
    guard case .measure(var measure) = resolved, case .aggregate(let aggregate) = expression else {
      report(.noSignal(expression.printed, .arithmetic, span: expression.spanOfFirst ?? call.name.span))
      return nil
    }
    if let voice, measure.readsTone { measure.kinds = voice }
    switch Self.form(of: measure) {
    case .success(let form):
      let kinds = kinds(of: measure) ?? catalog.fields["kind"]?.kinds ?? []
      return ResolvedSignal(measure, form: form, name: aggregate.signalName, kinds: kinds)
    case .failure(let refusal):
      report(.noSignal(aggregate.printed, refusal, span: aggregate.span))
      return nil
    }
  }

  /// How a measure's sums are watched, or why they cannot be.
  private static func form(of measure: Measure) -> Result<ResolvedSignal.Form, SignalRefusal> {
    if measure.isAboutCustomers { return .failure(.customersFile) }
    switch measure.form {
    case .count:
      return measure.statistics.allSatisfy { $0.function == .count } ? .success(.count) : .failure(.distinct)
    case .proportion: return .success(.share)
    case .balance(let factor): return .success(.balance(scale: factor))
    case .mean(let low?, let high?, _): return .success(.mean(range: high - low))
    case .mean: return .failure(.unbounded(example: measure.example))
    case .total: return .failure(.total(example: measure.example))
    case .quotient: return .failure(.quotient)
    case .value: return .failure(.value(example: measure.example))
    }
  }
}

extension Measure {
  /// It is made of the sentiment of events; `net_sentiment` is the only balance of a scale -1…1.
  var readsTone: Bool { statistics.contains { $0.field == .sentiment } || form == .balance(factor: 1) }

  /// A figure that says much the same and can be watched.
  fileprivate var example: String? {
    guard let field = statistics.compactMap(\.field).first else { return nil }
    if Role(rawValue: field.name)?.scale != nil { return "mean(\(field.name))" }
    switch field.type {
    case .duration: return "share(\(field.name) > 1 hour)"
    case .number: return "share(\(field.name) > 100)"
    default: return nil
    }
  }
}

extension Aggregate {
  /// The measure's name where it has one, else how it is written.
  fileprivate var signalName: String {
    if case .measure(let word, nil) = form { return word.text.lowercased() }
    return printed
  }
}

extension MeasureExpression {
  /// Where its first measure stands.
  var spanOfFirst: Span? {
    switch self {
    case .number: nil
    case .aggregate(let aggregate): aggregate.span
    case .negated(_, let span): span
    case .binary(_, let left, let right): left.spanOfFirst ?? right.spanOfFirst
    }
  }
}
