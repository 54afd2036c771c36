/// A record at the beginning of a file.
struct HeadRecord: Equatable, Sendable {
  var fields: [String]
  /// Its first line, from 1.
  var line: Int
  /// The byte behind its line end, and the line that begins there.
  var end: Int
  var endLine: Int

  var filledCount: Int { fields.filter { !$0.isEmpty }.count }
}

/// The first records of a delimited text, at most so many, split into fields.
///
/// A blank line is no record.
func headRecords(
  _ bytes: some Collection<UInt8>, delimiter: Character, isWhole: Bool, most: Int = 50
) -> [HeadRecord] {
  var splitter = RecordSplitter(delimiter: delimiter.asciiValue ?? UInt8(ascii: ","))
  for byte in bytes {
    splitter.take(byte)
    if splitter.records.count >= most { break }
  }
  if isWhole || splitter.records.isEmpty { splitter.finish() }
  return splitter.records
}

/// Splits bytes with line feeds into records and fields: quotes open a field at its start, doubled quotes stand for one.
private struct RecordSplitter {
  let delimiter: UInt8
  var records: [HeadRecord] = []
  private var fields: [String] = []
  private var field: [UInt8] = []
  private var isQuoted = false
  private var sawQuote = false
  private var offset = 0
  private var line = 1
  private var startLine = 1

  init(delimiter: UInt8) { self.delimiter = delimiter }

  mutating func take(_ byte: UInt8) {
    offset += 1
    if byte == UInt8(ascii: "\n") { line += 1 }
    let quote = UInt8(ascii: "\"")
    if isQuoted {
      if byte == quote { (isQuoted, sawQuote) = (false, true) } else { field.append(byte) }
      return
    }
    if sawQuote {
      sawQuote = false
      if byte == quote {
        field.append(byte)
        isQuoted = true
        return
      }
    }
    switch byte {
    case quote where field.isEmpty: isQuoted = true
    case delimiter: endField()
    case UInt8(ascii: "\n"): endRecord()
    default: field.append(byte)
    }
  }

  mutating func finish() {
    if !field.isEmpty || !fields.isEmpty { endRecord() }
  }

  private mutating func endField() {
    fields.append(trimmed(String(decoding: field, as: UTF8.self)))
    field.removeAll(keepingCapacity: true)
  }

  private mutating func endRecord() {
    let isBlank = fields.isEmpty && field.isEmpty
    if !isBlank {
      endField()
      records.append(HeadRecord(fields: fields, line: startLine, end: offset, endLine: line))
    }
    fields.removeAll(keepingCapacity: true)
    field.removeAll(keepingCapacity: true)
    startLine = line
  }
}

/// A text without white space at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  var scalars = Substring(text).unicodeScalars
  while let first = scalars.first, first.properties.isWhitespace || first == "\u{FEFF}" {
    scalars.removeFirst()
  }
  while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
  return String(scalars)
}
