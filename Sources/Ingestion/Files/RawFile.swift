/// A file as the engine reads it: rows of texts.
struct RawFile: Sendable {
  enum Layout: Sendable {
    case delimited(delimiter: Character, isStrict: Bool)
    /// `format` is the engine's word; only lines can be broken one by one.
    case json(format: String)
    case parquet
  }
  var file: FoundFile
  var layout: Layout
  /// The names of the columns as they stand in the file, in its order; empty or repeated ones included.
  var names: [String]

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
    case .delimited(let delimiter, let isStrict):
      return readCSV(delimiter, isStrict: isStrict, rejects: rejects, isSample: isSample)
    case .json(let format):
      return readJSON(format, wanted ?? Array(names.indices))
    case .parquet:
      let list = (wanted ?? Array(names.indices)).map { "cast(\(sqlName(names[$0])) as varchar) as c\($0)" }
      return "(select \(list.joined(separator: ", ")) from read_parquet(\(sqlText(file.enginePath))))"
    }
  }

  private func readCSV(_ delimiter: Character, isStrict: Bool, rejects: String?, isSample: Bool) -> String {
    let columns = names.indices.map { "'c\($0)': 'VARCHAR'" }.joined(separator: ", ")
    var options = "columns = {\(columns)}, auto_detect = false, header = true, quote = '\"', escape = '\"'"
    options += ", delim = \(sqlText(String(delimiter))), ignore_errors = true"
    if !isStrict { options += ", strict_mode = false" }
    if isSample { options += ", buffer_size = \(4 << 20)" }
    if hasLongRecords, !isSample {
      options += ", max_line_size = \(Self.longestRecord), buffer_size = \(2 * Self.longestRecord)"
    }
    if let rejects {
      options +=
        ", store_rejects = true, rejects_table = \(sqlText(rejects)), rejects_scan = \(sqlText(rejects + "_scan"))"
    }
    return "read_csv(\(sqlText(file.enginePath)), \(options))"
  }

  private func readJSON(_ format: String, _ wanted: [Int]) -> String {
    let columns = wanted.map { sqlText(names[$0]) + ": 'VARCHAR'" }.joined(separator: ", ")
    let list = wanted.map { "\(sqlName(names[$0])) as c\($0)" }.joined(separator: ", ")
    var options =
      "columns = {\(columns)}, format = \(sqlText(format)), maximum_object_size = \(Self.longestRecord)"
    if format == "newline_delimited" { options += ", ignore_errors = true" }
    return "(select \(list) from read_json(\(sqlText(file.enginePath)), \(options)))"
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
    }
    for index in positions.indices {
      positions[index] += [Int?](repeating: nil, count: names.count - positions[index].count)
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
