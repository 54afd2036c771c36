import DataModel
import Vocabulary

/// Writes the sums of a plan so that they are exact: integers and fixed-point numbers, whatever the order of the rows.
struct StatisticWriter {
  let conditions: ConditionWriter
  let dialect: Dialect
  /// No event has another kind; nil where that is not known.
  let kinds: Set<EventKind>?
  /// The groups come from keys, so a sum to which no event can add need not be made.
  let isGrouped: Bool

  func write(_ statistic: Statistic) -> String {
    if isGrouped, statistic.isAdditive, isEmpty(statistic) {
      return statistic.function == .count ? "0" : "null"
    }
    let filter = filterClause(statistic)
    guard let field = statistic.field else { return "count(*)\(filter)" }
    let column = conditions.events + "." + dialect.identifier(field.name)
    switch statistic.function {
    case .count: return "count(\(column))\(filter)"
    case .sum: return "sum(\(exact(column, field)))\(filter)"
    case .sumOfSquares:
      return "sum(\(exact(column, field)) * \(exact(column, field)))\(filter)"
    case .distinct: return "count(distinct \(column))\(filter)"
    case .quantile(let share):
      return "quantile_cont(cast(\(column) as double), \(dialect.literal(share)))\(filter)"
    case .minimum: return "min(\(column))\(filter)"
    case .maximum: return "max(\(column))\(filter)"
    case .mode:
      // The most frequent first, then byte order: `mode()` of the engine leaves ties to chance.
      return "list_sort(list_transform(map_entries(histogram(\(column))\(filter)),"
        + " lambda x: {'n': -cast(x.value as bigint), 'v': x.key}))[1].v"
    }
  }

  /// Durations and numbers are added in 128 bits; numbers have six decimals.
  private func exact(_ column: String, _ field: FieldReference) -> String {
    switch field.type {
    case .duration: "cast(\(column) as hugeint)"
    case .boolean: "cast(\(column) as integer)"
    default: field.hasSmallRange ? column : "cast(\(column) as decimal(38,6))"
    }
  }

  /// No event is of its kinds.
  private func isEmpty(_ statistic: Statistic) -> Bool {
    guard let kinds, let wanted = statistic.kinds else { return false }
    return kinds.isDisjoint(with: wanted)
  }

  private func filterClause(_ statistic: Statistic) -> String {
    var tests: [String] = []
    if let wanted = statistic.kinds {
      tests += kindTests(wanted, among: kinds, events: conditions.events, dialect)
    }
    if let condition = statistic.condition { tests.append(conditions.write(condition)) }
    return tests.isEmpty ? "" : " filter (where \(tests.joined(separator: " and ")))"
  }
}

/// A test that the kind is one of these; none where no event has another one.
func kindTests(
  _ wanted: Set<EventKind>, among kinds: Set<EventKind>?, events: String, _ dialect: Dialect
) -> [String] {
  guard let kinds else { return [kindTest(wanted, events: events, dialect)] }
  if kinds.isSubset(of: wanted) { return [] }
  return [kinds.isDisjoint(with: wanted) ? "false" : kindTest(wanted, events: events, dialect)]
}

/// The kind is one of these.
func kindTest(_ kinds: Set<EventKind>, events: String, _ dialect: Dialect) -> String {
  let names = kinds.map(\.rawValue).sorted().map { dialect.literal($0) }
  return names.count == 1
    ? "\(events).kind = \(names[0])" : "\(events).kind in (\(names.joined(separator: ", ")))"
}

extension FieldReference {
  /// Held with nine digits, so that a product fits into the engine's 64-bit decimals.
  var hasSmallRange: Bool {
    ["sentiment", "nps_score", "csat_score", "ces_score", "stars"].contains(name)
  }
}
