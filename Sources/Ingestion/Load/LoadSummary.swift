import DataModel
import Diagnostics
import Engine
import Semantics
import Vocabulary

/// Says what a load gave: the source, the parse report, the records of its files.
struct LoadSummary {
  let session: EngineSession
  let result: LoadRun.Result
  let union: ColumnUnion
  let request: ResolvedLoad
  let alias: String

  func outcome(_ fingerprints: [Fingerprint]) throws(FileTrouble) -> LoadOutcome {
    let facts = TimeFacts(session: session, result: result)
    let files = sourceFiles(fingerprints)
    var source = SourceInfo(
      alias: alias, kind: result.plan.kind, files: files, tableName: result.builder.tableName, fields: fields,
      rowsRead: result.counts.rows, rowsRejected: result.counts.rejected - result.counts.leftOut,
      rowsExcluded: result.counts.leftOut, sharedOffset: timeReading?.sharedOffset,
      timesAreWallClock: timeReading?.isWallClock ?? true,
      hasKindColumn: result.plan.fields.contains { $0.role == .kind }, remarks: [])
    let report = LoadReport(
      source: source, plan: result.plan, union: union, facts: facts, request: request, parts: result.parts,
      files: result.builder.files, rejectReasons: rejectReasons,
      export: ExportFacts(session: session, result: result))
    source.remarks = report.remarks
    let records = files.enumerated().map { index, file in record(file, end: facts.ends[index]) }
    return LoadOutcome(
      source: source, report: report.lines, records: records,
      advice: ChannelAdvice(session: session, result: result, alias: alias).lines,
      emptyRows: result.parts.reduce(0) { $0 + $1.emptyRows },
      linesLeftOut: result.builder.files.reduce(0) { $0 + $1.linesLeftOut })
  }

  /// The most frequent reasons for which rows were rejected, without the cell at fault, and how many rows each has.
  private var rejectReasons: [(reason: String, rows: Int)] {
    guard result.counts.rejected > 0 else { return [] }
    let reason = "split_part(\(HiddenColumn.reject), ':', 1)"
    let sql =
      "select \(reason) as r, count(*) as n from \(sqlName(result.builder.tableName))"
      + " where not starts_with(\(HiddenColumn.reject), \(sqlText(LeftOutRule.mark))) group by 1 order by 2 desc, 1 limit 3"
    guard let found = try? session.query(sql) else { return [] }
    return (0..<found.rowCount).map { (found.columns[0].text($0) ?? "", Int(found.columns[1].int($0) ?? 0)) }
  }

  /// How the times are written that say in which zone the source is.
  private var timeReading: InstantReading? {
    let fields = result.plan.fields
    let field = fields.first { $0.role == .time } ?? fields.first { $0.type == .instant }
    guard case .instant(let reading)? = field?.reading.core else { return nil }
    return reading
  }

  private var fields: [SourceField] {
    let kept = result.counts.rows - result.counts.rejected
    return result.plan.fields.indices.map { position in
      let field = result.plan.fields[position]
      var out = SourceField(
        name: field.name, role: field.role, type: field.type,
        column: field.column.isEmpty ? nil : field.column,
        missing: kept - result.counts.filled[position], unreadable: result.counts.unreadable[position])
      out.question = union.questions[field.inquiry.column]
      if case .score(let reading) = field.reading.core {
        out.highIsGood = reading.highIsGood
        if !reading.isIdentity { out.scale = reading.scale }
      }
      return out
    }
  }

  private func sourceFiles(_ fingerprints: [Fingerprint]) -> [SourceFile] {
    let rejected = rejectedByFile()
    return fingerprints.indices.map { index in
      let part = result.parts[index]
      return SourceFile(
        path: result.builder.files[index].file.shown, byteCount: fingerprints[index].byteCount,
        digest: fingerprints[index].digest, rowsRead: part.rows.count + part.broken.count,
        rowsRejected: rejected[index] + part.broken.count)
    }
  }

