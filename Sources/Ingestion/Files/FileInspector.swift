import DataModel
import Diagnostics
import Engine
import Semantics
import Vocabulary

/// Why a file has to be read in another way than its beginning suggests.
enum FileRepair: Sendable {
  /// The engine met bytes that are not UTF-8.
  case encoding
  /// The engine met line ends of several forms.
  case lineEnds

  /// What is wrong, in words.
  var words: String {
    switch self {
    case .encoding: "it holds bytes that are no characters"
    case .lineEnds: "its lines end in several ways"
    }
  }
}

/// Looks at a file before it is read: what it is, how it is written, which columns it has.
///
/// What the engine cannot read as it stands is copied in a form that it can: another encoding, lines above the header,
/// several header rows, lines below the rows, mixed line ends.
struct FileInspector {
  let session: EngineSession
  let request: ResolvedLoad
  /// Where copies are kept.
  let spool: Spool

  /// The sheet of a workbook whose copy is looked at.
  var sheet: SheetPlaces?

  var span: Span? { request.pathSpan.end > 0 ? request.pathSpan : nil }
  var options: FileOptions { request.options }

  private static let headSize = 1 << 18

  /// - Parameter repair: what reading the whole file has shown to be necessary.
  func inspect(_ file: FoundFile, repair: FileRepair? = nil) throws(Mistakes) -> RawFile {
    if FileFormat.isCompressed(file.path), FileFormat.named(by: file.path) != .parquet,
      !FileFormat.isGzip(file.path)
    {
      return try inspectCompressed(file)
    }
    let head = try reading(file) { () throws(FileTrouble) in
      try readHead(of: file.path, limit: Self.headSize)
    }
    if let raw = try inspectWorkbook(file, head, repair) { return raw }
    return try inspect(file, head, isWhole: head.count < Self.headSize, repair)
  }

  /// Reads a workbook's sheet from a copy as delimited text; nil for any other file.
  private func inspectWorkbook(
    _ file: FoundFile, _ head: [UInt8], _ repair: FileRepair?
  ) throws(Mistakes) -> RawFile? {
    let inspector = WorkbookInspector(session: session, request: request, span: span, spool: spool)
    if WorkbookInspector.isOldContainer(head) { throw inspector.refusalOfOldContainer(file) }
    guard WorkbookInspector.isArchive(head) else {
      guard options.sheet != nil, !spool.holds(file.path) else { return nil }
      throw Mistakes(.sheetOfNoWorkbook(file.shown, span: options.sheetSpan ?? span))
    }
    let choice = try inspector.choose(file)
    var inner = self
    inner.sheet = choice.copy.places
    var raw = try inner.inspect(FoundFile(shown: file.shown, path: choice.copy.path), repair: repair)
    if raw.copy == nil { raw.copy = (choice.copy.path, spool) }
    raw.file = file
    raw.sheet = choice.copy.places
    raw.remarks = choice.remarks + raw.remarks
    return raw
  }

  private func inspect(
    _ file: FoundFile, _ head: [UInt8], isWhole: Bool, _ repair: FileRepair? = nil
  ) throws(Mistakes) -> RawFile {
    switch ContentKind(head) {
    case .empty: throw Mistakes(.emptyFile(file.shown, span: span))
    case .foreign("a binary file") where options.encoding != nil:
      return try inspectText(file, head, isWhole: isWhole, found: nil, mark: 0, repair)
    case .foreign(let words): throw Mistakes(.foreignFile(file.shown, what: words, span: span))
    case .parquet: return try inspectParquet(file)
    case .text(let encoding, let mark):
      return try inspectText(file, head, isWhole: isWhole, found: encoding, mark: mark, repair)
    }
  }

  /// Finds the encoding, and looks at the beginning in UTF-8.
  private func inspectText(
    _ file: FoundFile, _ head: [UInt8], isWhole: Bool, found: TextEncoding?, mark: Int, _ repair: FileRepair?
  ) throws(Mistakes) -> RawFile {
    let isClean = found == .utf8 && repair == nil && (options.encoding ?? .utf8) == .utf8
    var encoding = options.encoding ?? found
    if options.encoding == .utf16, let found, found != .utf8 { encoding = found }
    if encoding == nil || (repair == .encoding && options.encoding == nil) {
      encoding = try reading(file) { () throws(FileTrouble) in
        try EncodingFinder(path: file.path, mark: mark).find()
      }
    }
    let known = encoding ?? .utf8
    let text = try reading(file) { () throws(FileTrouble) in
      try decoded(Array(head.dropFirst(mark)), from: known)
    }
    let source = TextSource(
      file: file, encoding: known, mark: mark, raw: head, text: text, isWhole: isWhole, needsCopy: !isClean,
      repair: repair)
    return try inspectText(source)
  }

