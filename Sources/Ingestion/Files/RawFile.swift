/// How the engine finds rows and cells in a delimited file.
struct DelimitedLayout: Equatable, Sendable {
  var delimiter: Character
  /// The first record that the engine sees is the header.
  var hasHeader = true
  /// Lines of the file above those that the engine sees.
  var linesBefore = 0
  /// The word that stands for a missing value, beside nothing at all.
  var bareNull: BareNull?
}

/// A file as the engine reads it: rows of texts.
struct RawFile: Sendable {
  enum Layout: Sendable {
    case delimited(DelimitedLayout)
    case json(JSONLayout)
    case parquet
  }
  var file: FoundFile
  var layout: Layout
  /// The names of the columns as they stand in the file, in its order; empty or repeated ones included.
  var names: [String]
  /// The zones that the header tells for the times of columns, by position: a name of the zone database, or an offset.
  var zones: [Int: String] = [:]
  /// What was asked in columns of a survey, by position.
  var questions: [Int: String] = [:]
  /// A copy in the usual encoding and form, which the engine reads instead; it lasts as long as its spool.
  var copy: (path: String, spool: Spool)?
  /// What is unusual about the file's encoding and form and what was done about it, for the report.
  var remarks: [String] = []
  /// Lines above the header and below the rows that are no rows.
  var linesLeftOut = 0
  /// The sheet of a workbook that was copied, and where its rows stand in it.
  var sheet: SheetPlaces?

  /// The path of what the engine reads.
  var readPath: String { copy?.path ?? file.path }

  /// The same as the engine's readers take it.
  var enginePath: String { FoundFile(shown: file.shown, path: readPath).enginePath }

  init(file: FoundFile, layout: Layout, names: [String]) {
    self.file = file
    self.layout = layout
    self.names = names
  }

  /// Where a line of what the engine reads stands in the file: `tickets.csv:12`, `export.xlsx:Sheet1!12`.
  func place(ofLine line: Int) -> String {
    guard let sheet else { return "\(file.shown):\(line)" }
    return "\(file.shown):\(sheet.sheet)!\(sheet.row(ofLine: line))"
  }

  var isDelimited: Bool { if case .delimited = layout { true } else { false } }

  /// Records longer than the engine's two megabytes are expected.
  ///
  /// Not from the start: the engine then reads in pieces so large that its threads wait for each other.
  var hasLongRecords = false

  /// The longest record that is taken, in bytes.
  static let longestRecord = 64 << 20

  /// A table expression with the columns `c0`, `c1` … as texts.
  ///
  /// - Parameters:
  ///   - wanted: positions of the columns to read; all where nil.
  ///   - rejects: the name of the engine's table of broken records, without which they are left out silently.
  ///   - isSample: only the first rows are needed, so small pieces are read.
  func relation(wanted: [Int]? = nil, rejects: String? = nil, isSample: Bool = false) -> String {
    switch layout {
    case .delimited(let layout): return readCSV(layout, rejects: rejects, isSample: isSample)
    case .json(let layout): return layout.relation(enginePath, wanted: wanted ?? Array(names.indices))
    case .parquet:
      let list = (wanted ?? Array(names.indices)).map { "cast(\(sqlName(names[$0])) as varchar) as c\($0)" }
      return "(select \(list.joined(separator: ", ")) from read_parquet(\(sqlText(enginePath))))"
    }
  }

  private func readCSV(_ layout: DelimitedLayout, rejects: String?, isSample: Bool) -> String {
    let columns = names.indices.map { "'c\($0)': 'VARCHAR'" }.joined(separator: ", ")
    var options =
      "columns = {\(columns)}, auto_detect = false, header = \(layout.hasHeader), quote = '\"', escape = '\"'"
    options += ", delim = \(sqlText(String(layout.delimiter))), ignore_errors = true"
    if let word = layout.bareNull { options += ", nullstr = ['', \(sqlText(word.rawValue))]" }
    if isSample { options += ", buffer_size = \(4 << 20)" }
    if hasLongRecords, !isSample {
      options += ", max_line_size = \(Self.longestRecord), buffer_size = \(2 * Self.longestRecord)"
    }
    if let rejects {
      options +=
        ", store_rejects = true, rejects_table = \(sqlText(rejects)), rejects_scan = \(sqlText(rejects + "_scan"))"
    }
    return "read_csv(\(sqlText(enginePath)), \(options))"
  }
}

