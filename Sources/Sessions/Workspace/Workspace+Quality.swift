import DataModel
import Diagnostics
import Engine
import Findings
import Planning
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// `quality`: counts what the rules look at, a few statements for each source.
extension Workspace {
  func quality(_ argument: ListingCall.Argument?) throws -> Table {
    var chosen = sources
    if case .name(let alias)? = argument { chosen = try targets(alias).map { sources[$0] } }
    let profiles = try chosen.map { try QualityProfiler(source: $0, workspace: self).profile() }
    return QualityReport(profiles, now: try newestDay(beside: profiles), isDetailed: argument != nil).table()
  }

  /// What the age of a source is told by: the pinned day, or the newest day of any source.
  private func newestDay(beside profiles: [SourceProfile]) throws -> Int? {
    if let pinnedDay { return pinnedDay }
    let known = Set(profiles.map(\.alias))
    let others = try sources.filter { !known.contains($0.alias) && $0.kind.eventKind != nil }
      .map { source in
        var profile = SourceProfile(alias: source.alias, kind: source.kind, rows: 0, rejected: 0, fields: [])
        profile.days = try QualityProfiler(source: source, workspace: self).days()
        return profile
      }
    return (profiles + others).filter { $0.kind.eventKind != nil }.compactMap(\.lastDay).max()
  }
}

/// Counts in one source.
struct QualityProfiler {
  /// Fields with more different values than this have no twins worth a list.
  private static let mostValues = 2_000
  /// Values that are longer are texts.
  private static let longestValue = 60.0
  private static let mostSpellings = 20
  /// Customer and text again within these days are one message that was sent twice.
  private static let daysOfRepeats = 7

  let source: SourceInfo
  let workspace: Workspace
  private let writer: QualityWriter

  init(source: SourceInfo, workspace: Workspace) {
    self.source = source
    self.workspace = workspace
    writer = QualityWriter(schema: workspace.schema, source: source, fields: source.fields)
  }

  func profile() throws -> SourceProfile {
    var profile = SourceProfile(
      alias: source.alias, kind: source.kind, rows: source.rowsKept, rejected: source.rowsRejected,
      fields: source.fields.map { FieldProfile($0, isNameable: isNameable($0), isReplaced: isReplaced($0)) })
    guard source.rowsKept > 0 else { return profile }
    let different = try overview(&profile)
    try findOriginals(&profile)
    for position in profile.fields.indices where isListed(profile.fields[position], different[position]) {
      profile.fields[position].values = try values(of: position)
    }
    profile.duplicates = try duplicates(profile)
    if source.kind.eventKind != nil {
      profile.days = try days()
      profile.hours = try hours()
    }
    return profile
  }

  /// Its name means this field to every statement: no other source has the name for something else.
  private func isNameable(_ field: SourceField) -> Bool {
    guard !field.name.contains("`"), let known = workspace.fields[field.name] else { return false }
    return known.reference.name == field.name && known.reference.type == field.type
  }

  /// Another field was made from the same column later, such as by `recode`.
  private func isReplaced(_ field: SourceField) -> Bool {
    guard field.role == nil, let column = field.column else { return false }
    let same = source.fields.filter { $0.column == column }
    if same.contains(where: { $0.role != nil }) { return true }
    return same.count > 1 && field.name != column
  }

  // MARK: - One pass

  /// Fills in the marks and statistics; gives about how many different values each text has.
  private func overview(_ profile: inout SourceProfile) throws -> [Int: Int] {
    let (figures, sql) = writer.overview
    let result = try workspace.query(sql)
    var different: [Int: Int] = [:]
    for (figure, column) in zip(figures, result.columns) {
      switch figure {
      case .rows: break
      case .marked(let field, let mark):
        profile.fields[field].marks[mark] = .init(rows: Int(column.int(0) ?? 0), example: nil)
      case .firstMarked(let field, let mark):
        guard let row = column.int(0) else { continue }
        let cell = try workspace.query(writer.cell(field, row: row, around: mark))
        profile.fields[field].marks[mark]?.example = cell.columns[0].text(0)
        profile.fields[field].marks[mark]?.sample = cell.columns[1].text(0)
        if mark == .tryout { profile.fields[field].marks[mark]?.spellings = try spellings(field, mark) }
      case .smallest(let field): profile.fields[field].smallest = column.double(0)
      case .largest(let field): profile.fields[field].largest = column.double(0)
      case .meanLength(let field): profile.fields[field].meanLength = column.double(0)
      case .different(let field): different[field] = Int(column.int(0) ?? 0)
      case .scoresWithoutWords: profile.scoresWithoutWords = Int(column.int(0) ?? 0)
      case .wordsWithoutScores: profile.wordsWithoutScores = Int(column.int(0) ?? 0)
      }
    }
    return different
  }

  private func spellings(_ field: Int, _ mark: CellMark) throws -> [String] {
    guard let sql = writer.spellings(field, mark, limit: Self.mostSpellings) else { return [] }
    let result = try workspace.query(sql)
    return (0..<result.rowCount).compactMap { result.columns[0].text($0) }
  }

  /// The file's own cells beside scores and numbers that could not all be read.
  private func findOriginals(_ profile: inout SourceProfile) throws {
    for (position, field) in source.fields.enumerated() where field.unreadable > 0 && field.role != nil {
      let original = source.fields.firstIndex {
        $0.role == nil && $0.column != nil && $0.column == field.column
      }
      guard let original else { continue }
      if profile.fields[original].isNameable {
        profile.fields[position].original = source.fields[original].name
      }
      let found = try workspace.query(writer.firstCell(original, lacking: position))
      profile.fields[position].unread = found.rowCount > 0 ? found.columns[0].text(0) : nil
    }
  }

