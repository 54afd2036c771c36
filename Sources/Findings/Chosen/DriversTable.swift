import DataModel
import Semantics
import Syntax
import Vocabulary

/// Makes the table of `drivers` and its words.
struct DriversTable {
  let query: ResolvedDrivers
  /// In their order.
  let drivers: [Driver]
  let total: Estimate
  let cases: Double
  /// How many cases do not say a field.
  let unsaid: [(field: String, cases: Double)]

  func table() -> Table {
    var table = Table(
      columns: columns, rows: drivers.map(row),
      facts: [
        Fact("total", total.value, unit: query.measure.unit),
        Fact("total_low", total.low, unit: query.measure.unit),
        Fact("total_high", total.high, unit: query.measure.unit),
        Fact("total_n", .integer(Int64(cases)), unit: .count),
      ])
    table.explanation = explanation
    table.notes = query.notes + notes
    table.next = next
    table.isSorted = true
    let rows = min(drivers.count, max(5, drivers.lastIndex(where: \.isTelling).map { min($0 + 1, 12) } ?? 0))
    if rows < drivers.count {
      table.brief = Brief(rows: rows, others: "$ | where q <= 0.1 shows all telling ones")
    }
    return table
  }

  private var columns: [Column] {
    let (unit, bad) = (query.measure.unit, query.measure.bad)
    return [
      Column("field", .text, part: .key), Column("value", .text, part: .key),
      Column("n", .integer, unit: .count), Column("share", .number, unit: .fraction, givesWay: 2),
      Column("value_with", .number, unit: unit, part: .figure),
      Column("value_with_low", .number, unit: unit, part: .low(of: "value_with")),
      Column("value_with_high", .number, unit: unit, part: .high(of: "value_with")),
      Column("value_without", .number, unit: unit, part: .figure, givesWay: 3),
      Column("difference", .number, unit: unit, part: .figure, isChange: true, bad: bad),
      Column("difference_low", .number, unit: unit, part: .low(of: "difference"), isChange: true, bad: bad),
      Column("difference_high", .number, unit: unit, part: .high(of: "difference"), isChange: true, bad: bad),
      Column(
        "contribution", .number, unit: unit, part: .figure, isChange: true, bad: bad,
        decimals: unit == .score ? 3 : nil),
      Column("p", .number, unit: .probability, givesWay: 5),
      Column("q", .number, unit: .probability, givesWay: 1), Column("note", .text, givesWay: 4),
    ]
  }

  private func row(_ driver: Driver) -> [Value] {
    [
      .text(driver.key.name), .text(driver.value.words), .integer(Int64(driver.cases)),
      .defined(driver.share), driver.with.value, driver.with.low, driver.with.high, driver.without.value,
      driver.change.change, driver.change.low, driver.change.high, .defined(driver.contribution),
      .defined(driver.p), .defined(driver.q), smallness(driver.cases).map { .text($0) } ?? .missing,
    ]
  }

  // MARK: - Words

  private var explanation: [String] {
    guard cases > 0 else { return ["No event here has a figure of \(query.name)."] }
    let fields = MissedWords.list(query.keys.map(\.name))
    let start =
      "\(query.name) is \(amount(total.value.asNumber ?? .nan, isChange: false)) over"
      + " \(MissedWords.count(Int(cases), "case")), beside the values of \(fields)."
    let telling = drivers.filter(\.isTelling)
    guard !telling.isEmpty else { return [start, "No value differs from the other cases beyond chance."] }
    let pulls = [
      ("Up most", telling.filter { $0.contribution > 0 }),
      ("Down most", telling.filter { $0.contribution < 0 }),
    ].compactMap { words, drivers -> String? in
      guard !drivers.isEmpty else { return nil }
      let names = drivers.prefix(3).map { "\($0.name) (\(amount($0.contribution, isChange: true)))" }
      return "\(words): \(names.joined(separator: ", "))"
    }
    return [start, pulls.joined(separator: ". ") + "."]
  }

  private func amount(_ number: Double, isChange: Bool) -> String {
    guard number.isFinite else { return "—" }
    let sign = isChange && number > 0 ? "+" : ""
    guard query.measure.unit == .fraction else { return sign + twoDecimals(number) }
    return isChange ? sign + twoDecimals(100 * number) + " pp" : MissedWords.percent(number)
  }

  private var notes: [String] {
    let silent = unsaid.filter { $0.cases > 0 }.map { field, count in
      "\(MissedWords.count(Int(count), "case")) \(count == 1 ? "does" : "do") not say \(field): among the others of its values."
    }
    return silent + [
      "contribution: share × (value_with − the total). Contributions of different fields overlap and do not add up.",
      "q corrects p for \(MissedWords.count(drivers.count { $0.p.isFinite }, "test")) (Benjamini-Hochberg, 0.10); below 10 cases there is no test.",
      "What goes with a low figure need not cause it.",
    ]
  }

  private var next: [String] {
    guard let first = drivers.first(where: \.isTelling), case .text(let text) = first.value,
      let field = first.key.fieldName
    else { return query.keys.prefix(1).map { "show \(query.name) by \($0.name)" } }
    return ["compare \(Word(field).printed) = \(Literal(.text(text)).printed) vs rest"]
  }
}
