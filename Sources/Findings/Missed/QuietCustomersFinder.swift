import DataModel
import Planning
import Semantics
import Statistics
import Vocabulary

/// Answers `silences of customers`: who stopped, and what happened last (method 4).
///
/// It remembers who they are, so that a row leads to their events.
public final class QuietCustomersFinder: Finder {
  let query: ResolvedQuietCustomers
  let runner: any PlanRunner
  private var silent: [String] = []

  public init(_ query: ResolvedQuietCustomers, runner: any PlanRunner) {
    self.query = query
    self.runner = runner
  }

  /// The only key is the customer: each is a row.
  var isList: Bool { query.tail.keys.count == 1 && query.tail.keys[0].fieldName == Role.customer.rawValue }

  public var keys: [ResolvedKey] { query.tail.keys }
  public var plans: [NamedPlan] { [NamedPlan("", plan)] }

  /// More customers than these make no condition.
  private static let mostCustomers = 20_000

  /// What the silent customers did, once they are known.
  public var scope: Scope? {
    guard silent.count <= Self.mostCustomers else { return nil }
    return plannedScope.narrowed(to: .among(.customer, silent.map { .text($0) }))
  }

  private var plannedScope: Scope {
    guard let now = query.now else { return query.tail.scope }
    let days = query.tail.scope.days
    return query.tail.scope.during(DayRange(start: days?.start, end: min(now, days?.end ?? now)))
  }

  var plan: Plan {
    .customerEnd(
      CustomerEndPlan(
        scope: plannedScope, keys: keys, fields: query.details, least: QuietCustomer.leastContacts,
        now: query.now))
  }

  /// - Throws: what the runner throws.
  public func table() throws -> Table {
    let customers = try runner.rows(of: plan).map {
      QuietCustomer($0, keyCount: keys.count, details: query.details.map(\.name))
    }
    silent = customers.filter(\.isSilent).map(\.name)
    if isList { return QuietCustomersList(finder: self, customers: customers).table() }
    return QuietCellsTable(finder: self, customers: customers).table()
  }
}

/// A customer with at least three events, and the verdict.
struct QuietCustomer {
  /// The keys of the last event.
  let keys: [Value]
  let name: String
  let contacts: Int
  /// Days.
  let span: Double
  let quiet: Double
  let lastTime: Value
  let lastEvent: Value
  /// The chance of so long a silence if nothing changed.
  let p: Double
  let isSilent: Bool
  /// The last event was a bad one.
  let wasBad: Bool

  static let leastContacts = 3
  private static let leastQuiet = 14.0
  private static let level = 0.01
  private static let day = 86_400_000_000.0

  init(_ row: [Value], keyCount: Int, details: [String]) {
    let own = Array(row.dropFirst(keyCount))
    let known = Dictionary(uniqueKeysWithValues: zip(details, own.dropFirst(5)))
    keys = Array(row.prefix(keyCount))
    name = own[0].plainText ?? ""
    contacts = Int(own[1].asNumber ?? 0)
    span = (own[2].asNumber ?? 0) / Self.day
    quiet = (own[3].asNumber ?? 0) / Self.day
    lastTime = own[4]
    lastEvent = MissedWords.event(kind: known["kind"], topic: known["topic"])
    p = customerSilence(contacts: contacts, span: span, quiet: quiet)
    isSilent = p <= Self.level && quiet >= Self.leastQuiet && !Self.endedWell(known)
    wasBad = (known["sentiment"]?.asNumber ?? 0) < 0 || (known["csat_score"]?.asNumber ?? 5) <= 2
  }

  /// A resolved ticket or a kind word needs no further contact.
  private static func endedWell(_ known: [String: Value]) -> Bool {
    switch known["kind"]?.plainText {
    case EventKind.ticket.rawValue: known["resolved"] == .boolean(true)
    case EventKind.mention.rawValue, EventKind.review.rawValue: (known["sentiment"]?.asNumber ?? 0) > 0
    default: false
    }
  }
}