  // MARK: - Values

  /// A dimension, or a text with few and short values.
  private func isListed(_ field: FieldProfile, _ different: Int?) -> Bool {
    let unlisted: Set<Role> = [.id, .customer, .text, .kind]
    guard field.type == .text, !field.isReplaced, !(field.role.map(unlisted.contains) ?? false) else {
      return false
    }
    guard let different, let length = field.meanLength, length <= Self.longestValue else { return false }
    // Where most rows have a value of their own it is a name or an id.
    let isMostlyUnique =
      field.role == nil && different > 50 && different * 2 > source.rowsKept - field.missing
    return different <= Self.mostValues && !isMostlyUnique
  }

  private func values(of field: Int) throws -> [FieldValue]? {
    let result = try workspace.query(writer.values(of: field, limit: Self.mostValues + 1))
    guard result.rowCount <= Self.mostValues else { return nil }
    let values = (0..<result.rowCount).compactMap { row in
      result.columns[0].text(row).map { FieldValue(text: $0, count: Int(result.columns[1].int(row) ?? 0)) }
    }
    // Lists and objects of JSON are no values.
    return values.first.map { "[{".contains($0.text.prefix(1)) } ?? false ? nil : values
  }

  // MARK: - Duplicates

  private func duplicates(_ profile: SourceProfile) throws -> [DuplicateProfile] {
    var found: [DuplicateProfile] = []
    // A customer or touchpoint that was listed before is rejected on loading.
    if source.kind.eventKind != nil, let id = position(of: .id) { found.append(try sameID(id, profile)) }
    found.append(try sameRow(profile))
    if let customer = position(of: .customer), let text = position(of: .text) {
      found.append(try sameWords(customer, text, profile))
    }
    return found
  }

  private func position(of role: Role) -> Int? { source.fields.firstIndex { $0.role == role } }

  private func sameID(_ id: Int, _ profile: SourceProfile) throws -> DuplicateProfile {
    let (rows, first, times) = try repeats(of: [id], comparing: true)
    let example = try first.flatMap { try workspace.query(writer.cell(id, row: $0)).columns[0].text(0) }
    return DuplicateProfile(
      .id, rows: rows, keys: profile.fields[id].isNameable ? [profile.fields[id].name] : [],
      example: example.map { "\($0), \(times) times" })
  }

  private func sameRow(_ profile: SourceProfile) throws -> DuplicateProfile {
    let own = profile.fields.indices.filter { !profile.fields[$0].isReplaced }
    let (rows, first, times) = try repeats(of: Array(own), comparing: false)
    guard rows > 0, let first else { return DuplicateProfile(.row, rows: 0, keys: [], example: nil) }
    let keys = try exactKeys(own.filter { profile.fields[$0].isNameable }, rows: rows, profile)
    return DuplicateProfile(
      .row, rows: rows, keys: keys.map { profile.fields[$0].name },
      example: "row \(first + 1), \(times) times")
  }

  /// Fields by which `exclude duplicates` takes out rows of these and no others; it leaves rows alone that lack a value.
  private func exactKeys(_ fields: [Int], rows: Int, _ profile: SourceProfile) throws -> [Int] {
    let full = fields.filter { profile.fields[$0].missing == 0 }
    let telling: [Role] = [.id, .customer, .time, .text]
    let more = fields.filter { position in
      full.contains(position) || profile.fields[position].role.map(telling.contains) ?? false
    }
    if !full.isEmpty, try repeats(of: full, comparing: true).rows == rows { return full }
    guard more.count > full.count else { return [] }
    let found = try repeats(of: more, comparing: true).rows
    return found > 0 && found <= rows ? more : []
  }

  private func sameWords(_ customer: Int, _ text: Int, _ profile: SourceProfile) throws -> DuplicateProfile {
    let sql = writer.repeatedWords(
      customer: customer, text: text, id: position(of: .id), days: Self.daysOfRepeats)
    let result = try workspace.query(sql)
    let (all, near) = (Int(result.columns[0].int(0) ?? 0), Int(result.columns[1].int(0) ?? 0))
    let isExact = all == near && profile.fields[customer].isNameable && profile.fields[text].isNameable
    let times = result.columns[3].int(0) ?? 0
    return DuplicateProfile(
      .words, rows: near, keys: isExact ? [profile.fields[customer].name, profile.fields[text].name] : [],
      example: result.columns[2].int(0).map { "row \($0 + 1), \(times) times" })
  }

  private func repeats(of fields: [Int], comparing: Bool) throws -> (rows: Int, first: Int64?, times: Int64) {
    let result = try workspace.query(writer.repeats(of: fields, comparing: comparing))
    return (
      Int(result.columns[0].int(0) ?? 0), result.columns[1].int(0), result.columns[2].int(0) ?? 0
    )
  }

  // MARK: - Times

  func days() throws -> [DayCount] {
    let result = try workspace.query(writer.days)
    return (0..<result.rowCount).compactMap { row in
      guard let day = result.columns[0].int(row), let rows = result.columns[1].int(row) else { return nil }
      return DayCount(day: Int(day), rows: Int(rows), midnight: Int(result.columns[2].int(row) ?? 0))
    }
  }

  private func hours() throws -> [Int] {
    let result = try workspace.query(writer.hours)
    var hours = Array(repeating: 0, count: 24)
    for row in 0..<result.rowCount {
      if let hour = result.columns[0].int(row), let rows = result.columns[1].int(row) {
        hours[Int(hour)] = Int(rows)
      }
    }
    return hours
  }
}