/// The SQL for a cell without spaces at its ends, null where nothing is left.
func trimmedCell(_ cell: String) -> String { "nullif(trim(\(cell)), '')" }

/// The columns of several files taken together: by name, without regard to case and surrounding space.
struct ColumnUnion: Sendable {
  /// Names under which the columns are known, none empty, none twice.
  private(set) var names: [String] = []
  /// For each file the position in it of each column, nil where the file lacks it.
  private(set) var positions: [[Int?]] = []
  /// The zones that the headers tell for the times of columns, where the files do not contradict each other.
  private(set) var zones: [Int: String] = [:]
  /// What was asked in columns of surveys, as the first file that tells it has it.
  private(set) var questions: [Int: String] = [:]
  /// What was done about names that were empty or stood twice.
  private(set) var remarks: [String] = []

  init(_ files: [RawFile]) {
    var byName: [String: Int] = [:]
    for file in files {
      var places = [Int?](repeating: nil, count: names.count)
      for (position, name) in uniqueNames(of: file.names, isFirst: positions.isEmpty).enumerated() {
        let key = name.lowercased()
        if let known = byName[key] {
          places[known] = position
        } else {
          byName[key] = names.count
          names.append(name)
          places.append(position)
        }
      }
      positions.append(places)
      for (column, position) in places.enumerated() {
        guard let position, questions[column] == nil else { continue }
        questions[column] = file.questions[position]
      }
    }
    findZones(files)
    for index in positions.indices {
      positions[index] += [Int?](repeating: nil, count: names.count - positions[index].count)
    }
  }

  private mutating func findZones(_ files: [RawFile]) {
    for column in names.indices {
      let told = Set(
        files.indices.compactMap { file -> String? in
          guard column < positions[file].count, let position = positions[file][column] else { return nil }
          return files[file].zones[position] ?? ""
        })
      if told.count == 1, let zone = told.first, !zone.isEmpty { zones[column] = zone }
      if told.count > 1 {
        remarks.append(
          "the files tell different zones for \(shownName(names[column])): its times are taken as they stand")
      }
    }
  }

  /// Takes out zones that the engine does not know, and says so.
  mutating func forgetZones(unknownTo known: Set<String>) {
    for (column, zone) in zones.sorted(by: { $0.key < $1.key })
    where InstantReading.offsetSeconds(zone) == nil && !known.contains(zone) {
      zones[column] = nil
      remarks.append(
        "\(shownName(names[column])): there is no zone \(zone), so its times are taken as they stand")
    }
  }

  /// A column's position by its name, without regard to case and surrounding space.
  func position(of name: String) -> Int? {
    let key = trimmed(name).lowercased()
    return names.firstIndex { $0.lowercased() == key }
  }

  /// A select list with the cells `t0`, `t1` … of one file; what it lacks is null.
  ///
  /// - Parameter trimming: the columns whose cells are trimmed, with empty ones as null.
  func cells(of file: Int, wanted: [Int]? = nil, trimming: Set<Int> = []) -> String {
    (wanted ?? Array(names.indices)).map { column in
      guard let position = positions[file][column] else { return "cast(null as varchar) as t\(column)" }
      let cell = trimming.contains(column) ? trimmedCell("c\(position)") : "c\(position)"
      return "\(cell) as t\(column)"
    }.joined(separator: ", ")
  }

  private mutating func uniqueNames(of raw: [String], isFirst: Bool) -> [String] {
    var taken: Set<String> = []
    var out: [String] = []
    for (position, name) in raw.enumerated() {
      let base = name.isEmpty ? "column_\(position + 1)" : name
      var unique = base
      var number = 2
      while !taken.insert(unique.lowercased()).inserted {
        unique = "\(base)_\(number)"
        number += 1
      }
      if isFirst, name.isEmpty {
        remarks.append("column \(position + 1) has no name: it is called \(unique)")
      }
      if isFirst, !name.isEmpty, unique != name {
        remarks.append("the name \(name) stands twice: column \(position + 1) is called \(unique)")
      }
      out.append(unique)
    }
    return out
  }
}
