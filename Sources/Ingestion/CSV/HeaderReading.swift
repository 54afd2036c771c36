import Semantics

/// The header of a delimited file: which records it is, and the names that it gives.
struct HeaderReading: Equatable, Sendable {
  var names: [String]
  /// The zones that the header tells of columns, by position.
  var zones: [Int: String] = [:]
  /// What was asked, by position, where the header holds it beside the names.
  var questions: [Int: String] = [:]
  /// Records that belong to the header, those above it not counted.
  var rowCount: Int
  /// What is remarkable, for the report.
  var remark: String?

  /// Why there is none.
  enum Trouble: Error, Equatable {
    /// The first record looks like data.
    case looksLikeData
    /// `columns (…)` names another number than the file has.
    case otherColumnCount(Int)
    /// No record follows it.
    case noRows
  }

  /// - Parameters:
  ///   - records: the first records, from the header on.
  ///   - width: the number of fields that most records have.
  ///   - isWhole: there are no more records.
  init(
    _ records: ArraySlice<HeadRecord>, width: Int, options: FileOptions, isWhole: Bool
  ) throws(Trouble) {
    let rows = records.map(\.fields)
    let form = try Self.form(rows, options)
    rowCount = form.rowCount
    names = form.names(rows).map(ColumnNames.cleaned)
    for _ in 0..<max(0, width - names.count) { names.append("") }
    remark = form.remark
    if rowCount == 0 {
      names = names.indices.map { "c\($0 + 1)" }
      remark = options.columns.isEmpty ? "no header: the columns are called \(Self.list(names))" : nil
    }
    if form == .qualtrics {
      zones = Self.zonesOfQualtrics(rows[2])
      questions = Self.questions(rows[1], beside: names)
    }
    if !options.columns.isEmpty {
      guard options.columns.count == names.count else { throw .otherColumnCount(names.count) }
      names = options.columns
    }
    for (position, name) in names.enumerated() where zones[position] == nil {
      zones[position] = ColumnNames.zone(in: name)
    }
    if rows.count <= rowCount, isWhole { throw .noRows }
  }

  private static func list(_ names: [String]) -> String {
    names.count <= 3 ? names.joined(separator: ", ") : "\(names[0]) … \(names[names.count - 1])"
  }

  /// The forms of a header.
  private enum Form: Equatable {
    case none
    case plain
    /// Ids, question texts, and what the survey calls them inside.
    case qualtrics
    /// `V1`, `V2` …, and what they are.
    case legacyQualtrics
    /// Questions, and their options.
    case surveyMonkey
    /// Rows that together are a name.
    case several(Int)

    var rowCount: Int {
      switch self {
      case .none: 0
      case .plain: 1
      case .qualtrics: 3
      case .legacyQualtrics, .surveyMonkey: 2
      case .several(let count): count
      }
    }

    var remark: String? {
      switch self {
      case .none, .plain: nil
      case .qualtrics: "3 header rows, as Qualtrics writes them: the names are from the first"
      case .legacyQualtrics: "2 header rows, as older Qualtrics writes them: the names are from the second"
      case .surveyMonkey: "2 header rows, as SurveyMonkey writes them: a name is a question with its option"
      case .several(let count): "\(count) header rows: a name is what they hold together"
      }
    }

    func names(_ rows: [[String]]) -> [String] {
      switch self {
      case .none: rows.first ?? []
      case .plain, .qualtrics: rows[0]
      case .legacyQualtrics: rows[1]
      case .surveyMonkey: joined(rows.prefix(2).map { $0.map(withoutTags) })
      case .several(let count): joined(Array(rows.prefix(count)))
      }
    }

    /// Each row but the last goes on to the right over its blank cells.
    private func joined(_ rows: [[String]]) -> [String] {
      let width = rows.map(\.count).max() ?? 0
      let last = rows.count - 1
      var lines: [[String]] = []
      for (number, row) in rows.enumerated() {
        var filled: [String] = []
        for position in 0..<width {
          let cell = position < row.count ? row[position] : ""
          // A blank cell with nothing below it has no name at all.
          let isBelow = rows[(number + 1)...].contains { position < $0.count && !$0[position].isEmpty }
          filled.append(cell.isEmpty && number < last && isBelow ? filled.last ?? "" : cell)
        }
        lines.append(filled)
      }
      return (0..<width).map { position in
        lines.map { $0[position] }.filter { !$0.isEmpty }.joined(separator: " - ")
      }
    }

    /// Questions come with the tags in which they were written.
    private func withoutTags(_ text: String) -> String {
      guard text.contains("<") else { return text }
      var out = ""
      var rest = text[...]
      while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
        out += rest[..<open]
        rest = rest[rest.index(after: close)...]
      }
      return trimmed(out + rest)
    }
  }

  private static func form(_ rows: [[String]], _ options: FileOptions) throws(Trouble) -> Form {
    switch options.header {
    case .some(.none): return .none
    case .rows(let count):
      guard rows.count >= count else { throw .noRows }
      if let known = recognised(rows), known.rowCount == count { return known }
      return count == 1 ? .plain : .several(count)
    case nil:
      if let known = recognised(rows) { return known }
      if looksLikeData(rows[0]) { throw .looksLikeData }
      return .plain
    }
  }

  /// A form that only one tool writes.
  private static func recognised(_ rows: [[String]]) -> Form? {
    func folded(_ cell: String) -> String { String(cell.lowercased().filter { $0.isLetter || $0.isNumber }) }
    let first = Set(rows[0].map(folded))
    if rows.count >= 3, rows[2].contains(where: { $0.hasPrefix("{\"ImportId\"") }),
      rows[2].allSatisfy({ $0.isEmpty || $0.hasPrefix("{\"ImportId\"") })
    {
      return .qualtrics
    }
    guard rows.count >= 2 else { return nil }
    if rows[0].prefix(2) == ["V1", "V2"], rows[1].first == "ResponseID" { return .legacyQualtrics }
    let isMonkey = first.isSuperset(of: ["respondentid", "collectorid"])
    let below = rows[1].filter { !$0.isEmpty }
    let isSecondRow =
      rows[1].first == "" && !below.isEmpty
      && below.contains { ["response", "openendedresponse"].contains(folded($0)) }
    return isMonkey && isSecondRow ? .surveyMonkey : nil
  }

  /// Texts that say more than the name of their column, with line breaks as spaces.
  private static func questions(_ row: [String], beside names: [String]) -> [Int: String] {
    func folded(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    var out: [Int: String] = [:]
    for (position, text) in zip(names.indices, row.map(ColumnNames.cleaned)) {
      if !text.isEmpty, folded(text) != folded(names[position]) { out[position] = text }
    }
    return out
  }

  /// `{"ImportId":"startDate","timeZone":"America/Denver"}`.
  private static func zonesOfQualtrics(_ row: [String]) -> [Int: String] {
    var zones: [Int: String] = [:]
    let key = "\"timeZone\":\""
    for (position, cell) in row.enumerated() {
      let compact = cell.filter { $0 != " " }
      guard let start = compact.range(of: key) else { continue }
      zones[position] = ColumnNames.zone(String(compact[start...].prefix { $0 != "\"" }))
    }
    return zones
  }
}

extension String {
  /// The place behind the first occurrence of a text.
  fileprivate func range(of text: String) -> String.Index? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(text) { return rest.index(rest.startIndex, offsetBy: text.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}
