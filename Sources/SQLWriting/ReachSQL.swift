import DataModel

/// Statements about distinct customers by group: they do not add up, so the pairs of group and customer are kept for as long
/// as they are counted in several ways.
public struct ReachSQL: Sendable {
  let table: String
  let keyCount: Int
  let dialect: Dialect
  /// One row for each pair with its events `n`.
  public let pairs: String

  public var keep: String { "create or replace temp table \(table) as \(pairs)" }
  public var forget: String { "drop table if exists \(table)" }

  /// `k0` …, then the distinct customers `s0`, in the order of the keys.
  public var byGroup: String {
    let keys = (0..<keyCount).map { "k\($0)" }.joined(separator: ", ")
    return "select \(keys), count(v) as s0 from \(table) group by all order by all nulls last"
  }

  /// The distinct customers `s0`, the events `s1`, and those without a customer `s2`, of all groups or of some together.
  public func together(_ groups: [[Value]]?) -> String {
    let tests = groups.map { groups in
      groups.map { "(" + $0.enumerated().map(test).joined(separator: " and ") + ")" }.joined(
        separator: " or ")
    }
    let filter = tests.map { " where \($0.isEmpty ? "false" : $0)" } ?? ""
    return "select count(distinct v) as s0, coalesce(sum(n), 0) as s1,"
      + " coalesce(sum(n) filter (where v is null), 0) as s2 from \(table)\(filter)"
  }

  private func test(_ index: Int, _ value: Value) -> String {
    switch value {
    case .missing: "k\(index) is null"
    case .text(let text): "k\(index) = \(dialect.literal(text))"
    case .boolean(let flag): "k\(index) = \(flag)"
    case .integer(let whole): "k\(index) = \(whole)"
    case .number(let number): "k\(index) = \(dialect.literal(number))"
    case .period(let period): "k\(index) = \(period.index)"
    case .instant(let microseconds, _): "k\(index) = \(dialect.timestamp(microseconds))"
    }
  }
}
