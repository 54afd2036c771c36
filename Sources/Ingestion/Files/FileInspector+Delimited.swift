import Diagnostics
import Semantics
import Vocabulary

/// Delimited text: where its rows begin and end, and what its columns are called.
extension FileInspector {
  /// So much of a file's end is searched for lines below the rows.
  private static let tailSize = 1 << 16

  func inspectDelimited(_ source: TextSource) throws(Mistakes) -> RawFile {
    let file = source.file
    let prefersTab = ["tsv", "tab"].contains(FileFormat.ending(of: file.path))
    guard
      let head = DelimitedHead(
        source.text, isWhole: source.isWhole, prefersTab: prefersTab,
        mayHaveMetadata: options.header != FileOptions.Header.none)
    else { throw Mistakes(.emptyFile(file.shown, span: span)) }
    let header = try header(of: head, source)
    var layout = DelimitedLayout(delimiter: head.delimiter, hasHeader: header.rowCount > 0)
    let ends = source.lineEndsOfRows
    let isMixed = ends.kinds > 1 || source.repair == .lineEnds
    let isUsual = head.metadataCount == 0 && header.rowCount <= 1 && !isMixed
    var raw = RawFile(file: file, layout: .delimited(layout), names: header.names)
    if source.needsCopy || !isUsual || hasFooter(source, layout, width: max(header.names.count, head.width)) {
      try copyRows(source, head, header, isMixed: isMixed, &layout, &raw)
    } else if let words = lineEndWords(ends, isMixed: false) {
      raw.remarks.append(words)
    }
    layout.bareNull = BareNull.find(in: source.text, delimiter: head.delimiter)
    if let word = layout.bareNull { raw.remarks.append("\(word.rawValue) stands for a missing value") }
    if let words = delimiterWords(layout.delimiter, prefersTab: prefersTab) { raw.remarks.append(words) }
    header.remark.map { raw.remarks.append($0) }
    raw.layout = .delimited(layout)
    raw.zones = header.zones
    raw.questions = header.questions
    return raw
  }

  /// Copies the rows alone: what stands above them is known, and what stands below them is left out.
  private func copyRows(
    _ source: TextSource, _ head: DelimitedHead, _ header: HeaderReading, isMixed: Bool,
    _ layout: inout DelimitedLayout, _ raw: inout RawFile
  ) throws(Mistakes) {
    let skipped = header.rowCount + head.metadataCount
    let last = skipped == 0 ? nil : head.records[skipped - 1]
    var copy = try copy(source, skipping: last?.end ?? 0)
    layout.hasHeader = false
    layout.linesBefore = (last?.endLine ?? 1) - 1
    raw.remarks += encodingRemarks(source, copy)
    if let words = lineEndWords(copy.lineEnds, isMixed: isMixed) { raw.remarks.append(words) }
    let metadata = head.records.prefix(head.metadataCount)
    if let words = metadataWords(metadata, in: sheet) { raw.remarks.append(words) }
    raw.linesLeftOut = metadata.count
    let width = max(header.names.count, head.width)
    if let (footer, end) = try cutFooter(of: &copy, source.file, layout, width: width) {
      raw.remarks.append(footerWords(footer, end: end, in: sheet))
      raw.linesLeftOut += footer.lines.count
    }
    raw.copy = (copy.path, spool)
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

  /// Lines below the rows of a file that can be read as it stands.
  private func hasFooter(_ source: TextSource, _ layout: DelimitedLayout, width: Int) -> Bool {
    let path = source.file.path
    guard !FileFormat.isCompressed(path) || FileFormat.isGzip(path) else { return false }
    let end: [UInt8]?
    if FileFormat.isGzip(path) {
      end = try? readTextTail(of: path, limit: Self.tailSize)
    } else {
      end = readTail(of: path, limit: Self.tailSize)
    }
    guard let tail = end else { return false }
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
}
