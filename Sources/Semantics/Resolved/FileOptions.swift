import Diagnostics
import Syntax
import Vocabulary

/// How a file is laid out, as far as the user says it in `with (…)`; the rest is recognised.
public struct FileOptions: Sendable, Equatable {
  /// The rows with the names of the columns.
  public enum Header: Sendable, Equatable {
    case none
    case rows(Int)
  }
  /// Nil where it is to be recognised.
  public var header: Header?
  /// The columns' names, in their order; empty where the file names them.
  public var columns: [String] = []
  /// Where `columns` stands in the statement.
  public var columnsSpan: Span?
  /// The sheet of a workbook; nil where it is to be recognised.
  public var sheet: String?
  /// Where the sheet's name stands in the statement.
  public var sheetSpan: Span?
  /// Nil where it is to be recognised.
  public var encoding: TextEncoding?
  /// The day of every row of a file that holds no times, such as `2026-09-30`.
  public var day: String?
  /// Where `date` stands in the statement.
  public var daySpan: Span?

  public init() {}

  /// - Throws: `Mistakes` about options that do not exist, stand twice, or have not the form that they need.
  public init(_ options: [LayoutOption]) throws(Mistakes) {
    var mistakes: [Diagnostic] = []
    var seen: Set<LoadOption> = []
    for option in options {
      guard let name = LoadOption(word: option.name.text) else {
        mistakes.append(Self.unknown(option))
        continue
      }
      if !seen.insert(name).inserted {
        mistakes.append(.loadOptionTwice(name.rawValue, span: option.name.span))
      } else if let mistake = take(name, option) {
        mistakes.append(mistake)
      }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  private mutating func take(_ name: LoadOption, _ option: LayoutOption) -> Diagnostic? {
    func malformed() -> Diagnostic {
      .malformedLoadOption(name.rawValue, usage: name.help.usage, span: option.name.span)
    }
    switch (name, option.setting) {
    case (.header, .word(let word)) where word.text.lowercased() == "none": header = Header.none
    case (.header, .number(let number)):
      guard let rows = Int(exactly: number.value), (1...3).contains(rows) else { return malformed() }
      header = .rows(rows)
    case (.columns, .words(let words)):
      if let twice = firstRepeated(words) { return .columnNamedTwice(twice.text, span: twice.span) }
      columns = words.map(\.text)
      columnsSpan = option.name.span
    case (.encoding, .text(let text)): return take(encoding: text.text, text.span)
    case (.encoding, .word(let word)): return take(encoding: word.text, word.span)
    case (.sheet, .text(let text)): (sheet, sheetSpan) = (text.text, text.span)
    case (.date, .point(let point)):
      guard case .day = point else { return malformed() }
      (day, daySpan) = (point.printed, option.name.span)
    default: return malformed()
    }
    return nil
  }

  private mutating func take(encoding written: String, _ span: Span) -> Diagnostic? {
    encoding = TextEncoding(written: written)
    guard encoding == nil else { return nil }
    return .unknownName(
      "encoding", "\"\(written)\"", span: span, nearest: nearest(to: written, in: TextEncoding.names),
      known: TextEncoding.names)
  }

  private func firstRepeated(_ words: [Word]) -> Word? {
    var seen: Set<String> = []
    return words.first { !seen.insert($0.text.lowercased()).inserted }
  }

  private static func unknown(_ option: LayoutOption) -> Diagnostic {
    if let role = Role(rawValue: option.name.text.lowercased()) {
      return .roleWithoutEqual(role.rawValue, span: option.name.span)
    }
    return .unknownName(
      "load option", option.name.text, span: option.name.span,
      nearest: nearest(to: option.name.text, in: LoadOption.names + Role.allCases.map(\.rawValue)),
      known: LoadOption.names)
  }
}
