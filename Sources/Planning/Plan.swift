import DataModel
import Semantics

/// Any plan: what an engine is asked, free of any dialect.
///
/// A finder with a question of its own shape adds a case here, its words to `text`, and its SQL to `PlanWriter.sql(for:)`.
public enum Plan: Hashable, Sendable {
  case group(GroupPlan)
  case reach(ReachPlan)
  case rows(RowPlan)
  case verbatims(VerbatimPlan)
  case lastEvent(LastEventPlan)
  case customerEnd(CustomerEndPlan)
  case loop(LoopPlan)
  case advocates(AdvocatesPlan)
  case bias(BiasPlan)
  case delay(DelayPlan)
  case travel(TravelPlan)
  case words(WordPlan)
  case quotes(QuotePlan)

  /// The keys of its groups: the first columns of what it gives.
  public var keys: [ResolvedKey] {
    switch self {
    case .group(let plan): plan.keys
    case .reach(let plan): plan.keys
    case .rows: []
    case .verbatims(let plan): plan.keys
    case .lastEvent(let plan): plan.keys
    case .customerEnd(let plan): plan.keys
    case .loop(let plan): plan.keys
    case .advocates(let plan): plan.keys
    case .bias(let plan): plan.keys
    case .delay: []
    case .travel(let plan): plan.keys
    case .words(let plan): plan.keys
    case .quotes(let plan): plan.keys
    }
  }

  /// Every field that the engine must read.
  public var fields: Set<FieldReference> {
    switch self {
    case .group(let plan): plan.fields
    case .reach(let plan): plan.fields
    case .rows(let plan): plan.allFields
    case .verbatims(let plan): plan.allFields
    case .lastEvent(let plan): plan.allFields
    case .customerEnd(let plan): plan.allFields
    case .loop(let plan): plan.fields
    case .advocates(let plan): plan.fields
    case .bias(let plan): plan.fields
    case .delay(let plan): plan.fields
    case .travel(let plan): plan.fields
    case .words(let plan): plan.fields
    case .quotes(let plan): plan.fields
    }
  }

  /// The short text form.
  public var text: String {
    switch self {
    case .group(let plan): plan.text
    case .reach(let plan): plan.text
    case .rows(let plan): plan.text
    case .verbatims(let plan): plan.text
    case .lastEvent(let plan): plan.text
    case .customerEnd(let plan): plan.text
    case .loop(let plan): plan.text
    case .advocates(let plan): plan.text
    case .bias(let plan): plan.text
    case .delay(let plan): plan.text
    case .travel(let plan): plan.text
    case .words(let plan): plan.text
    case .quotes(let plan): plan.text
    }
  }
}

/// A plan with the name by which `explain` shows it.
public struct NamedPlan: Sendable {
  /// Empty for the only one.
  public var name: String
  public var plan: Plan

  public init(_ name: String = "", _ plan: Plan) {
    self.name = name
    self.plan = plan
  }
}
