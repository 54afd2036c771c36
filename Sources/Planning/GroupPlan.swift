import DataModel
import Semantics
import Vocabulary

/// Sums by group: what to compute, free of any dialect.
public struct GroupPlan: Hashable, Sendable {
  public var scope: Scope
  public var keys: [ResolvedKey]
  public var statistics: [Statistic]

  public init(scope: Scope, keys: [ResolvedKey], statistics: [Statistic]) {
    self.scope = scope
    self.keys = keys
    self.statistics = statistics
  }

  /// The kinds of event that can add to any of the sums; nil for all.
  public var kinds: Set<EventKind>? {
    var needed: Set<EventKind> = []
    for statistic in statistics {
      guard let kinds = statistic.kinds else { return scope.kinds }
      needed.formUnion(kinds)
    }
    return scope.kinds.map { needed.intersection($0) } ?? needed
  }

  /// Every field that the engine must read.
  public var fields: Set<FieldReference> {
    var all = scope.fields
    for key in keys { all.formUnion(key.fields) }
    for statistic in statistics { all.formUnion(statistic.fields) }
    return all
  }
}

/// Distinct customers by group, and of all groups together.
public struct ReachPlan: Hashable, Sendable {
  public var scope: Scope
  public var keys: [ResolvedKey]

  public init(scope: Scope, keys: [ResolvedKey]) {
    self.scope = scope
    self.keys = keys
  }

  /// Every field that the engine must read.
  public var fields: Set<FieldReference> {
    keys.reduce(into: scope.fields.union([.customer])) { $0.formUnion($1.fields) }
  }
}

/// What a reach plan gave.
public struct Reach: Sendable, Equatable {
  /// Distinct customers by the keys of a group.
  public var customers: [[Value]: Double]
  /// Distinct customers of all groups together.
  public var allCustomers: Double
  public var events: Double
  public var eventsWithoutCustomer: Double

  public init(
    customers: [[Value]: Double] = [:], allCustomers: Double = 0, events: Double = 0,
    eventsWithoutCustomer: Double = 0
  ) {
    self.customers = customers
    self.allCustomers = allCustomers
    self.events = events
    self.eventsWithoutCustomer = eventsWithoutCustomer
  }
}

/// The events themselves, in the order of time.
public struct RowPlan: Hashable, Sendable {
  public var scope: Scope
  public var fields: [FieldReference]
  public var limit: Int?

  public init(scope: Scope, fields: [FieldReference], limit: Int?) {
    self.scope = scope
    self.fields = fields
    self.limit = limit
  }

  /// Every field that the engine must read.
  public var allFields: Set<FieldReference> {
    scope.fields.union(fields).union([.time, FieldReference(.id)])
  }
}

/// What a group plan gave: rows in the order of their keys.
public struct GroupedSums: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    public var keys: [Value]
    /// In the order of the plan's statistics.
    public var sums: [Value]

    public init(keys: [Value], sums: [Value]) {
      self.keys = keys
      self.sums = sums
    }
  }
  public var rows: [Row]

  public init(rows: [Row]) { self.rows = rows }
}

/// Runs plans on an engine.
public protocol PlanRunner: AnyObject {
  /// - Throws: `Mistakes` for what a user can mend, and where the work was cancelled.
  func run(_ plan: GroupPlan) throws -> GroupedSums
  func run(_ plan: ReachPlan) throws -> Reach
  func run(_ plan: RowPlan) throws -> Table
  /// The rows as the engine gives them: the plan's keys, then its other columns in their order.
  func rows(of plan: Plan) throws -> [[Value]]
}
