/// How a file holds its rows.
enum FileFormat: Equatable, Sendable {
  case delimited
  case jsonArray
  case jsonLines
  case parquet
  case workbook

  /// The format that a path's ending tells, nil where it tells none.
  static func named(by path: String) -> FileFormat? {
    switch ending(of: path) {
    case "csv", "tsv", "tab", "txt", "psv": .delimited
    case "jsonl", "ndjson": .jsonLines
    case "json": .jsonArray
    case "parquet", "pq": .parquet
    case "xlsx", "xlsm": .workbook
    default: nil
    }
  }

  /// The path's ending in small letters, `csv` for `tickets.csv.gz`.
  static func ending(of path: String) -> String {
    var parts = fileName(path).lowercased().split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, parts.last == "gz" || parts.last == "zst" { parts.removeLast() }
    return parts.count > 1 ? String(parts[parts.count - 1]) : ""
  }

  static func isGzip(_ path: String) -> Bool { path.lowercased().hasSuffix(".gz") }

  static func isCompressed(_ path: String) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".gz") || name.hasSuffix(".zst")
  }
}

/// The last part of a path.
func fileName(_ path: String) -> String {
  String(path.split(separator: "/", omittingEmptySubsequences: true).last ?? "")
}

/// The folder part of a path, without the slash at its end; `.` where it has none.
func folderName(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The file's name without its endings.
func fileStem(_ path: String) -> String {
  let name = fileName(path)
  guard let dot = name.firstIndex(of: "."), dot != name.startIndex else { return name }
  var stem = String(name.prefix(upTo: name.lastIndex(of: ".") ?? dot))
  for extra in [".csv", ".tsv", ".json", ".jsonl", ".txt"] where stem.lowercased().hasSuffix(extra) {
    stem = String(stem.dropLast(extra.count))
  }
  return stem
}
