import Diagnostics
import Engine
import Vocabulary

/// Makes the engine's table of a source, file by file, in one pass over each.
struct TableBuilder {
  let session: EngineSession
  var files: [RawFile]
  let union: ColumnUnion
  let plan: LoadPlan
  /// The columns whose cells have spaces at their ends; trimming all would cost a third of the load's time.
  let padded: Set<Int>
  let tableName: String

  /// How the reason begins where a time cannot be read; the cell stands behind it.
  static let unreadableTime = "time cannot be read: "

  /// The reason of rows without anything in them.
  static let emptyRow = "empty row"

  static let brokenTable = "cxsh_broken_records"

  /// What reading one file gave.
  struct Part: Sendable {
    /// Row ids of the file's rows in the table.
    var rows: Range<Int>
    var broken: [BrokenRecord]
    /// Rows that held nothing but delimiters, and are not in the table any more.
    var emptyRows = 0
  }

  /// Builds the table; gives what each file brought.
  func build() throws(FailedFile) -> [Part] {
    session.discard(tableName)
    var parts: [Part] = []
    var count = 0
    for index in files.indices {
      do throws(EngineError) {
        discardBroken()
        let verb = index == 0 ? "create table \(sqlName(tableName)) as" : "insert into \(sqlName(tableName))"
        try session.execute("\(verb) \(select(index))")
        let end = try session.numbers("select count(*) from \(sqlName(tableName))")[0]
        parts.append(Part(rows: count..<end, broken: try brokenRecords(of: files[index])))
        count = end
      } catch {
        throw FailedFile(position: index, of: files, error: error)
      }
    }
    discardBroken()
    return parts
  }

  private func discardBroken() {
    session.discard(Self.brokenTable)
    session.discard(Self.brokenTable + "_scan")
  }

  /// The fields that can have unreadable cells, in the order of their bits.
  var checkedFields: [Int] {
    plan.fields.indices.filter { plan.fields[$0].reading.unreadable("t", value: "v") != nil }
  }

  /// The rows of one file as the table has them.
  private func select(_ index: Int) -> String {
    let values = plan.fields.indices.compactMap { position -> String? in
      let field = plan.fields[position]
      return field.reading == .text ? nil : field.reading.sql("t\(field.inquiry.column)") + " as v\(position)"
    }
    var columns = ["\(rejectReason) as \(HiddenColumn.reject)"]
    columns += [HiddenColumn.place, HiddenColumn.beginning].map { "cast(null as varchar) as \($0)" }
    columns += plan.fields.indices.map { "\(value($0)) as \(sqlName(plan.fields[$0].name))" }
    columns += unreadableBits
    let source = files[index].relation(rejects: Self.brokenTable)
    let cells = "select \(union.cells(of: index, trimming: padded)) from \(source)"
    let inner = (["*"] + values).joined(separator: ", ")
    return "select \(columns.joined(separator: ", ")) from (select \(inner) from (\(cells)))"
  }

  private func value(_ position: Int) -> String {
    plan.fields[position].reading == .text ? "t\(plan.fields[position].inquiry.column)" : "v\(position)"
  }

  /// Why a row is no event or cannot be used; null for the others.
  private var rejectReason: String {
    let header = ExportHeader(union.names)
    let rules = (plan.export?.leftOut ?? []).compactMap { rule in
      rule.condition(header) { "t\($0)" }.map { "when \($0) then \(sqlText(rule.markedReason))" }
    }
    return rules.isEmpty
      ? unusableReason : "(case \(rules.joined(separator: " ")) else \(unusableReason) end)"
  }

  /// Why a row cannot be used: it has no time, or one that cannot be read; null for the others.
  private var unusableReason: String {
    guard let key = plan.fields.firstIndex(where: { $0.role == plan.keyRole }) else {
      return "cast(null as varchar)"
    }
    let role = plan.keyRole.rawValue
    let anything =
      "coalesce(" + union.names.indices.map { trimmedCell("t\($0)") }.joined(separator: ", ") + ", null)"
    let column = plan.fields[key].inquiry.column
    guard column != Inquiry.noColumn else {
      return "(case when \(anything) is null then \(sqlText(Self.emptyRow)) end)"
    }
    let cell = trimmedCell("t\(column)")
    var cases =
      "when \(anything) is null then \(sqlText(Self.emptyRow)) when \(cell) is null then \(sqlText("no \(role)"))"
    if plan.keyRole == .time {
      cases += " else \(sqlText(Self.unreadableTime)) || substr(\(cell), 1, 60)"
    }
    return "(case when \(value(key)) is null then (case \(cases) end) end)"
  }