  private func rejectedByFile() -> [Int] {
    guard result.counts.rejected > 0 else { return result.parts.map { _ in 0 } }
    let counts = result.parts.map { part in
      "count(*) filter (\(HiddenColumn.reject) is not null and rowid >= \(part.rows.lowerBound) and rowid < \(part.rows.upperBound))"
    }
    let table = sqlName(result.builder.tableName)
    return (try? session.numbers("select \(counts.joined(separator: ", ")) from \(table)"))
      ?? counts.map { _ in 0 }
  }

  private func record(_ file: SourceFile, end: String?) -> String {
    let kept = file.rowsRead - file.rowsRejected
    let span = end.map { " to \($0)" } ?? ""
    return "\(file.path) \(kept) kept \(file.rowsRejected) rejected\(span) sha256:\(file.digest)"
  }
}

/// First and last times, as dates in the files' own zone.
struct TimeFacts {
  var first: String?
  var last: String?
  /// For each file the date of its last kept row.
  var ends: [String?]
  /// Fields in which day and month could not be told apart, with the order that was assumed.
  var ambiguous: [(field: PlannedField, dayFirst: Bool)] = []
  /// Fields of time with dates that often stand for none, with how many rows have each.
  var placeholders: [(field: PlannedField, date: String, rows: Int)] = []

  /// Dates that programs write where they know none.
  private static let placeholderDates = ["1970-01-01", "1900-01-01"]

  init(session: EngineSession, result: LoadRun.Result) {
    ends = result.parts.map { _ in nil }
    findAmbiguous(session, result)
    findPlaceholders(session, result)
    guard let time = result.plan.field(of: .time), case .instant(let reading) = time.reading.core else {
      return
    }
    func date(_ aggregate: String, _ filter: String) -> String {
      let found = "\(aggregate)(\(sqlName(time.name))) filter (\(HiddenColumn.reject) is null\(filter))"
      return "strftime(\(reading.localClock(found)), '%Y-%m-%d')"
    }
    var list = [date("min", ""), date("max", "")]
    list += result.parts.map { part in
      date("max", " and rowid >= \(part.rows.lowerBound) and rowid < \(part.rows.upperBound)")
    }
    guard
      let row = try? session.query(
        "select \(list.joined(separator: ", ")) from \(sqlName(result.builder.tableName))")
    else { return }
    first = row.columns[0].text(0)
    last = row.columns[1].text(0)
    ends = row.columns.dropFirst(2).map { $0.text(0) }
  }

  /// Some rows, and not half of them, lie on a day that often stands for no date.
  private mutating func findPlaceholders(_ session: EngineSession, _ result: LoadRun.Result) {
    let times = result.plan.fields.filter { $0.type == .instant }
    guard !times.isEmpty, result.counts.kept > 1 else { return }
    let list = times.flatMap { field in
      Self.placeholderDates.map { date in
        let clock: String
        if case .instant(let reading) = field.reading.core {
          clock = reading.localClock(sqlName(field.name))
        } else {
          clock = sqlName(field.name)
        }
        return "count(*) filter (cast(\(clock) as date) = date '\(date)')"
      }
    }
    let counts = try? session.numbers(
      "select \(list.joined(separator: ", ")) from \(sqlName(result.builder.tableName)) where \(HiddenColumn.reject) is null"
    )
    for (index, count) in (counts ?? []).enumerated() where count > 0 && count * 2 < result.counts.kept {
      placeholders.append(
        (
          times[index / Self.placeholderDates.count],
          Self.placeholderDates[index % Self.placeholderDates.count], count
        ))
    }
  }

  private mutating func findAmbiguous(_ session: EngineSession, _ result: LoadRun.Result) {
    let open = result.plan.fields.compactMap { field -> (PlannedField, Bool)? in
      guard case .instant(let reading) = field.reading.core, let dayFirst = reading.dayFirst else {
        return nil
      }
      return (field, dayFirst)
    }
    guard !open.isEmpty else { return }
    let list = open.map { "coalesce(max(day(\(sqlName($0.0.name)))), 0)" }
    let days =
      (try? session.numbers(
        "select \(list.joined(separator: ", ")) from \(sqlName(result.builder.tableName))")) ?? []
    ambiguous = zip(open, days).filter { $0.1 <= 12 && $0.1 > 0 }.map { ($0.0.0, $0.0.1) }
  }
}
