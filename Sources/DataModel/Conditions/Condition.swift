/// A condition on an event, with its names and types made definite.
///
/// It has two values: a comparison with a missing value is false, its negation true.
public indirect enum Condition: Hashable, Sendable {
  case always(Bool)
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case compare(FieldReference, Comparison, Scalar)
  case compareFields(FieldReference, Comparison, FieldReference)
  case among(FieldReference, [Scalar])
  /// The text holds at least one of the words.
  case contains(FieldReference, [WordPattern])
  /// The text matches a regular expression of the RE2 kind somewhere.
  case matches(FieldReference, String)
  case isMissing(FieldReference)
  case isTrue(FieldReference)
  /// The event happened on this day of the week, 0 = Monday, in the session's zone.
  case onWeekday(Int)
  /// The event's customer had an event like this, at any time or within a duration before or after.
  case customerHad(Condition, Reach)

  /// When the other event must have happened, seen from the event in question.
  public enum Reach: Hashable, Sendable {
    case ever
    case before(milliseconds: Int64)
    case after(milliseconds: Int64)
  }

  /// Both, without nesting what is one already.
  public static func both(_ left: Condition?, _ right: Condition?) -> Condition? {
    guard let left else { return right }
    guard let right else { return left }
    return .all(left.conjuncts + right.conjuncts)
  }

  /// The conditions that must hold at once.
  public var conjuncts: [Condition] {
    if case .all(let parts) = self { return parts }
    return [self]
  }

  /// Every field that it reads of the event itself (not of the other event of `customerHad`).
  public var fields: Set<FieldReference> {
    switch self {
    case .always: []
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.fields) }
    case .not(let inner): inner.fields
    case .compare(let field, _, _), .among(let field, _), .contains(let field, _), .matches(let field, _),
      .isMissing(let field), .isTrue(let field):
      [field]
    case .compareFields(let left, _, let right): [left, right]
    case .onWeekday: [.time]
    case .customerHad(_, let reach): reach == .ever ? [.customer] : [.customer, .time]
    }
  }
}

public enum Comparison: String, Hashable, Sendable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// A value that a field is compared with.
public enum Scalar: Hashable, Sendable {
  case text(String)
  case number(Double)
  case boolean(Bool)
  case milliseconds(Int64)
  /// Microseconds since 1970 on the wall clock of the session's zone.
  case wallClock(Int64)
}

/// A whole word, or the beginning of one, without regard to case and accents; several words stand in this order.
public struct WordPattern: Hashable, Sendable {
  public var text: String
  public var isPrefix: Bool

  /// Reads `"refund*"` as a beginning.
  public init(_ written: String) {
    isPrefix = written.hasSuffix("*")
    text = isPrefix ? String(written.dropLast()) : written
  }
}
