/// What a session file notes behind `#=` about a statement.
public enum StatementRecord: Sendable, Equatable {
  /// `12 rows sha256:9f2c…`
  case result(rows: Int, digest: String)
  /// `tickets.csv 18240 kept 0 rejected to 2026-09-30 sha256:5f0c…`
  case load(LoadRecord)
  /// `scored social 14604 of 14640 by VADER 3.3.2 from text`
  case scoring(String)

  /// Reads the text behind `#=`; nil where it is neither form.
  public init?(_ text: String) {
    if let load = LoadRecord(text) {
      self = .load(load)
      return
    }
    if text.hasPrefix("scored ") {
      self = .scoring(text)
      return
    }
    let words = text.split(separator: " ")
    guard words.count == 3, let rows = Int(words[0]), words[1] == "rows" || words[1] == "row",
      let digest = digestText(words[2])
    else { return nil }
    self = .result(rows: rows, digest: digest)
  }

  /// The text behind `#=`.
  public var text: String {
    switch self {
    case .result(let rows, let digest): "\(rows) rows sha256:\(digest)"
    case .load(let record): record.text
    case .scoring(let text): text
    }
  }
}

/// What a session file notes about a file that a statement loaded.
public struct LoadRecord: Sendable, Equatable {
  /// The file's name, without its folder.
  public var file: String
  public var kept: Int
  public var rejected: Int
  /// The day of the last event, as text; nil for a file whose rows have no time.
  public var end: String?
  public var digest: String

  public init(file: String, kept: Int, rejected: Int, end: String?, digest: String) {
    self.file = file
    self.kept = kept
    self.rejected = rejected
    self.end = end
    self.digest = digest
  }

  /// Reads `FILE N kept N rejected [to DATE] sha256:DIGEST`; the file's name may hold spaces.
  public init?(_ text: String) {
    var words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count >= 6, let digest = digestText(words.removeLast()) else { return nil }
    var end: String?
    if words.count >= 7, words[words.count - 2] == "to" {
      end = String(words.removeLast())
      words.removeLast()
    }
    guard words.count >= 5, words.removeLast() == "rejected", let rejected = Int(words.removeLast()),
      words.removeLast() == "kept", let kept = Int(words.removeLast())
    else { return nil }
    self.init(file: words.joined(separator: " "), kept: kept, rejected: rejected, end: end, digest: digest)
  }

  public var text: String {
    let span = end.map { " to " + $0 } ?? ""
    return "\(file) \(kept) kept \(rejected) rejected\(span) sha256:\(digest)"
  }
}

private func digestText(_ word: Substring) -> String? {
  guard word.hasPrefix("sha256:"), word.count > 7 else { return nil }
  return String(word.dropFirst(7))
}

extension LoadRecord {
  /// The records of one load with names that do not depend on the folder from which it was read: as few of the last
  /// parts of the paths as tell the files apart.
  static func named(_ records: [String]) -> [String] {
    let read = records.map(LoadRecord.init)
    let paths = read.map { record in record?.file.split(separator: "/").map(String.init) ?? [] }
    let longest = paths.map(\.count).max() ?? 0
    let length = (1...max(1, longest)).first { length in
      Set(paths.map { $0.suffix(length).joined(separator: "/") }).count == paths.count
    }
    return zip(zip(records, read), paths).map { record, path in
      guard var shown = record.1 else { return record.0 }
      shown.file = path.suffix(length ?? longest).joined(separator: "/")
      return shown.text
    }
  }
}
