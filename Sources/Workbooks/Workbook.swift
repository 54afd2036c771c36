import CWorkbook

/// An Excel workbook (`.xlsx`, `.xlsm`), in the usual or the strict form of Office Open XML.
///
/// It must not be used by two threads at a time.
public final class Workbook {
  /// A sheet with cells; charts and macros are none.
  public struct Sheet: Equatable, Sendable {
    public var name: String
    public var isHidden: Bool
    /// The name of its part in the archive.
    let part: String
  }

  /// The sheets in the order of their tabs.
  public let sheets: [Sheet]

  let archive: Archive
  /// Days are counted from 1904 on, as old Macs did.
  let countsFrom1904: Bool
  private let stylesPart: String?
  private let textsPart: String?
  private var parts: (styles: NumberFormats, texts: SharedTexts)?

  /// Opens a file and reads which sheets it has.
  public init(path: String) throws(WorkbookTrouble) {
    archive = try Archive(path: path)
    guard let main = try Self.mainPart(of: archive) else { throw .other(Self.contents(of: archive)) }
    let index = BookReader()
    try index.read(main, in: archive)
    countsFrom1904 = index.countsFrom1904
    let relations = try Relations(of: main, in: archive)
    sheets = index.sheets.compactMap { sheet in
      guard let relation = relations.byID[sheet.relation], relation.type == "worksheet" else { return nil }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: relation.target)
    }
    stylesPart = relations.target(ofType: "styles")
    textsPart = relations.target(ofType: "sharedStrings")
    if sheets.isEmpty { throw .broken(part: main, reason: "it names no sheet with cells") }
  }

  /// Reads the rows of a sheet from its first to its last; `body` gives false to stop.
  ///
  /// Rows without cells, and cells without a value, are not given.
  public func read(_ sheet: Sheet, _ body: (SheetRow) -> Bool) throws(WorkbookTrouble) -> SheetFacts {
    let (formats, texts) = try sharedParts()
    return try withoutActuallyEscaping(body) { (body) throws(WorkbookTrouble) in
      let reader = SheetReader(formats: formats, texts: texts, countsFrom1904: countsFrom1904, body)
      try reader.read(sheet.part, in: archive)
      if reader.isStopped { throw .stopped }
      return reader.facts
    }
  }

  private func sharedParts() throws(WorkbookTrouble) -> (NumberFormats, SharedTexts) {
    if let parts { return parts }
    let styles = NumberFormats()
    if let stylesPart, archive.holds(stylesPart) { try styles.read(stylesPart, in: archive) }
    let texts = SharedTexts()
    if let textsPart, archive.holds(textsPart) { try texts.read(textsPart, in: archive) }
    parts = (styles, texts)
    return (styles, texts)
  }

  private static func mainPart(of archive: Archive) throws(WorkbookTrouble) -> String? {
    if archive.holds("_rels/.rels") {
      let main = try Relations(of: "", in: archive).target(ofType: "officeDocument")
      if let main, main.hasSuffix(".xml"), archive.holds(main), !main.hasPrefix("word/"),
        !main.hasPrefix("ppt/")
      {
        return main
      }
    }
    return archive.holds("xl/workbook.xml") ? "xl/workbook.xml" : nil
  }

  /// What an archive is that holds no workbook.
  private static func contents(of archive: Archive) -> String {
    let names = archive.names
    func holds(_ beginning: String) -> Bool { names.contains { $0.hasPrefix(beginning) } }
    if holds("xl/workbook.bin") { return "a binary Excel workbook (.xlsb)" }
    if holds("word/") { return "a Word document" }
    if holds("ppt/") { return "a PowerPoint presentation" }
    if holds("Index/") { return "a Numbers or Pages document" }
    if holds("mimetype"), holds("content.xml") { return "an OpenDocument file" }
    let shown = names.filter { !$0.hasSuffix("/") }.prefix(3).joined(separator: ", ")
    return shown.isEmpty ? "an empty zip archive" : "a zip archive with \(shown)"
  }
}

/// What a workbook says of its sheets.
private final class BookReader: PartReader {
  var sheets: [(name: String, isHidden: Bool, relation: String)] = []
  var countsFrom1904 = false

  override func start(_ element: Element, _ attributes: Attributes) {
    if element == CWORKBOOK_PROPERTIES { countsFrom1904 = attributes.flag("date1904") }
    guard element == CWORKBOOK_SHEET, let name = attributes.text("name"), let id = attributes.text("id")
    else {
      return
    }
    let state = attributes.text("state") ?? "visible"
    sheets.append((name, state != "visible", id))
  }
}

/// Which parts belong to a part.
private final class Relations: PartReader {
  private(set) var byID: [String: (type: String, target: String)] = [:]
  private let folder: String

  /// - Parameter part: the part's name; empty for the whole archive.
  init(of part: String, in archive: Archive) throws(WorkbookTrouble) {
    let slash = part.lastIndex(of: "/")
    folder = slash.map { String(part[...$0]) } ?? ""
    super.init()
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    try read("\(folder)_rels/\(name).rels", in: archive)
  }

  /// The first of a type, by the last word of the type's address: the strict form has other addresses.
  func target(ofType type: String) -> String? {
    byID.sorted { $0.key < $1.key }.first { $0.value.type == type }?.value.target
  }

  override func start(_ element: Element, _ attributes: Attributes) {
    guard element == CWORKBOOK_RELATION, let id = attributes.text("Id"),
      let target = attributes.text("Target")
    else { return }
    let type = attributes.text("Type")?.split(separator: "/").last.map(String.init) ?? ""
    byID[id] = (type, resolved(target))
  }

  private func resolved(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
