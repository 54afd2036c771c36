import DataModel

/// A part of a session that is exported as a document.
public enum DocumentPiece: Sendable, Equatable {
  /// A statement as it was typed; may span lines.
  case statement(String)
  /// An analyst's note, in Markdown.
  case note(String)
  /// What a statement gave.
  case table(Table)
}

/// A session as a Markdown document: statements as code, notes as they were written but without HTML, results as tables.
public func markdownDocument(_ pieces: [DocumentPiece]) -> String {
  pieces.map { piece in
    switch piece {
    case .statement(let text): MarkdownText.block(documentLines(text), language: "cxsh")
    case .note(let text): MarkdownText.withoutHTML(documentLines(text)) + "\n"
    case .table(let table): MarkdownRenderer(table, options: RenderOptions(width: nil)).render()
    }
  }.joined(separator: "\n")
}

/// The text without control characters and without empty lines around it.
private func documentLines(_ text: String) -> String {
  let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  let cleaned = lines.map { DisplayWidth.cleaned(String($0).replacingTabs) }
  let start = cleaned.firstIndex { !$0.isBlank } ?? cleaned.endIndex
  let end = cleaned.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? start
  return cleaned[start..<end].joined(separator: "\n")
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// Tabs are indentation here and no data.
  fileprivate var replacingTabs: String {
    split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "  ")
  }
}
