import Vocabulary

/// A text file of which the beginning has been read.
struct TextSource {
  var file: FoundFile
  var encoding: TextEncoding
  /// Bytes at the start that are a mark.
  var mark: Int
  /// The first bytes as they stand.
  var raw: [UInt8]
  /// The same in UTF-8 with line feeds, without the mark.
  var text: [UInt8]
  /// The first bytes are the whole file.
  var isWhole: Bool
  /// The engine cannot read the bytes as they stand.
  var needsCopy: Bool
  /// What reading the whole file has shown.
  var repair: FileRepair?

  /// How lines end outside of quotes, as far as can be told; only known of what is not copied anyway.
  var lineEndsOfRows: LineEnds {
    guard !needsCopy else { return LineEnds() }
    var ends = LineEnds()
    var isQuoted = false
    var before: UInt8 = 0
    for byte in raw {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted {
        if byte == UInt8(ascii: "\n") {
          if before == UInt8(ascii: "\r") { ends.pairs += 1 } else { ends.feeds += 1 }
        } else if before == UInt8(ascii: "\r") {
          ends.returns += 1
        }
      }
      before = isQuoted ? 0 : byte
    }
    return ends
  }
}

extension LineEnds {
  /// The number of forms that occur.
  var kinds: Int { [feeds, pairs, returns].filter { $0 > 0 }.count }
}

// MARK: - What the report says

func encodingRemarks(_ source: TextSource, _ copy: TextCopy) -> [String] {
  var out: [String] = []
  let name = source.encoding.rawValue
  if source.encoding != .utf8 { out.append("encoding: \(name), converted") }
  let repairs = copy.repairs
  guard repairs.count > 0 else { return out }
  let lines = repairs.lines.map(grouped).joined(separator: ", ")
  let more = repairs.lines.count == Transcriber.Repairs.mostLines ? " …" : ""
  let bytes =
    repairs.count == 1
    ? "1 sequence of bytes is no character" : "\(grouped(repairs.count)) sequences of bytes are no characters"
  out.append(
    "\(bytes) of \(name) and became \u{FFFD} (\(repairs.lines.count == 1 ? "line" : "lines") \(lines)\(more)); "
      + "where the encoding is another, write with (encoding NAME)")
  return out
}

func lineEndWords(_ ends: LineEnds, isMixed: Bool) -> String? {
  if isMixed {
    let forms = [("CR LF", ends.pairs), ("LF", ends.feeds), ("CR", ends.returns)].filter { $0.1 > 0 }
    return "lines end in several ways: "
      + forms.map { "\(grouped($0.1)) with \($0.0)" }.joined(separator: ", ")
  }
  return ends.returns > 0 && ends.kinds == 1 ? "lines end with a carriage return alone" : nil
}

func delimiterWords(_ delimiter: Character, prefersTab: Bool) -> String? {
  switch delimiter {
  case ";": "delimiter: semicolon"
  case "\t": prefersTab ? nil : "delimiter: tab"
  case "|": "delimiter: bar"
  default: nil
  }
}

func metadataWords(_ records: ArraySlice<HeadRecord>, in sheet: SheetPlaces?) -> String? {
  guard let first = records.first, let last = records.last else { return nil }
  let texts = records.map { $0.fields.filter { !$0.isEmpty }.joined(separator: " ") }
  return "left out above the header: \(lineWords(first.line, last.endLine - 1, sheet)): \(quotedList(texts))"
}

func footerWords(_ footer: FooterFinder, end: Int, in sheet: SheetPlaces?) -> String {
  let lines = lineWords(end - footer.lineCount, end - 1, sheet)
  return "left out below the rows: \(lines): \(quotedList(footer.lines))"
}

/// `lines 3 to 5`; of a sheet its own rows.
private func lineWords(_ first: Int, _ last: Int, _ sheet: SheetPlaces?) -> String {
  let word = sheet == nil ? "line" : "row"
  let (first, last) = (sheet?.row(ofLine: first) ?? first, sheet?.row(ofLine: last) ?? last)
  return first >= last ? "\(word) \(grouped(last))" : "\(word)s \(grouped(first)) to \(grouped(last))"
}

private func quotedList(_ texts: [String]) -> String {
  let shown = texts.prefix(4).map { $0.count > 40 ? "\"\($0.prefix(39))…\"" : "\"\($0)\"" }
  return shown.joined(separator: ", ") + (texts.count > 4 ? " …" : "")
}