  private func inspectText(_ source: TextSource) throws(Mistakes) -> RawFile {
    let file = source.file
    let first = source.text.first { !" \n\r\t".utf8.contains($0) }
    guard let first else { throw Mistakes(.emptyFile(file.shown, span: span)) }
    let named = FileFormat.named(by: file.path)
    if named == .parquet { throw Mistakes(.foreignFile(file.shown, what: "text, not Parquet", span: span)) }
    let isJSON = named == .jsonArray || named == .jsonLines
    guard isJSON || (named == nil && (first == UInt8(ascii: "{") || first == UInt8(ascii: "["))) else {
      return try inspectDelimited(source)
    }
    guard source.needsCopy else {
      // The engine reads JSON as a whole or not at all.
      let isUTF8 = try reading(file) { () throws(FileTrouble) in
        if source.isWhole { return true }
        return try EncodingFinder(path: file.path).isUTF8()
      }
      return isUTF8
        ? try inspectJSON(file, source.text) : try inspect(file, repair: .encoding)
    }
    let copy = try copy(source, skipping: 0)
    var raw = try inspectJSON(FoundFile(shown: file.shown, path: copy.path), source.text)
    raw.file = file
    if raw.copy == nil { raw.copy = (copy.path, spool) }
    raw.remarks = encodingRemarks(source, copy) + raw.remarks
    return raw
  }

  // MARK: - Copies

  func copy(_ source: TextSource, skipping: Int) throws(Mistakes) -> TextCopy {
    if FileFormat.isCompressed(source.file.path), !FileFormat.isGzip(source.file.path) {
      throw Mistakes(.compressedInOtherForm(source.file.shown, span: span))
    }
    let ending = FileFormat.ending(of: source.file.path)
    return try reading(source.file) { () throws(FileTrouble) in
      try TextCopy.make(
        of: source.file.path, from: source.encoding, mark: source.mark, skipping: skipping,
        ending: ending.isEmpty ? "csv" : ending, in: spool,
        isCancelled: { session.cancel?.isCancelled ?? false })
    }
  }

  func reading<Value>(
    _ file: FoundFile, _ body: () throws(FileTrouble) -> Value
  ) throws(Mistakes) -> Value {
    do throws(FileTrouble) {
      return try body()
    } catch {
      if error.isCancelled { throw Mistakes(.loadingCancelled(file.shown)) }
      throw Mistakes(.unreadableFile(file.shown, reason: error.words, span: span))
    }
  }

  // MARK: - Other formats

  private func inspectJSON(_ file: FoundFile, _ text: [UInt8]) throws(Mistakes) -> RawFile {
    try JSONInspector(session: session, span: span, spool: spool).inspect(file, head: text)
  }

  private func inspectParquet(_ file: FoundFile) throws(Mistakes) -> RawFile {
    let names = try describe("read_parquet(\(sqlText(file.enginePath)))", file)
    return RawFile(file: file, layout: .parquet, names: names)
  }

  private func describe(_ source: String, _ file: FoundFile) throws(Mistakes) -> [String] {
    do throws(EngineError) {
      let result = try session.query("describe select * from \(source)")
      let names = result.column("column_name")
      return (0..<result.rowCount).compactMap { names?.text($0) }
    } catch {
      throw session.mistake(error, reading: file.shown, span: span)
    }
  }

  /// A file packed in another way than gzip: the engine gives its first lines.
  private func inspectCompressed(_ file: FoundFile) throws(Mistakes) -> RawFile {
    let format = FileFormat.named(by: file.path)
    if format == .jsonLines || format == .jsonArray {
      do throws(Mistakes) {
        return try inspectJSON(file, Array("{}".utf8))
      } catch {
        // What is no JSON may be JSON in another encoding, and nothing but the engine can unpack it.
        let isEncoding = error.list.contains {
          $0.code == "no-records"
            || ($0.code == "engine-cannot-read" && $0.message.lowercased().contains("utf"))
        }
        guard isEncoding else { throw error }
        throw Mistakes(.compressedInOtherForm(file.shown, span: span))
      }
    }
    let source = """
      select c0 from read_csv(\(sqlText(file.enginePath)), columns = {'c0': 'VARCHAR'}, auto_detect = false, \
      header = false, delim = '\u{1}', quote = '', escape = '') limit 200
      """
    let result: ResultSet
    do throws(EngineError) {
      result = try session.query(source)
    } catch {
      if error.message.contains("utf-8") || error.message.contains("UTF-8") {
        throw Mistakes(.compressedInOtherForm(file.shown, span: span))
      }
      throw session.mistake(error, reading: file.shown, span: span)
    }
    let lines = (0..<result.rowCount).map { result.columns.first?.text($0) ?? "" }
    return try inspect(file, Array(lines.joined(separator: "\n").utf8), isWhole: lines.count < 200)
  }
}
