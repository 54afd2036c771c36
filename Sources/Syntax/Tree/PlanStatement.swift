import Diagnostics

/// `plan N [owner TEXT] [target MEASURE >= VALUE] [due DATE]`: at least one of the three.
public struct PlanStatement: Sendable {
  /// The fix of the last `priorities`, from 1.
  public var number: Int
  public var numberSpan: Span
  public var owner: Quoted?
  public var target: PlanTarget?
  /// A day.
  public var due: Point?

  public init(
    number: Int, numberSpan: Span = .nowhere, owner: Quoted? = nil, target: PlanTarget? = nil,
    due: Point? = nil
  ) {
    self.number = number
    self.numberSpan = numberSpan
    self.owner = owner
    self.target = target
    self.due = due
  }

  var isEmpty: Bool { owner == nil && target == nil && due == nil }

  var printed: String {
    var words = ["plan \(number)"]
    if let owner { words.append("owner \(owner.printed)") }
    if let target { words.append("target \(target.printed)") }
    if let due { words.append("due \(due.printed)") }
    return words.joined(separator: " ")
  }
}

/// What a fix is to reach: `csat >= 4.2`.
public struct PlanTarget: Sendable {
  public var measure: MeasureExpression
  /// `<`, `<=`, `>` or `>=`: a target is reached from one side.
  public var comparison: ComparisonOperator
  public var value: Literal
  public var span: Span

  public init(
    measure: MeasureExpression, comparison: ComparisonOperator, value: Literal, span: Span = .nowhere
  ) {
    self.measure = measure
    self.comparison = comparison
    self.value = value
    self.span = span
  }

  /// As the formatter writes it.
  public var printed: String { "\(measure.printed) \(comparison.rawValue) \(value.printed)" }
}
