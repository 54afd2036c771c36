/// What the first bytes of a delimited file tell about how it is written.
struct DelimitedHead: Equatable, Sendable {
  var delimiter: Character
  /// The names in the first record, as they stand; as many as most records have fields.
  var names: [String]
  /// No record follows the header.
  var hasOnlyHeader: Bool
  /// The first data records, for messages.
  var firstRecords: [[String]]

  private static let delimiters: [Character] = [",", ";", "\t", "|"]

  /// Reads the head of a file; nil where it holds no record at all.
  ///
  /// - Parameter isWhole: the bytes are the whole file, so that its last record is complete.
  init?(_ bytes: some Collection<UInt8>, isWhole: Bool, prefersTab: Bool) {
    let candidates = Self.delimiters.map { delimiter in
      DelimiterTrial(
        delimiter: delimiter, records: headRecords(bytes, delimiter: delimiter, isWhole: isWhole))
    }
    guard !candidates[0].records.isEmpty else { return nil }
    let best = candidates.max { $0.merit(prefersTab) < $1.merit(prefersTab) } ?? candidates[0]
    delimiter = best.delimiter
    names = best.records[0]
    for _ in 0..<max(0, best.usualCount - names.count) { names.append("") }
    firstRecords = Array(best.records.dropFirst().prefix(3))
    hasOnlyHeader = best.records.count < 2 && isWhole
  }

  /// The first record looks like data, not like the names of columns.
  var lacksHeader: Bool {
    let cells = names.filter { !$0.isEmpty }
    return cells.contains { looksLikeNumber($0) || looksLikeDate($0) || $0.utf8.count > 120 }
  }

  private func looksLikeNumber(_ text: String) -> Bool {
    Double(text) != nil && text.utf8.first != UInt8(ascii: "i") && text.utf8.first != UInt8(ascii: "n")
  }

  private func looksLikeDate(_ text: String) -> Bool {
    let digits = text.utf8.filter { $0 >= 48 && $0 <= 57 }.count
    let marks = text.utf8.filter {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":")
    }.count
    return digits >= 6 && marks >= 2 && text.utf8.count <= 35
  }
}

/// A delimiter with the records that it gives.
private struct DelimiterTrial {
  var delimiter: Character
  var records: [[String]]

  /// The number of fields that most records have.
  var usualCount: Int {
    var counts: [Int: Int] = [:]
    for record in records { counts[record.count, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// How well the records agree about their number of fields; a header of one name agrees with nothing.
  func merit(_ prefersTab: Bool) -> Double {
    let width = records.first?.count ?? 0
    guard width > 1 else { return 0 }
    let agreeing = Double(records.filter { $0.count == width }.count) / Double(records.count)
    let bonus = prefersTab && delimiter == "\t" ? 0.5 : 0
    return agreeing + bonus + min(Double(width), 99) / 1000
  }
}

/// The first records of a delimited text, at most 50, split into fields.
///
/// A blank line is no record.
func headRecords(_ bytes: some Collection<UInt8>, delimiter: Character, isWhole: Bool) -> [[String]] {
  var splitter = RecordSplitter(delimiter: delimiter.asciiValue ?? UInt8(ascii: ","))
  for byte in bytes {
    splitter.take(byte)
    if splitter.records.count >= 50 { break }
  }
  if isWhole || splitter.records.isEmpty { splitter.finish() }
  return splitter.records
}

/// Splits bytes into records and fields: quotes open a field at its start, doubled quotes stand for one.
private struct RecordSplitter {
  let delimiter: UInt8
  var records: [[String]] = []
  private var fields: [String] = []
  private var field: [UInt8] = []
  private var isQuoted = false
  private var sawQuote = false

  init(delimiter: UInt8) { self.delimiter = delimiter }

  mutating func take(_ byte: UInt8) {
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
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): endRecord()
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
      records.append(fields)
    }
    fields.removeAll(keepingCapacity: true)
    field.removeAll(keepingCapacity: true)
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