  /// Sixty bits to a column, one for each field whose cells may be unreadable.
  private var unreadableBits: [String] {
    let checked = checkedFields
    return stride(from: 0, to: checked.count, by: 60).map { start in
      let bits = checked[start..<min(start + 60, checked.count)].enumerated().compactMap {
        bit, position -> String? in
        let field = plan.fields[position]
        return field.reading.unreadable("t\(field.inquiry.column)", value: "v\(position)").map {
          "(case when \($0) then \(1 << bit)::bigint else 0::bigint end)"
        }
      }
      return bits.joined(separator: " | ") + " as \(HiddenColumn.unreadable(start / 60))"
    }
  }

  private func brokenRecords(of file: RawFile) throws(EngineError) -> [BrokenRecord] {
    guard case .delimited = file.layout else { return [] }
    let result = try session.query(
      """
      select line_byte_position, min(error_type) as kind, min(error_message) as words, substr(min(csv_line), 1, 200) as text, \
      length(min(csv_line)) - length(replace(min(csv_line), chr(10), '')) as breaks \
      from \(Self.brokenTable) where line_byte_position is not null group by 1 order by 1
      """)
    return (0..<result.rowCount).map { row in
      BrokenRecord(
        offset: Int(result.columns[0].int(row) ?? 1) - 1,
        reason: BrokenRecord.reason(result.columns[1].text(row) ?? "", result.columns[2].text(row) ?? ""),
        beginning: result.columns[3].text(row) ?? "",
        isUnclosed: result.columns[1].text(row) == "UNQUOTED VALUE",
        isWronglyEncoded: result.columns[1].text(row) == "INVALID ENCODING",
        isTooLong: result.columns[1].text(row) == "LINE SIZE OVER MAXIMUM",
        lineBreaks: Int(result.columns[4].int(row) ?? 0))
    }
  }
}

/// A file that the engine failed at, or one that cannot be understood.
struct FailedFile: Error {
  var file: String
  var error: EngineError
  var mistakes: Mistakes?
  /// The file's position among those of the load, and the form in which it could be read.
  var position: Int?
  var repair: FileRepair?

  init(file: String, error: EngineError) {
    self.file = file
    self.error = error
  }

  /// What the engine says of mixed line ends is no reason to give up.
  init(position: Int, of files: [RawFile], error: EngineError) {
    self.init(file: files[position].file.shown, error: error)
    self.position = position
    if files[position].isDelimited, error.message.contains("reached an invalid state") { repair = .lineEnds }
  }

  init(position: Int, repair: FileRepair) {
    self.init(file: "", error: EngineError(kind: .runtime, message: ""))
    self.position = position
    self.repair = repair
  }

  init(_ mistakes: Mistakes) {
    file = ""
    error = EngineError(kind: .runtime, message: "")
    self.mistakes = mistakes
  }
}

/// A record that has not the form of the others.
struct BrokenRecord: Sendable, Equatable {
  /// The byte where it begins; the engine may point at the line break before it.
  var offset: Int
  var reason: String
  var beginning: String
  /// The engine found no end of a quote in it.
  var isUnclosed: Bool
  /// It holds bytes that are not UTF-8.
  var isWronglyEncoded: Bool
  /// It is longer than the engine was told to expect.
  var isTooLong: Bool
  /// Line breaks that it holds, as far as the engine followed it.
  var lineBreaks: Int

  /// The engine's class of error in plain words.
  static func reason(_ kind: String, _ words: String) -> String {
    switch kind {
    case "MISSING COLUMNS", "TOO MANY COLUMNS":
      let numbers = words.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
      guard numbers.count >= 2 else { return "wrong number of fields" }
      return "\(numbers[1]) fields instead of \(numbers[0])"
    case "UNQUOTED VALUE": return "a quote is opened and not closed properly"
    case "INVALID ENCODING": return "not UTF-8"
    case "LINE SIZE OVER MAXIMUM": return "longer than \(RawFile.longestRecord >> 20) MB"
    default: return kind.lowercased()
    }
  }
}
