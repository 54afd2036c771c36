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

  /// The keys of its groups: the first columns of what it gives.
  public var keys: [ResolvedKey] {
    switch self {
    case .group(let plan): plan.keys
    case .reach(let plan): plan.keys
    case .rows: []
    case .verbatims(let plan): plan.keys
    }
  }

  /// Every field that the engine must read.
  public var fields: Set<FieldReference> {
    switch self {
    case .group(let plan): plan.fields
    case .reach(let plan): plan.fields
    case .rows(let plan): plan.allFields
    case .verbatims(let plan): plan.allFields
    }
  }

  /// The short text form.
  public var text: String {
    switch self {
    case .group(let plan): plan.text
    case .reach(let plan): plan.text
    case .rows(let plan): plan.text
    case .verbatims(let plan): plan.text
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
