import CWorkbook

/// A row of a sheet: the cells that hold something, from left to right.
public struct SheetRow: Sendable {
  public struct Cell: Sendable {
    /// From 0.
    public var column: Int
    /// Its bytes in `text`, UTF-8.
    public var bytes: Range<Int>
  }
  /// The row's number in the sheet, from 1.
  public var number = 0
  public var cells: [Cell] = []
  public var text: [UInt8] = []

  /// A cell's text.
  public func text(of cell: Cell) -> String { String(decoding: text[cell.bytes], as: UTF8.self) }
}

/// What is worth telling of a sheet's cells.
public struct SheetFacts: Equatable, Sendable {
  /// Cells with an error, by its name: `#N/A`.
  public var errors: [String: Int] = [:]
  /// Ranges of cells that are shown as one.
  public var mergedRanges = 0
  /// Formulas whose value was not stored: the program that wrote the file did not work them out.
  public var formulasWithoutValue = 0
  /// Cells that name a text that is not there, or stand in another order than their places.
  public var lostCells = 0

  public init() {}
}

/// Follows the cells of a sheet.
final class SheetReader: PartReader {
  private(set) var facts = SheetFacts()

  private let formats: NumberFormats
  private let texts: SharedTexts
  private let countsFrom1904: Bool
  private let body: (SheetRow) -> Bool
  private var row = SheetRow()
  private var cell = cworkbook_cell()
  private var isInRow = false
  private var isInCell = false
  private var takesText = false
  private var hasFormula = false
  private var phoneticDepth = 0
  private var column = -1
  private var value: [UInt8] = []

  init(formats: NumberFormats, texts: SharedTexts, countsFrom1904: Bool, _ body: @escaping (SheetRow) -> Bool)
  {
    self.formats = formats
    self.texts = texts
    self.countsFrom1904 = countsFrom1904
    self.body = body
  }

  override func start(_ element: Element, _ attributes: Attributes) {
    switch element {
    case CWORKBOOK_CELL where isInRow:
      cell = attributes.cell
      column = cell.column > 0 ? Int(cell.column) - 1 : column + 1
      value.removeAll(keepingCapacity: true)
      (isInCell, hasFormula) = (true, false)
    case CWORKBOOK_VALUE, CWORKBOOK_TEXT: takesText = isInCell && phoneticDepth == 0
    case CWORKBOOK_ROW:
      let number = Int(attributes.cell.row)
      row.number = number > 0 ? number : row.number + 1
      row.cells.removeAll(keepingCapacity: true)
      row.text.removeAll(keepingCapacity: true)
      (isInRow, column) = (true, -1)
    case CWORKBOOK_PHONETIC: phoneticDepth += 1
    case CWORKBOOK_FORMULA: hasFormula = true
    case CWORKBOOK_MERGE: facts.mergedRanges += 1
    default: break
    }
  }

  override func text(_ piece: UnsafeRawBufferPointer) {
    if takesText { unsafe value.append(contentsOf: piece) }
  }

  override func end(_ element: Element) {
    switch element {
    case CWORKBOOK_VALUE, CWORKBOOK_TEXT: takesText = false
    case CWORKBOOK_CELL where isInCell:
      isInCell = false
      endCell()
    case CWORKBOOK_ROW:
      isInRow = false
      if !row.cells.isEmpty, !body(row) { stop() }
    case CWORKBOOK_PHONETIC: phoneticDepth -= 1
    default: break
    }
  }

  private func endCell() {
    let start = row.text.count
    switch cell.type {
    case CWORKBOOK_SHARED:
      guard let number = Int(String(decoding: value, as: UTF8.self)), let range = texts.range(number) else {
        facts.lostCells += 1
        return
      }
      row.text.append(contentsOf: texts.bytes[range])
    case CWORKBOOK_STRING:
      row.text.append(contentsOf: value)
      unescape(&row.text, from: start)
    case CWORKBOOK_BOOLEAN:
      row.text.append(contentsOf: (value == [49] ? "TRUE" : value.isEmpty ? "" : "FALSE").utf8)
    case CWORKBOOK_ERROR: facts.errors[String(decoding: value, as: UTF8.self), default: 0] += 1
    case CWORKBOOK_DATE:
      // `2026-07-01T10:00:00`; the readers of cells know it.
      row.text.append(contentsOf: value)
    default: appendNumber()
    }
    if value.isEmpty, hasFormula { facts.formulasWithoutValue += 1 }
    guard row.text.count > start else { return }
    // Cells stand in order; one that does not would shift the others.
    if let last = row.cells.last, column <= last.column {
      facts.lostCells += 1
      return row.text.removeSubrange(start...)
    }
    row.cells.append(SheetRow.Cell(column: column, bytes: start..<row.text.count))
  }

  private func appendNumber() {
    let meaning = cell.style > 0 ? formats.meaning(of: Int(cell.style)) : .number
    if meaning == .number {
      // Most numbers are short and written plainly.
      let isPlain = value.count < 16 && value.allSatisfy { ($0 >= 48 && $0 <= 57) || $0 == 45 || $0 == 46 }
      if isPlain { return row.text.append(contentsOf: value) }
      return row.text.append(contentsOf: CellText.number(String(decoding: value, as: UTF8.self)).utf8)
    }
    let stored = String(decoding: value, as: UTF8.self)
    guard !stored.isEmpty else { return }
    let moment = Double(stored).flatMap { CellText.moment($0, meaning, from1904: countsFrom1904) }
    row.text.append(contentsOf: (moment ?? CellText.number(stored)).utf8)
  }
}
