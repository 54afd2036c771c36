import DataModel
import Engine
import Vocabulary

/// What a recognised export did to the values and rows of a load, for the parse report.
struct ExportFacts: Sendable {
  /// Reasons for which rows were left out, the most frequent first.
  var leftOut: [(reason: String, rows: Int)] = []
  var derived: [DerivedDurations.Derived] = []
  private var mapped: [String] = []

  /// Values that a line names at most.
  private static let mostNamed = 6

  init(session: EngineSession, result: LoadRun.Result) {
    guard result.plan.export != nil else { return }
    derived = result.derived
    if result.counts.leftOut > 0 { leftOut = Self.reasons(session, result) }
    mapped = result.plan.fields.compactMap { Self.mapping(of: $0, session, result) }
  }

  /// The lines of the report behind the roles.
  var lines: [String] {
    var out = mapped
    if !leftOut.isEmpty {
      let reasons = leftOut.map { "\(grouped($0.rows)) \($0.reason)" }.joined(separator: ", ")
      out.append("left out: \(reasons)")
    }
    return out
      + derived.filter { $0.rows > 0 }.map {
        "\($0.role.rawValue): \(grouped($0.rows)) worked out as \($0.words)"
      }
  }

  private static func reasons(_ session: EngineSession, _ result: LoadRun.Result) -> [(String, Int)] {
    let reason = "substr(\(HiddenColumn.reject), \(LeftOutRule.mark.count + 1))"
    let sql =
      "select \(reason) as r, count(*) as n from \(sqlName(result.builder.tableName))"
      + " where starts_with(\(HiddenColumn.reject), \(sqlText(LeftOutRule.mark))) group by 1 order by 2 desc, 1"
    guard let found = try? session.query(sql) else { return [] }
    return (0..<found.rowCount).map { (found.columns[0].text($0) ?? "", Int(found.columns[1].int($0) ?? 0)) }
  }

  /// `channel: 9 values of Via as email, chat, web form; as they stand: Fax`.
  private static func mapping(
    of field: PlannedField, _ session: EngineSession, _ result: LoadRun.Result
  ) -> String? {
    guard case .words(let map) = field.reading.core, !map.keepsWords else { return nil }
    let own = result.plan.fields.first {
      $0.inquiry.column == field.inquiry.column && $0.inquiry.purpose == .own
    }
    guard let own else { return nil }
    let raw = "cast(\(sqlName(own.name)) as varchar)"
    let found = try? session.query(
      """
      select \(raw) as raw, any_value(\(sqlName(field.name))) as word, count(*) as n \
      from \(sqlName(result.builder.tableName)) where \(HiddenColumn.reject) is null and \(raw) is not null \
      group by 1 order by 3 desc, 1
      """)
    guard let found else { return nil }
    let pairs = (0..<found.rowCount).map {
      (raw: found.columns[0].text($0) ?? "", word: found.columns[1].text($0) ?? "")
    }
    func isKnown(_ text: String) -> Bool { map.otherwise != nil || map.values[text.lowercased()] != nil }
    let known = pairs.filter { isKnown($0.raw) }
    let strange = pairs.filter { !isKnown($0.raw) }
    var parts: [String] = []
    if !known.isEmpty {
      let values = known.count == 1 ? "1 value" : "\(grouped(known.count)) values"
      parts.append("\(values) of \(shownName(own.column)) as \(named(known.map(\.word)))")
    }
    if !strange.isEmpty { parts.append("as they stand: \(named(strange.map(\.raw)))") }
    return parts.isEmpty ? nil : "\(field.name): \(parts.joined(separator: "; "))"
  }

  private static func named(_ words: [String]) -> String {
    var seen: [String] = []
    for word in words where !seen.contains(word) { seen.append(word) }
    let shown = seen.prefix(mostNamed).joined(separator: ", ")
    return seen.count > mostNamed ? "\(shown) and \(grouped(seen.count - mostNamed)) more" : shown
  }
}

extension DerivedDurations.Derived {
  /// `Resolved time − Created time`.
  var words: String { "\(shownName(to)) − \(shownName(from))" }
}
