import Workbooks

/// A sheet as a file of delimited text, in a spool.
///
/// Columns without any cell are left out, rows without any cell too.
struct SheetCopy {
  let sheet: Workbook.Sheet
  let path: String
  let places: SheetPlaces
  let facts: SheetFacts
  /// Rows with cells, that of the names among them.
  let rowCount: Int
  let columnCount: Int
  /// The first row that fills most columns: the names, as far as can be told.
  let header: [String]

  static func make(
    of sheet: Workbook.Sheet, in book: Workbook, spool: Spool, isCancelled: () -> Bool
  ) throws(CopyTrouble) -> SheetCopy {
    let first = try make(sheet, book, spool, columns: nil, isCancelled)
    guard !first.strays.isEmpty else { return first.copy }
    // A column that the first rows leave empty: the sheet is written again, with it.
    spool.remove(first.copy.path)
    return try make(sheet, book, spool, columns: first.strays.union(first.columns).sorted(), isCancelled).copy
  }

  private static func make(
    _ sheet: Workbook.Sheet, _ book: Workbook, _ spool: Spool, columns: [Int]?, _ isCancelled: () -> Bool
  ) throws(CopyTrouble) -> (copy: SheetCopy, columns: [Int], strays: Set<Int>) {
    var rows = SheetRows(sheet: sheet.name, columns: columns)
    var trouble: CopyTrouble?
    var facts = SheetFacts()
    let path: String
    do throws(FileTrouble) {
      path = try spool.write(ending: "csv") { writer throws(FileTrouble) in
        var failed: FileTrouble?
        do throws(WorkbookTrouble) {
          facts = try book.read(sheet) { row in
            rows.take(row)
            if rows.rowCount % 4096 == 0, isCancelled() { return false }
            guard rows.output.count > 1 << 16 else { return true }
            do throws(FileTrouble) { try writer.append(rows.output) } catch { failed = error }
            rows.output.removeAll(keepingCapacity: true)
            return failed == nil
          }
        } catch {
          if let failed { throw failed }
          trouble = .workbook(error)
          throw FileTrouble("")
        }
        rows.finish()
        try writer.append(rows.output)
      }
    } catch {
      throw trouble ?? .file(error)
    }
    let copy = SheetCopy(
      sheet: sheet, path: path, places: rows.places, facts: facts, rowCount: rows.rowCount,
      columnCount: rows.columns.count, header: rows.header)
    return (copy, rows.columns, rows.strays)
  }
}

/// Why a sheet has no copy.
enum CopyTrouble: Error {
  case workbook(WorkbookTrouble)
  case file(FileTrouble)
}

/// Writes the rows of a sheet as delimited text.
private struct SheetRows {
  /// The columns that are written, in their order; empty while the first rows are gathered.
  private(set) var columns: [Int]
  /// Columns with cells that are not written.
  private(set) var strays: Set<Int> = []
  private(set) var places: SheetPlaces
  private(set) var rowCount = 0
  private(set) var header: [String] = []
  /// What is to be written next.
  var output: [UInt8] = []

  private var head: [SheetRow] = []
  private var isInHead: Bool
  private var line = 1

  /// So many rows show which columns there are.
  private static let headSize = 256

  init(sheet: String, columns: [Int]?) {
    places = SheetPlaces(sheet: sheet)
    self.columns = columns ?? []
    isInHead = true
    knowsColumns = columns != nil
  }

  private let knowsColumns: Bool

  mutating func take(_ row: SheetRow) {
    rowCount += 1
    guard isInHead else { return write(row, isRagged: false) }
    head.append(row)
    if head.count >= Self.headSize { endHead() }
  }

  mutating func finish() { if isInHead { endHead() } }

  private mutating func endHead() {
    isInHead = false
    if !knowsColumns { columns = Set(head.flatMap { $0.cells.map(\.column) }).sorted() }
    let width = columns.count
    header =
      (head.first { $0.cells.count * 5 >= width * 4 } ?? head.first).map { row in row.cells.map(row.text(of:))
      }
      ?? []
    // Titles above the names fill a cell or two: they are written as short as they are, so that they can be told.
    let titles = head.prefix { $0.cells.count <= min(2, width - 2) }.count
    for (position, row) in head.enumerated() {
      write(row, isRagged: position < titles && titles < head.count)
    }
    head = []
  }

  private mutating func write(_ row: SheetRow, isRagged: Bool) {
    places.note(line: line, row: row.number)
    var next = 0
    for (position, column) in columns.enumerated() {
      while next < row.cells.count, row.cells[next].column < column {
        strays.insert(row.cells[next].column)
        next += 1
      }
      if isRagged, next >= row.cells.count { break }
      if position > 0 { output.append(UInt8(ascii: ",")) }
      if next < row.cells.count, row.cells[next].column == column {
        append(row.text[row.cells[next].bytes])
        next += 1
      }
    }
    while next < row.cells.count {
      strays.insert(row.cells[next].column)
      next += 1
    }
    output.append(UInt8(ascii: "\n"))
    line += 1
  }

  /// A field; quoted where it holds what could be taken for a delimiter of any kind.
  private mutating func append(_ field: ArraySlice<UInt8>) {
    let needsQuotes = field.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\""), 9, 10, 13: true
      default: false
      }
    }
    guard needsQuotes else { return output.append(contentsOf: field) }
    output.append(UInt8(ascii: "\""))
    for byte in field {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      if byte == 10 { line += 1 }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }
}
