import Vocabulary

/// Rows of an export that are no events of a customer: merged, spam, tests.
struct LeftOutRule: Sendable, Equatable {
  enum Test: Sendable, Equatable {
    /// The cell is one of the words, whatever their case.
    case isOne([String])
    /// The cell is a list that has the word: tags.
    case lists(String)
    /// The cell holds anything.
    case isFilled
    case isEmpty
  }
  var reason: String
  /// Best first; the first that the file has is asked.
  var columns: [String]
  var test: Test

  init(_ reason: String, where columns: String..., is test: Test) {
    self.reason = reason
    self.columns = columns
    self.test = test
  }

  /// How the reason of such a row begins, beside which a rejected row's is an error.
  static let mark = "left out: "

  /// The reason as it stands beside the row.
  var markedReason: String { Self.mark + reason }

  /// The SQL that is true for such a row; nil where the file has no such column.
  ///
  /// - Parameter cells: the SQL name of a column's cell by its position.
  func condition(_ header: ExportHeader, cell: (Int) -> String) -> String? {
    let found = columns.lazy.compactMap { header.positions(of: $0).first }.first
    guard let found else { return nil }
    let text = "lower(\(trimmedCell(cell(found))))"
    switch test {
    case .isOne(let words): return "\(text) in \(sqlTexts(words.map { $0.lowercased() }))"
    case .lists(let word):
      return "regexp_matches(\(text), \(sqlText("(^|[^a-z0-9_-])\(word.lowercased())($|[^a-z0-9_-])")))"
    case .isFilled: return "\(text) is not null"
    case .isEmpty: return "\(text) is null"
    }
  }

  /// As `help` tells it.
  var sentence: String {
    let column = columns.map { "`\($0)`" }.joined(separator: " or ")
    switch test {
    case .isOne(let words): return "\(reason): \(column) is \(words.joined(separator: ", "))"
    case .lists(let word): return "\(reason): \(column) lists \(word)"
    case .isFilled: return "\(reason): \(column) holds something"
    case .isEmpty: return "\(reason): \(column) is empty"
    }
  }
}
