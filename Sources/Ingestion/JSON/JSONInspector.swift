import Diagnostics
import Engine

/// Looks at a JSON file: where its rows are and which columns they have.
struct JSONInspector {
  let session: EngineSession
  let span: Span?
  /// Where the rows of a wrapped file are copied to.
  let spool: Spool

  /// - Parameter head: the beginning of the text; what it holds may be cut anywhere.
  func inspect(_ file: FoundFile, head: [UInt8]) throws(Mistakes) -> RawFile {
    let path = file.path
    let first = head.first { !" \n\r\t".utf8.contains($0) }
    switch first {
    case UInt8(ascii: "["): return try inspectArray(file, path)
    case UInt8(ascii: "{"): return try inspectObjects(file, path, head)
    default: throw Mistakes(.notJSON(file.shown, span: span))
    }
  }

  private func inspectArray(_ file: FoundFile, _ path: String) throws(Mistakes) -> RawFile {
    try checkEnd(of: file, path)
    return try describe(file, path, format: "array")
  }

  /// An array that does not end with its bracket was cut off, which the engine would not mind.
  private func checkEnd(of file: FoundFile, _ path: String) throws(Mistakes) {
    guard !FileFormat.isCompressed(path), let tail = readTail(of: path, limit: 4096) else { return }
    if tail.last(where: { !" \n\r\t".utf8.contains($0) }) != UInt8(ascii: "]") {
      throw Mistakes(.cutOff(file.shown, span: span))
    }
  }

  /// Its text can be had: it is plain, or packed as gzip.
  private func isReadable(_ path: String) -> Bool {
    !FileFormat.isCompressed(path) || FileFormat.isGzip(path)
  }

  // MARK: - Objects

  /// One object on each line, several one after the other, or one that wraps the rows.
  private func inspectObjects(_ file: FoundFile, _ path: String, _ head: [UInt8]) throws(Mistakes) -> RawFile
  {
    if !isReadable(path) { return try describe(file, path, format: "newline_delimited") }
    let scan = try scan(file, path) { $0.hasSeveralValues }
    let isNamedLines = FileFormat.named(by: file.path) == .jsonLines
    if let fault = scan.fault {
      // One line of many may be broken; its row is rejected.
      if isNamedLines || firstLineIsWhole(head) {
        return try describe(file, path, format: "newline_delimited")
      }
      throw Mistakes(malformed(file, fault))
    }
    if scan.hasSeveralValues || isNamedLines {
      let pages = try JSONPages(scan) { () throws(Mistakes) in try self.scan(file, path) }
      if let pages {
        return try inspectPages(file, path, pages)
      }
      return try describe(file, path, format: scan.firstIsOnOneLine ? "newline_delimited" : "unstructured")
    }
    guard let rows = wrappedRows(scan) else { return try describe(file, path, format: "unstructured") }
    return try inspectWrapper(file, path, rows, scan)
  }

  /// The first line is an object from its first to its last brace.
  private func firstLineIsWhole(_ text: [UInt8]) -> Bool {
    let line = text.drop { " \n\r\t".utf8.contains($0) }.prefix { $0 != UInt8(ascii: "\n") }
    return line.last { !" \r\t".utf8.contains($0) } == UInt8(ascii: "}")
  }

  /// The largest array of objects in an object that has no identity of its own.
  private func wrappedRows(_ scan: JSONScan) -> JSONScan.ArrayPlace? { scan.wrappedRows }

  /// Copies the array alone, which then is read as a file of its own.
  private func inspectWrapper(
    _ file: FoundFile, _ path: String, _ rows: JSONScan.ArrayPlace, _ scan: JSONScan
  ) throws(Mistakes) -> RawFile {
    let copied: String
    do throws(FileTrouble) {
      copied = try spool.write(ending: "json") { writer throws(FileTrouble) in
        try Self.copy(rows.bytes, of: path, to: &writer)
      }
    } catch {
      throw Mistakes(.unreadableFile(file.shown, reason: error.words, span: span))
    }
    var raw = try describe(file, copied, format: "array")
    raw.copy = (copied, spool)
    guard case .json(var layout) = raw.layout else { return raw }
    layout.linesBefore = rows.line - 1
    raw.layout = .json(layout)
    raw.remarks.insert(wrapperWords(rows, scan), at: 0)
    return raw
  }

