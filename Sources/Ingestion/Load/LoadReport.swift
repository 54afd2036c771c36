import DataModel
import Semantics
import Vocabulary

/// The parse report in words.
struct LoadReport {
  let source: SourceInfo
  let plan: LoadPlan
  let union: ColumnUnion
  let facts: TimeFacts
  let request: ResolvedLoad
  let parts: [TableBuilder.Part]
  let files: [RawFile]

  /// Why rows were rejected, the most frequent first.
  let rejectReasons: [(reason: String, rows: Int)]
  /// What a recognised export did to the values and rows.
  let export: ExportFacts

  /// The whole report, one line each.
  var lines: [String] {
    var out = [headline] + recognition
    if source.files.count > 1 {
      out += source.files.map { fileLine($0) }
    }
    out += roleLines + export.lines
    let own = plan.fields.filter { !isDeclared($0) }.map { shownName($0.name) }
    if !own.isEmpty { out.append("under their own names: " + own.joined(separator: ", ")) }
    return out + remarks
  }

  /// What was assumed, what was not recognised, what to write.
  var remarks: [String] {
    var out = caution.map { [$0] } ?? []
    out +=
      fileRemarks + union.remarks + plan.remarks + scaleRemarks + unitRemarks + zoneRemarks + dateRemarks
      + placeholderRemarks + mixedZoneRemarks
      + unreadableRemarks
      + quoteRemarks
    if source.timesAreWallClock, let time = plan.field(of: .time), !time.reading.isTheSameInEveryRow {
      out.append("the times tell no zone: they are taken as they stand, in the session's zone")
    }
    if source.rowsRejected > 0 { out.append(rejectedRows) }
    if plan.export != nil, plan.field(of: .stars) != nil, plan.field(of: .sentiment) == nil {
      out.append(
        "no sentiment in the file: score sentiment in \(source.alias) method stars makes one of the stars")
    }
    if let missing = missingRoles { out.append(missing) }
    return out
  }

  /// What is unusual about the files' encodings and forms; with the file's name where there are several.
  private var fileRemarks: [String] {
    files.flatMap { file in
      file.remarks.map { files.count == 1 ? $0 : "\(file.file.shown): \($0)" }
    } + emptyRows
  }

  /// The zones that the header tells, of columns that are read as times.
  private var zoneRemarks: [String] {
    var columns: [String: [String]] = [:]
    var seen: Set<Int> = []
    for field in plan.fields {
      guard case .instant(let reading) = field.reading.core, let zone = reading.zone else { continue }
      guard union.zones[field.inquiry.column] != nil, seen.insert(field.inquiry.column).inserted else {
        continue
      }
      columns[zone, default: []].append(shownName(field.column))
    }
    return columns.sorted { $0.key < $1.key }.map { zone, names in
      "the header tells a zone, \(zone): \(names.joined(separator: ", "))"
    }
  }

  private var emptyRows: [String] {
    let count = parts.reduce(0) { $0 + $1.emptyRows }
    guard count > 0 else { return [] }
    return [
      count == 1
        ? "1 row holds nothing but delimiters and is left out"
        : "\(rows(count)) hold nothing but delimiters and are left out"
    ]
  }

  private var rejectedRows: String {
    let reasons = rejectReasons.map { "\($0.reason) (\(grouped($0.rows)))" }.joined(separator: ", ")
    return "rejected: " + (reasons.isEmpty ? "" : reasons + "; ") + "rejects \(source.alias) lists the rows"
  }

  /// What the file is recognised as, and what follows.
  private var recognition: [String] {
    guard let format = plan.export else { return [] }
    return ["recognised as \(format.name.phrase); help \(format.name.rawValue) tells how it is read"]
  }

