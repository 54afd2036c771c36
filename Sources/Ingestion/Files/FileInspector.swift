import Diagnostics
import Engine

/// Looks at a file before it is read: what it is, how it is written, which columns it has.
struct FileInspector {
  let session: EngineSession
  let span: Span?

  private static let headSize = 1 << 16

  func inspect(_ file: FoundFile) throws(Mistakes) -> RawFile {
    if FileFormat.isCompressed(file.path), FileFormat.named(by: file.path) != .parquet {
      return try inspectCompressed(file)
    }
    let head: [UInt8]
    do throws(FileTrouble) {
      head = try readHead(of: file.path, limit: Self.headSize)
    } catch {
      throw Mistakes(.unreadableFile(file.shown, reason: error.words, span: span))
    }
    return try inspect(file, head, isWhole: head.count < Self.headSize)
  }

  private func inspect(_ file: FoundFile, _ head: [UInt8], isWhole: Bool) throws(Mistakes) -> RawFile {
    switch ContentKind(head) {
    case .empty: throw Mistakes(.emptyFile(file.shown, span: span))
    case .encoded(let encoding): throw Mistakes(.otherEncoding(file.shown, encoding: encoding, span: span))
    case .foreign(let words): throw Mistakes(.foreignFile(file.shown, what: words, span: span))
    case .parquet: return try inspectParquet(file)
    case .text(let skip): return try inspectText(file, Array(head.dropFirst(skip)), isWhole: isWhole)
    }
  }

  private func inspectText(_ file: FoundFile, _ text: [UInt8], isWhole: Bool) throws(Mistakes) -> RawFile {
    let first = text.first { !" \n\r\t".utf8.contains($0) }
    guard let first else { throw Mistakes(.emptyFile(file.shown, span: span)) }
    let named = FileFormat.named(by: file.path)
    if named == .parquet { throw Mistakes(.foreignFile(file.shown, what: "text, not Parquet", span: span)) }
    let isJSON = named == .jsonArray || named == .jsonLines
    if isJSON || (named == nil && (first == UInt8(ascii: "{") || first == UInt8(ascii: "["))) {
      return try inspectJSON(file, text, first: first)
    }
    return try inspectDelimited(file, text, isWhole: isWhole)
  }

  private func inspectDelimited(_ file: FoundFile, _ text: [UInt8], isWhole: Bool) throws(Mistakes) -> RawFile
  {
    let prefersTab = ["tsv", "tab"].contains(FileFormat.ending(of: file.path))
    guard let head = DelimitedHead(text, isWhole: isWhole, prefersTab: prefersTab) else {
      throw Mistakes(.emptyFile(file.shown, span: span))
    }
    if head.lacksHeader { throw Mistakes(.missingHeader(file.shown, firstCells: head.names, span: span)) }
    if head.hasOnlyHeader { throw Mistakes(.headerOnly(file.shown, span: span)) }
    return RawFile(
      file: file, layout: .delimited(delimiter: head.delimiter, isStrict: !mixesLineEnds(text)),
      names: head.names)
  }

  /// Some lines end with CR LF and some with LF alone, outside of quotes as far as can be told.
  private func mixesLineEnds(_ text: [UInt8]) -> Bool {
    var isQuoted = false
    var before: UInt8 = 0
    var counts = (with: 0, without: 0)
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted {
        if before == UInt8(ascii: "\r") { counts.with += 1 } else { counts.without += 1 }
      }
      before = byte
    }
    return counts.with > 0 && counts.without > 0
  }

  private func inspectJSON(_ file: FoundFile, _ text: [UInt8], first: UInt8) throws(Mistakes) -> RawFile {
    let format: String
    switch first {
    case UInt8(ascii: "["):
      try checkEnd(of: file)
      format = "array"
    case UInt8(ascii: "{"): format = startsWithWholeObject(text) ? "newline_delimited" : "unstructured"
    default: throw Mistakes(.notJSON(file.shown, span: span))
    }
    let source =
      "read_json(\(sqlText(file.enginePath)), format = \(sqlText(format)), maximum_depth = 1, "
      + "sample_size = -1, maximum_object_size = \(RawFile.longestRecord)"
      + (format == "newline_delimited" ? ", ignore_errors = true)" : ")")
    let names = try describe(source, file)
    if names == ["json"] { throw Mistakes(.noRecords(file.shown, span: span)) }
    return RawFile(file: file, layout: .json(format: format), names: names)
  }

  /// An array that does not end with its bracket was cut off, which the engine would not mind.
  private func checkEnd(of file: FoundFile) throws(Mistakes) {
    guard !FileFormat.isCompressed(file.path), let tail = readTail(of: file.path, limit: 4096) else { return }
    if tail.last(where: { !" \n\r\t".utf8.contains($0) }) != UInt8(ascii: "]") {
      throw Mistakes(.cutOff(file.shown, span: span))
    }
  }

  /// The first line is an object from its first to its last brace: one row on each line.
  private func startsWithWholeObject(_ text: [UInt8]) -> Bool {
    let line = text.drop { " \n\r\t".utf8.contains($0) }.prefix { $0 != UInt8(ascii: "\n") }
    return line.last { !" \r\t".utf8.contains($0) } == UInt8(ascii: "}")
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

  /// A compressed file: the engine gives its first lines.
  private func inspectCompressed(_ file: FoundFile) throws(Mistakes) -> RawFile {
    if FileFormat.named(by: file.path) == .jsonLines || FileFormat.named(by: file.path) == .jsonArray {
      return try inspectJSON(file, Array("{}".utf8), first: UInt8(ascii: "{"))
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