  /// Copies the arrays of all pages as one, which then is read as a file of its own.
  private func inspectPages(_ file: FoundFile, _ path: String, _ pages: JSONPages) throws(Mistakes) -> RawFile
  {
    let copied: String
    do throws(FileTrouble) {
      copied = try spool.write(ending: "json") { writer throws(FileTrouble) in
        try pages.copy(of: path, to: &writer)
      }
    } catch {
      throw Mistakes(.unreadableFile(file.shown, reason: error.words, span: span))
    }
    var raw = try describe(file, copied, format: "array")
    raw.copy = (copied, spool)
    raw.remarks.insert(pages.words, at: 0)
    return raw
  }

  private func wrapperWords(_ rows: JSONScan.ArrayPlace, _ scan: JSONScan) -> String {
    let name = rows.path.joined(separator: ".")
    let count = rows.objects == 1 ? "1 object" : "\(grouped(rows.objects)) objects"
    let others = scan.topKeys.filter { $0 != rows.path.first }.map(shownName)
    let rest = others.isEmpty ? "" : "; not read: " + others.prefix(8).joined(separator: ", ")
    return "the rows are the \(count) in \(shownName(name))" + rest + (others.count > 8 ? " …" : "")
  }

  private static func copy(
    _ bytes: Range<Int>, of path: String, to writer: inout SpoolWriter
  ) throws(FileTrouble) {
    var offset = 0
    try readText(of: path) { piece throws(FileTrouble) in
      let low = max(bytes.lowerBound - offset, 0)
      let high = min(bytes.upperBound - offset, piece.count)
      offset += piece.count
      guard low < high else { return offset < bytes.upperBound }
      try writer.append(piece.extracting(low..<high))
      return offset < bytes.upperBound
    }
  }

  // MARK: - Columns

  private func describe(_ file: FoundFile, _ path: String, format: String) throws(Mistakes) -> RawFile {
    let options = JSONLayout(format: format).options
    let enginePath = FoundFile(shown: file.shown, path: path).enginePath
    let members: [JSONShape.Member]
    do throws(EngineError) {
      let result = try session.query(
        "describe select * from read_json(\(sqlText(enginePath)), maximum_depth = -1, sample_size = -1, "
          + "map_inference_threshold = -1, field_appearance_threshold = 0\(options))")
      members = (0..<result.rowCount).map { row in
        JSONShape.Member(
          name: result.column("column_name")?.text(row) ?? "",
          shape: JSONShape(type: result.column("column_type")?.text(row) ?? ""))
      }
    } catch {
      if error.message.contains("Duplicate name") { return try describeWhole(file, path, format) }
      throw try mistake(error, file, path)
    }
    if members.map(\.name) == ["json"] { try checkRows(file, path) }
    if Set(members.map { $0.name.lowercased() }).count < members.count || hasTwins(members) {
      return try describeWhole(file, path, format)
    }
    var flattening = JSONFlattening(format: format, keys: members)
    for pivot in flattening.pivots.reversed() {
      let ids = try ids(of: pivot, flattening.layout, file, enginePath)
      if ids.isEmpty || ids.count > JSONFlattening.mostIds {
        flattening.keepWhole(pivot)
      } else {
        flattening.fill(pivot, ids: ids)
      }
    }
    return raw(file, flattening.layout, flattening.remarks)
  }

  private func raw(_ file: FoundFile, _ layout: JSONLayout, _ remarks: [String]) -> RawFile {
    var raw = RawFile(file: file, layout: .json(layout), names: layout.columns.map(\.name))
    raw.remarks = remarks
    return raw
  }

