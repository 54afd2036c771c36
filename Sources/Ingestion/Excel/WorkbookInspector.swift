import Diagnostics
import Engine
import Semantics
import Vocabulary
import Workbooks

/// Looks at an Excel workbook: which of its sheets holds the rows.
///
/// That sheet is copied as delimited text.
struct WorkbookInspector {
  let session: EngineSession
  let request: ResolvedLoad
  let span: Span?
  let spool: Spool

  /// The sheet with the rows, and what is worth telling of it.
  struct Choice {
    var copy: SheetCopy
    var remarks: [String]
  }

  /// An archive, as a workbook is one.
  static func isArchive(_ head: [UInt8]) -> Bool {
    head.starts(with: Array("PK\u{3}\u{4}".utf8)) || head.starts(with: Array("PK\u{5}\u{6}".utf8))
  }

  /// The container of Excel before 2007, and of encrypted workbooks.
  static func isOldContainer(_ head: [UInt8]) -> Bool { head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) }

  /// What to say of a file in the container of old workbooks.
  func refusalOfOldContainer(_ file: FoundFile) -> Mistakes {
    let name = "EncryptedPackage".utf8.flatMap { [UInt8]([$0, 0]) }
    let head = (try? readHead(of: file.path, limit: 1 << 20)) ?? []
    let tail = readTail(of: file.path, limit: 1 << 20) ?? []
    if Self.holds(head, name) || Self.holds(tail, name) {
      return Mistakes(.encryptedWorkbook(file.shown, span: span))
    }
    return Mistakes(.oldWorkbook(file.shown, span: span))
  }

  private static func holds(_ bytes: [UInt8], _ name: [UInt8]) -> Bool {
    guard bytes.count >= name.count else { return false }
    return (0...(bytes.count - name.count)).contains { start in
      bytes[start] == name[0] && bytes[start..<(start + name.count)].elementsEqual(name)
    }
  }

  /// Copies the sheet that was named, else the one whose rows and columns say most.
  func choose(_ file: FoundFile) throws(Mistakes) -> Choice {
    let book: Workbook
    do throws(WorkbookTrouble) { book = try Workbook(path: file.path) } catch { throw mistake(error, file) }
    if let written = request.options.sheet {
      let copy = try copy(try sheet(named: written, of: book, file), of: book, file)
      guard copy.rowCount > 0 else {
        throw Mistakes(.emptySheet(copy.sheet.name, of: file.shown, span: span))
      }
      return Choice(copy: copy, remarks: factRemarks(copy))
    }
    let shown = book.sheets.filter { !$0.isHidden }
    var copies: [SheetCopy] = []
    for sheet in shown.isEmpty ? book.sheets : shown { copies.append(try copy(sheet, of: book, file)) }
    let filled = copies.filter { $0.rowCount > 0 }
    guard let best = filled.max(by: { weight($0) < weight($1) }) else {
      throw Mistakes(.emptySheet(copies[0].sheet.name, of: file.shown, span: span))
    }
    for other in copies where other.path != best.path { spool.remove(other.path) }
    return Choice(copy: best, remarks: sheetRemarks(best, copies, book) + factRemarks(best))
  }

  private func copy(_ sheet: Workbook.Sheet, of book: Workbook, _ file: FoundFile) throws(Mistakes)
    -> SheetCopy
  {
    do throws(CopyTrouble) {
      return try SheetCopy.make(of: sheet, in: book, spool: spool) { session.cancel?.isCancelled ?? false }
    } catch {
      switch error {
      case .workbook(let trouble): throw mistake(trouble, file)
      case .file(let trouble): throw Mistakes(.unreadableFile(file.shown, reason: trouble.words, span: span))
      }
    }
  }

  // MARK: - The choice

  /// By its name, without regard to case and surrounding space.
  private func sheet(
    named written: String, of book: Workbook, _ file: FoundFile
  ) throws(Mistakes) -> Workbook.Sheet {
    let name = trimmed(written).lowercased()
    if let sheet = book.sheets.first(where: { trimmed($0.name).lowercased() == name }) { return sheet }
    let names = book.sheets.map(\.name)
    throw Mistakes(
      .unknownSheet(
        written, of: file.shown, nearest: nearestNames(to: written, among: names, limit: 3), known: names,
        span: request.options.sheetSpan ?? span))
  }

  /// A recognised export before all others; of the rest, rows times the columns that are recognised: a sheet of
  /// explanations has few of both.
  private func weight(_ copy: SheetCopy) -> (Int, Int, Int) {
    let kinds = request.kind.map { [$0] } ?? SourceKind.allCases
    let known = kinds.map { RoleMatcher(kind: $0, columns: copy.header).wishes().count }.max() ?? 0
    let rows = max(0, copy.rowCount - 1)
    let isExport = rows > 0 && ExportFormat.fitting(copy.header, asKind: request.kind) != nil
    return (isExport ? 1 : 0, rows * known, rows * copy.columnCount)
  }

  private func sheetRemarks(_ best: SheetCopy, _ copies: [SheetCopy], _ book: Workbook) -> [String] {
    guard book.sheets.count > 1 else { return [] }
    let others = copies.filter { $0.path != best.path }.map { "\($0.sheet.name) (\(size($0)))" }
    let hidden = book.sheets.filter { sheet in
      sheet.isHidden && !copies.contains { $0.sheet == sheet }
    }.map { "\($0.name) (hidden)" }
    let names = (others + hidden).prefix(8).joined(separator: ", ")
    let rest = others.count + hidden.count > 8 ? " …" : ""
    return [
      "read from the sheet \(best.sheet.name) (\(size(best))); not read: \(names)\(rest); with (sheet \"NAME\") chooses"
    ]
  }

  private func size(_ copy: SheetCopy) -> String {
    guard copy.rowCount > 0 else { return "empty" }
    let rows = copy.rowCount == 1 ? "1 row" : "\(grouped(copy.rowCount)) rows"
    return rows + (copy.columnCount == 1 ? ", 1 column" : ", \(copy.columnCount) columns")
  }

  /// What of the sheet's cells does not arrive as a reader may expect.
  private func factRemarks(_ copy: SheetCopy) -> [String] {
    var out: [String] = []
    let errors = copy.facts.errors.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !errors.isEmpty {
      let total = errors.reduce(0) { $0 + $1.value }
      let names = errors.prefix(4).map { "\($0.key) \(grouped($0.value))" }.joined(separator: ", ")
      out.append(
        total == 1
          ? "1 cell holds an error of Excel (\(errors[0].key)) and counts as missing"
          : "\(grouped(total)) cells hold an error of Excel and count as missing: \(names)")
    }
    if copy.facts.formulasWithoutValue > 0 {
      out.append(
        "\(grouped(copy.facts.formulasWithoutValue)) formulas have no stored value and count as missing; "
          + "open and save the workbook in Excel to have them worked out")
    }
    if copy.facts.mergedRanges > 0 {
      out.append(
        (copy.facts.mergedRanges == 1
          ? "1 merged range: " : "\(grouped(copy.facts.mergedRanges)) merged ranges: ")
          + "the value stands in the first cell, the others are empty")
    }
    if copy.facts.lostCells > 0 {
      out.append("\(grouped(copy.facts.lostCells)) cells are damaged and count as missing")
    }
    return out
  }

  // MARK: - Mistakes

  private func mistake(_ trouble: WorkbookTrouble, _ file: FoundFile) -> Mistakes {
    switch trouble {
    case .stopped: Mistakes(.loadingCancelled(file.shown))
    case .encrypted: Mistakes(.encryptedWorkbook(file.shown, span: span))
    case .other(let what): Mistakes(.noWorkbook(file.shown, what: what, span: span))
    case .unreadable(let words): Mistakes(.brokenWorkbook(file.shown, part: nil, reason: words, span: span))
    case .broken(let part, let words):
      Mistakes(.brokenWorkbook(file.shown, part: part, reason: words, span: span))
    case .tooLarge(let part, let bytes):
      Mistakes(.hugePart(file.shown, part: part, megabytes: grouped(bytes >> 20), span: span))
    }
  }
}
