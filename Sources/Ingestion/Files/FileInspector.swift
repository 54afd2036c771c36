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

  private var span: Span? { request.pathSpan.end > 0 ? request.pathSpan : nil }
  private var options: FileOptions { request.options }

  private static let headSize = 1 << 18
  /// So much of a file's end is searched for lines below the rows.
  private static let tailSize = 1 << 16

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
    var raw = try inspect(FoundFile(shown: file.shown, path: choice.copy.path), repair: repair)
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

  // MARK: - Delimited text

  private func inspectDelimited(_ source: TextSource) throws(Mistakes) -> RawFile {
    let file = source.file
    let prefersTab = ["tsv", "tab"].contains(FileFormat.ending(of: file.path))
    guard
      let head = DelimitedHead(
        source.text, isWhole: source.isWhole, prefersTab: prefersTab,
        mayHaveMetadata: options.header != FileOptions.Header.none)
    else { throw Mistakes(.emptyFile(file.shown, span: span)) }
    let header = try header(of: head, source)
    var layout = DelimitedLayout(delimiter: head.delimiter, hasHeader: header.rowCount > 0)
    let width = max(header.names.count, head.width)
    let ends = source.lineEndsOfRows
    let isMixed = ends.kinds > 1 || source.repair == .lineEnds
    let isUsual = head.metadataCount == 0 && header.rowCount <= 1 && !isMixed
    var remarks: [String] = []
    var raw = RawFile(file: file, layout: .delimited(layout), names: header.names)
    if source.needsCopy || !isUsual || hasFooter(source, layout, width: width) {
      // The rows alone are copied: what stands above them is known.
      let skipped = header.rowCount + head.metadataCount
      let last = skipped == 0 ? nil : head.records[skipped - 1]
      var copy = try copy(source, skipping: last?.end ?? 0)
      layout.hasHeader = false
      layout.linesBefore = (last?.endLine ?? 1) - 1
      remarks += encodingRemarks(source, copy)
      if let words = lineEndWords(copy.lineEnds, isMixed: isMixed) { remarks.append(words) }
      let metadata = head.records.prefix(head.metadataCount)
      if let words = metadataWords(metadata) { remarks.append(words) }
      raw.linesLeftOut = metadata.count
      if let (footer, end) = try cutFooter(of: &copy, file, layout, width: width) {
        remarks.append(footerWords(footer, end: end))
        raw.linesLeftOut += footer.lines.count
      }
      raw.copy = (copy.path, spool)
    } else if let words = lineEndWords(ends, isMixed: false) {
      remarks.append(words)
    }
    layout.bareNull = BareNull.find(in: source.text, delimiter: head.delimiter)
    if let word = layout.bareNull { remarks.append("\(word.rawValue) stands for a missing value") }
    if let words = delimiterWords(layout.delimiter, prefersTab: prefersTab) { remarks.append(words) }
    header.remark.map { remarks.append($0) }
    raw.layout = .delimited(layout)
    raw.remarks = remarks
    raw.zones = header.zones
    return raw
  }

  private func header(of head: DelimitedHead, _ source: TextSource) throws(Mistakes) -> HeaderReading {
    let records = head.records[head.metadataCount...]
    let cells = records.first?.fields ?? []
    do throws(HeaderReading.Trouble) {
      return try HeaderReading(records, width: head.width, options: options, isWhole: source.isWhole)
    } catch .looksLikeData {
      let count = max(head.width, cells.count)
      throw Mistakes(
        .missingHeader(
          source.file.shown, firstCells: cells, statement: statement(header: "none", columns: count),
          other: statement(header: "1", columns: 0), span: span))
    } catch .otherColumnCount(let count) {
      throw Mistakes(
        .otherColumnCount(
          source.file.shown, written: options.columns.count, found: count, firstCells: cells,
          span: options.columnsSpan ?? span))
    } catch {
      throw Mistakes(.headerOnly(source.file.shown, span: span))
    }
  }

  /// The `load` as it was written, with what it lacks.
  private func statement(header: String, columns: Int) -> String {
    var options = options
    if header == "none" {
      options.header = FileOptions.Header.none
      if options.columns.isEmpty { options.columns = (0..<columns).map { "c\($0 + 1)" } }
    } else {
      (options.header, options.columns) = (.rows(1), [])
    }
    var items = options.items
    items += request.roles.map { "\($0.role.rawValue) = \(writtenColumn($0.column))" }
    let words = ["load", request.kind?.rawValue, "\"\(request.path)\"", request.alias.map { "as \($0)" }]
    return words.compactMap { $0 }.joined(separator: " ") + " with (\(items.joined(separator: ", ")))"
  }

  // MARK: - Copies

  private func copy(_ source: TextSource, skipping: Int) throws(Mistakes) -> TextCopy {
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

  /// Lines below the rows of a file that can be read as it stands.
  private func hasFooter(_ source: TextSource, _ layout: DelimitedLayout, width: Int) -> Bool {
    guard !FileFormat.isCompressed(source.file.path) else { return false }
    guard let tail = readTail(of: source.file.path, limit: Self.tailSize) else { return false }
    return FooterFinder(tail, isWhole: tail.count < Self.tailSize, delimiter: layout.delimiter, width: width)
      != nil
  }

  /// Leaves lines below the rows out of a copy; gives them with the number of the line behind them.
  private func cutFooter(
    of copy: inout TextCopy, _ file: FoundFile, _ layout: DelimitedLayout, width: Int
  ) throws(Mistakes) -> (FooterFinder, end: Int)? {
    guard let tail = readTail(of: copy.path, limit: Self.tailSize) else { return nil }
    let footer = FooterFinder(
      tail, isWhole: tail.count < Self.tailSize, delimiter: layout.delimiter, width: width)
    guard let footer else { return nil }
    var shorter = copy
    try reading(file) { () throws(FileTrouble) in
      try shorter.cut(at: shorter.byteCount - tail.count + footer.start)
    }
    copy = shorter
    return (footer, copy.lineEnds.all + (tail.last == UInt8(ascii: "\n") ? 1 : 2))
  }

  private func reading<Value>(
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
      return try inspectJSON(file, Array("{}".utf8))
    }
    let source = """
      select c0 from read_csv(\(sqlText(file.enginePath)), columns = {'c0': 'VARCHAR'}, auto_detect = false, \
      header = false, delim = '\u{1}', quote = '', escape = '') limit 200
      """
    let result: ResultSet
    do throws(EngineError) {
      result = try session.query(source)
    } catch {
      throw session.mistake(error, reading: file.shown, span: span)
    }
    let lines = (0..<result.rowCount).map { result.columns.first?.text($0) ?? "" }
    return try inspect(file, Array(lines.joined(separator: "\n").utf8), isWhole: lines.count < 200)
  }
}
