import DataModel
import Planning
import Semantics
import Syntax
import Vocabulary

/// Makes the table of `show` from grouped sums.
struct ShowTableBuilder {
  let query: ResolvedShow
  let sheet: StatisticSheet
  let exposures: (Double, Double)
  /// What a group has in the comparison if no event of it is there.
  let emptyEarlier: [Value]

  func table(_ rows: [GroupedSums.Row], earlier: [GroupedSums.Row]?) -> Table {
    let before = earlier.map {
      Dictionary($0.map { ($0.keys, $0.sums) }, uniquingKeysWith: { first, _ in first })
    }
    let shares = ShareTotals(items: query.items, sheet: sheet, rows: rows)
    let earlierShares = earlier.map { ShareTotals(items: query.items, sheet: sheet, rows: $0) }
    let cells = rows.map { row in
      row.keys
        + query.items.flatMap { item in
          values(
            item, Group(keys: row.keys, sums: row.sums, shares: shares),
            before.map {
              Group(keys: row.keys, sums: $0[row.keys] ?? emptyEarlier, shares: earlierShares ?? shares)
            })
        }
    }
    return Table(columns: columns, rows: cells)
  }

  /// The row of all events together.
  func totals(_ sums: [Value], earlier: [Value]?) -> [Value] {
    let shares = {
      ShareTotals(items: query.items, sheet: sheet, rows: [GroupedSums.Row(keys: [], sums: $0)])
    }
    return query.keys.map { _ in Value.missing }
      + query.items.flatMap { item in
        values(
          item, Group(keys: [], sums: sums, shares: shares(sums)),
          earlier.map { Group(keys: [], sums: $0, shares: shares($0)) })
      }
  }

  // MARK: - Columns

  private var columns: [Column] {
    query.keys.map(\.column) + query.items.flatMap { columns(of: $0) }
  }

  private func columns(of item: ResolvedItem) -> [Column] {
    let name = item.name
    let unit = item.expression.unit
    var columns = [
      Column(name, kind(of: item.expression), unit: unit, part: .figure, bad: bad(item.expression))
    ]
    if hasInterval(item.expression) {
      columns.append(Column(name + "_low", .number, unit: unit, part: .low(of: name)))
      columns.append(Column(name + "_high", .number, unit: unit, part: .high(of: name)))
      columns.append(Column(name + "_n", .integer, unit: .count, part: .sampleSize(of: name)))
    }
    guard query.versus != nil else { return columns }
    let change = name + "_change"
    columns.append(Column(name + "_prev", kind(of: item.expression), unit: unit, part: .figure))
    columns.append(
      Column(change, .number, unit: unit, part: .figure, isChange: true, bad: bad(item.expression)))
    columns.append(Column(change + "_low", .number, unit: unit, part: .low(of: change), isChange: true))
    columns.append(Column(change + "_high", .number, unit: unit, part: .high(of: change), isChange: true))
    columns.append(Column(name + "_p", .number, unit: .probability))
    return columns
  }

  private func kind(of expression: ResolvedMeasure) -> Column.Kind {
    guard case .measure(let measure) = expression else { return .number }
    switch measure.form {
    case .count: return .integer
    case .value:
      guard let statistic = measure.statistics.first, let field = statistic.field else { return .number }
      switch (statistic.function, field.type) {
      case (.mode, .text), (.minimum, .text), (.maximum, .text): return .text
      case (.mode, .boolean): return .boolean
      case (_, .instant): return .instant
      default: return .number
      }
    default: return .number
    }
  }

  private func bad(_ expression: ResolvedMeasure) -> Direction? {
    if case .measure(let measure) = expression { measure.bad } else { nil }
  }

  private func hasInterval(_ expression: ResolvedMeasure) -> Bool {
    switch expression {
    case .measure(let measure): measure.hasInterval
    case .share(let measure, _): measure.form == .count
    case .number, .negated, .binary: false
    }
  }

  // MARK: - Values

  /// The sums of one group with what shares are taken of.
  private struct Group {
    let keys: [Value]
    let sums: [Value]
    let shares: ShareTotals
  }

