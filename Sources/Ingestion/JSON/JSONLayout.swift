/// How the rows and cells of a JSON file are found.
struct JSONLayout: Sendable {
  /// The engine's word: `array`, `newline_delimited`, `unstructured`.
  var format: String
  /// The keys of the objects with the types as which the engine reads them; empty where they are read as a whole.
  var keys: [(name: String, type: String)] = []
  /// For each column its key's position and the SQL for its cell.
  var columns: [Column] = []
  /// Lines of the file above those that the engine sees.
  var linesBefore = 0

  struct Column: Sendable {
    /// The name with dots: `via.channel`.
    var name: String
    var key: Int
    /// SQL over the key's column, or over `json` where objects are read as a whole.
    var cell: String
  }

  /// Only lines can be broken one by one.
  var isLines: Bool { format == "newline_delimited" }

  /// Objects are read as a whole: their keys differ only in case, which the engine's columns cannot.
  var readsWholeObjects: Bool { keys.isEmpty }

  /// A table expression with the wanted columns `c0`, `c1` … as texts.
  func relation(_ enginePath: String, wanted: [Int]) -> String {
    let cells = wanted.map { "\(columns[$0].cell) as c\($0)" }.joined(separator: ", ")
    return "(select \(cells) from \(source(enginePath, keys: Set(wanted.map { columns[$0].key }))))"
  }

  /// The engine's reader with some of the keys as columns.
  func source(_ enginePath: String, keys wanted: Set<Int>) -> String {
    guard !readsWholeObjects else {
      return "read_json(\(sqlText(enginePath)), columns = {json: 'JSON'}, records = 'false'\(options))"
    }
    let list = keys.indices.filter(wanted.contains).map {
      "\(sqlText(keys[$0].name)): \(sqlText(keys[$0].type))"
    }
    return "read_json(\(sqlText(enginePath)), columns = {\(list.joined(separator: ", "))}\(options))"
  }

  /// The options that say how the file is written, with a comma in front.
  var options: String {
    ", format = \(sqlText(format)), maximum_object_size = \(RawFile.longestRecord)"
      + (isLines ? ", ignore_errors = true" : "")
  }
}
