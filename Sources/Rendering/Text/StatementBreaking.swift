/// Breaks a long statement where it may go on in the next line.
enum StatementBreaking {
  static func lines(of statement: String, fitting width: Int) -> [String] {
    guard DisplayWidth.of(statement) > width else { return [statement] }
    var lines: [String] = []
    for piece in pieces(of: statement) {
      let joined = (lines.last.map { $0 + " " } ?? "") + piece
      if !lines.isEmpty, DisplayWidth.of(joined) <= width {
        lines[lines.count - 1] = joined
      } else {
        lines.append(piece)
      }
    }
    return lines
  }

  /// Words behind which the grammar still lacks something, so that a statement goes on in the next line.
  private static let open: Set<Substring> = [
    "where", "by", "during", "vs", "with", "and", "or", "not", "in", "between", "contains", "=", "!=", "<",
    "<=", ">",
    ">=", "+", "-", "*", "/", "of", "as",
  ]

  /// Each but the last leaves the statement open.
  private static func pieces(of statement: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var quotes = 0
    for word in statement.split(separator: " ", omittingEmptySubsequences: false) {
      piece += (piece.isEmpty ? "" : " ") + word
      quotes += word.count { $0 == "\"" }
      if quotes % 2 == 0, open.contains(word) || word.hasSuffix("|") || word.hasSuffix(",") {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}