  private func values(_ item: ResolvedItem, _ group: Group, _ earlier: Group?) -> [Value] {
    let now = estimate(item.expression, group)
    var values = [now.value]
    if hasInterval(item.expression) { values += [now.low, now.high, now.count] }
    guard query.versus != nil else { return values }
    guard let earlier else { return values + [.missing, .missing, .missing, .missing, .missing] }
    let then = estimate(item.expression, earlier)
    let change = self.change(item.expression, group, earlier, now, then)
    return values + [then.value, change.change, change.low, change.high, change.p]
  }

  private func estimate(_ expression: ResolvedMeasure, _ group: Group) -> Estimate {
    switch expression {
    case .measure(let measure): return measure.finish(sheet.sums(of: measure, in: group.sums))
    case .share(let measure, let per):
      return shareMeasure(measure).finish(group.shares.parts(measure, per, group.keys, group.sums))
    case .number, .negated, .binary: return Estimate(value: .defined(number(expression, group)))
    }
  }

  private func shareMeasure(_ measure: Measure) -> Measure {
    Measure(
      name: measure.name, unit: .fraction, form: measure.form == .count ? .proportion : .quotient,
      statistics: [])
  }

  /// Arithmetic; undefined wherever a part is.
  private func number(_ expression: ResolvedMeasure, _ group: Group) -> Double {
    switch expression {
    case .number(let value): return value
    case .measure, .share: return estimate(expression, group).value.asNumber ?? .nan
    case .negated(let inner): return -number(inner, group)
    case .binary(let symbol, let left, let right):
      return symbol.apply(number(left, group), number(right, group))
    }
  }

  private func change(
    _ expression: ResolvedMeasure, _ group: Group, _ earlier: Group, _ now: Estimate, _ then: Estimate
  ) -> Change {
    switch expression {
    case .measure(let measure):
      return measure.change(
        sheet.sums(of: measure, in: group.sums), sheet.sums(of: measure, in: earlier.sums),
        exposures: exposures)
    case .share(let measure, let per):
      return shareMeasure(measure).change(
        group.shares.parts(measure, per, group.keys, group.sums),
        earlier.shares.parts(measure, per, earlier.keys, earlier.sums), exposures: exposures)
    case .number, .negated, .binary:
      guard let a = now.value.asNumber, let b = then.value.asNumber else { return Change() }
      var change = Change()
      change.change = .number(a - b)
      return change
    }
  }
}

/// The wholes of which shares are taken: sums over the rows that share some keys.
struct ShareTotals {
  private let sheet: StatisticSheet
  private var totals: [Statistic: [[Int]: [[Value]: Double]]] = [:]

  init(items: [ResolvedItem], sheet: StatisticSheet, rows: [GroupedSums.Row]) {
    self.sheet = sheet
    for item in items { collect(item.expression, rows) }
  }

  private mutating func collect(_ expression: ResolvedMeasure, _ rows: [GroupedSums.Row]) {
    switch expression {
    case .number, .measure: break
    case .negated(let inner): collect(inner, rows)
    case .binary(_, let left, let right):
      collect(left, rows)
      collect(right, rows)
    case .share(let measure, let per):
      guard let statistic = measure.statistics.first else { return }
      var sums: [[Value]: Double] = [:]
      for row in rows {
        let part = sheet.sums(of: measure, in: row.sums).first?.asNumber ?? 0
        sums[Self.select(per, row.keys), default: 0] += part
      }
      totals[statistic, default: [:]][per] = sums
    }
  }

  /// Part and whole of one group.
  func parts(_ measure: Measure, _ per: [Int], _ keys: [Value], _ sums: [Value]) -> [Value] {
    let part = sheet.sums(of: measure, in: sums).first ?? .integer(0)
    guard let statistic = measure.statistics.first, let known = totals[statistic]?[per] else {
      return [part, .missing]
    }
    let whole = keys.isEmpty ? known.values.reduce(0, +) : known[Self.select(per, keys)] ?? 0
    return [part.isMissing ? .integer(0) : part, .number(whole)]
  }

  private static func select(_ per: [Int], _ keys: [Value]) -> [Value] {
    per.compactMap { keys.indices.contains($0) ? keys[$0] : nil }
  }
}

extension ArithmeticOperator {
  /// The result, NaN for a division by zero.
  public func apply(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .divided: right == 0 ? .nan : left / right
    }
  }
}
