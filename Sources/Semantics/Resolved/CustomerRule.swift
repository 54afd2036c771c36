import DataModel
import Syntax
import Vocabulary

/// A test of a customer, made definite: over all that the customer did, and over what the files say of the customer.
public indirect enum CustomerRule: Sendable {
  case all([CustomerRule])
  case any([CustomerRule])
  case not(CustomerRule)
  /// At least one of the customer's events is like this.
  case event(Condition)
  /// What is known of the customer is like this.
  case customer(Condition)
  /// A figure over the customer's events; unknown counts as false.
  case figure(CustomerFigure, Comparison, Scalar)
  case always(Bool)

  /// Whether it looks at anything that the customer did, and not only at what a file says of the customer.
  ///
  /// - Parameter isBehaviour: a field of customers that is made from their events.
  public func asksForBehaviour(_ isBehaviour: (FieldReference) -> Bool) -> Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains { $0.asksForBehaviour(isBehaviour) }
    case .not(let inner): inner.asksForBehaviour(isBehaviour)
    case .event, .figure: true
    case .customer(let condition): condition.fields.contains(where: isBehaviour)
    case .always: false
    }
  }

  /// Every field that it reads, of events and of customers.
  public var fields: Set<FieldReference> {
    switch self {
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.fields) }
    case .not(let inner): inner.fields
    case .event(let condition), .customer(let condition): condition.fields.union(condition.otherFields)
    case .figure(let figure, _, _): figure.fields
    case .always: []
    }
  }
}

/// A figure over the events of one customer.
public struct CustomerFigure: Sendable {
  public var measure: ResolvedMeasure
  /// The number of whole units that the data covers, by which a count `per month` is divided; nil for the count itself.
  public var units: Int?

  public init(measure: ResolvedMeasure, units: Int? = nil) {
    self.measure = measure
    self.units = units
  }

  /// What it gives.
  public var type: FieldType {
    guard case .measure(let measure) = measure, units == nil else { return .number }
    if case .value = measure.form { return measure.statistics.first?.field?.type ?? .number }
    return measure.unit == .seconds ? .duration : .number
  }

  public var fields: Set<FieldReference> {
    measure.measures.flatMap(\.statistics).reduce(into: []) { all, statistic in
      all.formUnion(statistic.fields)
      if let condition = statistic.condition { all.formUnion(condition.otherFields) }
    }
  }
}

extension Condition {
  /// The fields of other events that conditions on the customer's other events read.
  var otherFields: Set<FieldReference> {
    switch self {
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.otherFields) }
    case .not(let inner): inner.otherFields
    case .customerHad(let inner, _): inner.fields.union(inner.otherFields)
    default: []
    }
  }
}