  /// What is said of every such file, with the names of columns as this one spells them.
  private var caution: String? {
    guard let words = plan.export?.caution else { return nil }
    let header = ExportHeader(union.names)
    let parts = words.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      guard index % 2 == 1 else { return String(part) }
      return writtenColumn(header.positions(of: String(part)).first.map { union.names[$0] } ?? String(part))
    }.joined()
  }

  private func fileLine(_ file: SourceFile) -> String {
    source.rowsExcluded > 0
      ? "  \(file.path): \(rows(file.rowsRead)), \(grouped(file.rowsRead - file.rowsRejected)) kept"
      : "  \(file.path): \(rows(file.rowsRead)), \(file.rowsRejected) rejected"
  }

  private var headline: String {
    let name = source.files.count == 1 ? source.files[0].path : "\(source.files.count) files"
    var text = "\(name) as \(source.alias): \(rows(source.rowsRead)) of \(source.kind.rawValue) read, "
    text += "\(grouped(source.rowsKept)) kept, \(grouped(source.rowsRejected)) rejected"
    if source.rowsExcluded > 0 { text += ", \(grouped(source.rowsExcluded)) left out" }
    if let first = facts.first, let last = facts.last { text += "; \(first) to \(last)" }
    if let offset = source.sharedOffset { text += " (\(offsetText(offset)))" }
    return text
  }

  private var roleLines: [String] {
    let roles = zip(source.fields, plan.fields).filter { isDeclared($0.1) }
    let width = roles.map(\.0.name.count).max() ?? 0
    return roles.map { field, planned in
      let padding = String(repeating: " ", count: width - field.name.count)
      var text = "  \(field.name)\(padding) = \(field.column.map(shownName) ?? fixed(field))"
      var notes: [String] = []
      if case .titled(let title) = planned.reading { notes.append("behind \(shownName(union.names[title]))") }
      if let scale = field.scale { notes.append("rescaled from \(scaleText(scale))") }
      if !field.highIsGood { notes.append("high is bad") }
      if source.rowsKept > 0, field.missing > 0 { notes.append("\(share(field.missing)) missing") }
      if field.unreadable > 0 { notes.append("\(grouped(field.unreadable)) unreadable") }
      if !notes.isEmpty { text += "  (" + notes.joined(separator: ", ") + ")" }
      return text
    }
  }

  /// It fills a role, or a recognised export declares it.
  private func isDeclared(_ field: PlannedField) -> Bool {
    field.role != nil || field.inquiry.purpose.meaning != nil
  }

  /// What stands for a role that no column fills.
  private func fixed(_ field: SourceField) -> String {
    guard let planned = plan.fields.first(where: { $0.name == field.name }) else { return "" }
    if case .instant(let time) = planned.reading, case .everyRow(let day) = time.form {
      return "\(day) in every row"
    }
    if case .constant(let text) = planned.reading { return "\"\(text)\" in every row" }
    return export.derived.first { $0.role == planned.role }.map { $0.words } ?? "worked out from two times"
  }

  private var scaleRemarks: [String] {
    plan.fields.compactMap { field in
      guard case .score(let reading) = field.reading.core, let role = field.role else { return nil }
      guard field.inquiry.purpose.scale == nil, !reading.isIdentity else { return nil }
      if case .labels = reading.form { return nil }
      let scale = scaleText(reading.scale)
      return
        "\(shownName(field.column)) is taken as a scale of \(scale) from its values; if it is another, write "
        + "with (\(role.rawValue) = \(writtenColumn(field.column)) scale \(scale))"
    }
  }

  private var unitRemarks: [String] {
    plan.fields.compactMap { field in
      guard case .duration(let reading) = field.reading.core, case .number = reading.form else { return nil }
      guard field.inquiry.purpose.unit == nil else { return nil }
      let stem = shownName(field.column)
      return "\(stem) tells no unit: read as seconds; a column name such as response_time_minutes tells one"
    }
  }

  private var quoteRemarks: [String] {
    parts.flatMap(\.broken).filter { $0.isUnclosed && $0.lineBreaks > 0 }.map { record in
      "a quote is opened and never closed: \(rows(record.lineBreaks)) behind it were not read; see the rejected row"
    }
  }

  private var dateRemarks: [String] {
    facts.ambiguous.map { field, dayFirst in
      "\(shownName(field.column)): no date tells day from month; read as \(dayFirst ? "day first" : "month first")"
    }
  }

  private var placeholderRemarks: [String] {
    facts.placeholders.map { field, date, count in
      "\(shownName(field.column)): \(rows(count)) on \(date), which often stands for no date; "
        + "exclude where \(shownName(field.name)) < \(nextDay(of: date)) in \(source.alias) takes them out"
    }
  }

  private func nextDay(of date: String) -> String { String(date.dropLast()) + "2" }

  /// Times of which only some tell a zone.
  private var mixedZoneRemarks: [String] {
    plan.fields.compactMap { field in
      guard case .instant(let reading) = field.reading.core, reading.mixesZones else { return nil }
      return "\(shownName(field.column)): times without a zone among others are taken as UTC"
    }
  }

  private func notRead(_ count: Int, as type: FieldType) -> String {
    let what = type == .duration ? "\(type.phrase), or a negative one," : type.phrase
    return count == 1
      ? "1 cell is not \(what) and counts as missing"
      : "\(grouped(count)) cells are not \(what) and count as missing"
  }

  private var unreadableRemarks: [String] {
    source.fields.filter { $0.unreadable > 0 }.map { field in
      "\(shownName(field.column ?? field.name)): \(notRead(field.unreadable, as: field.type))"
    }
  }

  /// The roles that make a difference for this kind of source and that no column fills; of events the workspace tells
  /// apart whether they lack a stage, a channel or personas.
  private var missingRoles: String? {
    let wanted: [Role]
    switch source.kind {
    case .customers: wanted = [.persona, .joined]
    case .touchpoints: wanted = [.stage, .channel, .owner]
    case .mentions, .reviews: wanted = [.customer, .sentiment, .text]
    case .surveys: wanted = [.customer, .npsScore, .csatScore]
    default: wanted = [.customer, .topic]
    }
    let missing = wanted.filter { role in !source.fields.contains { $0.role == role } }
    guard !missing.isEmpty, missing.count < wanted.count || source.kind.eventKind != nil else { return nil }
    let names = missing.map(\.rawValue).joined(separator: ", ")
    let wishes = missing.prefix(2).map { "\($0.rawValue) = COLUMN" }
    let sample = (request.options.items + wishes).joined(separator: ", ")
    return
      "no column was recognised as \(names); where one is, write: load \(source.kind.rawValue) \"\(request.path)\" with (\(sample))"
  }

  private func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(grouped(count)) rows" }

  private func share(_ count: Int) -> String {
    let percent = Double(count) * 100 / Double(source.rowsKept)
    return percent < 1
      ? "under 1 %" : percent > 99 && percent < 100 ? "over 99 %" : "\(Int(percent.rounded())) %"
  }
}

/// `18,240`.
func grouped(_ number: Int) -> String {
  var digits = String(abs(number))
  var out = ""
  while digits.count > 3 {
    out = "," + digits.suffix(3) + out
    digits.removeLast(3)
  }
  return (number < 0 ? "-" : "") + digits + out
}

/// `1..10`, as `scale` is written.
func scaleText(_ scale: ClosedRange<Double>) -> String {
  decimalText(scale.lowerBound) + ".." + decimalText(scale.upperBound)
}

/// `-08:00`, `UTC`.
func offsetText(_ seconds: Int) -> String {
  guard seconds != 0 else { return "UTC" }
  let minutes = abs(seconds) / 60
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return (seconds < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
}

/// A column's name as it can be written in a statement: in backticks where it is more than a word.
func shownName(_ name: String) -> String {
  let isWord = name.first?.isLetter == true && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  return isWord ? name : "`\(name)`"
}

/// A column's name as `with` takes it; a string where backticks would not do.
func writtenColumn(_ name: String) -> String {
  guard name.contains("`") else { return shownName(name) }
  var out = ""
  for character in name {
    if character == "\"" || character == "\\" { out.append("\\") }
    out.append(character)
  }
  return "\"\(out)\""
}