  /// The engine tells keys that differ only in case apart by a number, `Id` and `id_1`, which are no keys of the file.
  private func hasTwins(_ members: [JSONShape.Member]) -> Bool {
    let names = Set(members.map { $0.name.lowercased() })
    return members.contains { member in
      guard let mark = member.name.lastIndex(of: "_"), Int(member.name[mark...].dropFirst()) != nil else {
        return false
      }
      return names.contains(member.name[..<mark].lowercased())
    }
  }

  /// Reads objects as a whole: their keys as they are, each value as a text.
  private func describeWhole(_ file: FoundFile, _ path: String, _ format: String) throws(Mistakes) -> RawFile
  {
    var layout = JSONLayout(format: format)
    let enginePath = FoundFile(shown: file.shown, path: path).enginePath
    do throws(EngineError) {
      let result = try session.query(
        "select k from (select unnest(json_keys(json)) as k, row_number() over () as n from "
          + "\(layout.source(enginePath, keys: []))) group by 1 order by min(n), 1")
      layout.columns = (0..<result.rowCount).map { row in
        let key = result.columns[0].text(row) ?? ""
        return JSONLayout.Column(
          name: key, key: 0, cell: "json_extract_string(json, \(sqlText(Self.path(to: key))))")
      }
    } catch {
      throw try mistake(error, file, path)
    }
    return raw(
      file, layout,
      ["some keys differ only in capitals: objects in objects and lists stay JSON texts"])
  }

  private static func path(to key: String) -> String {
    var out = "$.\""
    for character in key {
      if character == "\"" || character == "\\" { out.append("\\") }
      out.append(character)
    }
    return out + "\""
  }

  /// The ids of a list of `{id, value}`, numbers in their order.
  private func ids(
    of pivot: JSONFlattening.Pivot, _ layout: JSONLayout, _ file: FoundFile, _ enginePath: String
  ) throws(Mistakes) -> [String] {
    do throws(EngineError) {
      let result = try session.query(
        "select distinct struct_extract(e, \(sqlText(pivot.idName))) as id from (select unnest(\(pivot.list)) as e from "
          + "\(layout.source(enginePath, keys: [pivot.key]))) where id is not null order by length(id), id")
      return (0..<result.rowCount).compactMap { result.columns[0].text($0) }
    } catch {
      throw try mistake(error, file, enginePath)
    }
  }

  // MARK: - Mistakes

  /// What the engine calls malformed, with its place.
  private func mistake(_ error: EngineError, _ file: FoundFile, _ path: String) throws(Mistakes) -> Mistakes {
    if error.kind != .cancelled, isReadable(path) {
      let scan = try scan(file, path)
      if let fault = scan.fault { return Mistakes(malformed(file, fault)) }
    }
    return session.mistake(error, reading: file.shown, span: span)
  }

  /// Refuses a file whose values are not all objects.
  private func checkRows(_ file: FoundFile, _ path: String) throws(Mistakes) {
    guard isReadable(path) else { throw Mistakes(.noRecords(file.shown, span: span)) }
    let scan = try scan(file, path)
    if let fault = scan.fault { throw Mistakes(malformed(file, fault)) }
    let array = scan.arrays.first { $0.path.isEmpty }
    if let array, array.others > 0, let other = array.firstOther {
      throw Mistakes(
        .valueIsNoRecord(
          file.shown, what: other.what, line: other.place.line, column: other.place.column,
          objects: array.objects, span: span))
    }
    if scan.topKeys == ["json"] || array?.objects ?? 0 > 0 { return }
    throw Mistakes(.noRecords(file.shown, span: span))
  }

  private func malformed(_ file: FoundFile, _ fault: JSONScan.Fault) -> Diagnostic {
    .malformedJSON(
      file.shown, line: fault.place.line, column: fault.place.column, expected: fault.expected,
      found: fault.found, openedInLine: fault.openedInLine, span: span)
  }

  private func scan(
    _ file: FoundFile, _ path: String, until isEnough: (JSONScan) -> Bool = { _ in false }
  ) throws(Mistakes) -> JSONScan {
    do throws(FileTrouble) {
      return try JSONScan.of(path, until: isEnough)
    } catch {
      throw Mistakes(.unreadableFile(file.shown, reason: error.words, span: span))
    }
  }
}
