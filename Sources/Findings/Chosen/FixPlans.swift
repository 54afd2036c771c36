import DataModel
import Semantics
import Syntax

/// A place as `priorities` names it: its keys by name in lower case.
public typealias FixPlace = [String: Value]

/// What was planned for places, and what a contact costs.
public struct FixPlans: Sendable {
  /// In the currency of the user; nil until `cost` says it.
  public var costPerContact: Double?
  /// The places of the last `priorities`, in order; nil before the first.
  public var listed: [FixPlace]?
  private var plans: [FixPlace: FixPlan] = [:]

  public init() {}

  public subscript(place: FixPlace) -> FixPlan? { plans[place] }

  /// What is said anew replaces what was said before; the rest stays.
  public mutating func add(_ plan: FixPlan, for place: FixPlace) {
    var merged = plans[place] ?? FixPlan()
    merged.owner = plan.owner ?? merged.owner
    merged.target = plan.target ?? merged.target
    merged.due = plan.due ?? merged.due
    plans[place] = merged
  }
}

/// Who does a fix, what it is to reach, by when.
public struct FixPlan: Sendable {
  public var owner: String?
  public var target: FixTarget?
  /// Days since 1970-01-01.
  public var due: Int?

  public init(owner: String? = nil, target: FixTarget? = nil, due: Int? = nil) {
    self.owner = owner
    self.target = target
    self.due = due
  }
}

/// A bound for a measure.
public struct FixTarget: Sendable {
  public var written: PlanTarget
  /// In the unit of the measure; durations in seconds.
  public var bound: Double

  public init(_ written: PlanTarget, bound: Double) {
    self.written = written
    self.bound = bound
  }

  /// Whether a figure reaches it.
  func isMet(by figure: Double) -> Bool {
    switch written.comparison {
    case .less: figure < bound
    case .lessOrEqual: figure <= bound
    case .greater: figure > bound
    case .greaterOrEqual: figure >= bound
    case .equal: figure == bound
    case .unequal: figure != bound
    }
  }
}
