/// What the first bytes of a delimited file tell about how it is written.
struct DelimitedHead: Equatable, Sendable {
  var delimiter: Character
  /// The first records, those of the header among them.
  var records: [HeadRecord]
  /// The number of fields that most records have.
  var width: Int
  /// Records above the header that belong to no table.
  var metadataCount: Int

  private static let delimiters: [Character] = [",", ";", "\t", "|"]

  /// Reads the head of a file, in UTF-8 with line feeds; nil where it holds no record at all.
  ///
  /// - Parameters:
  ///   - isWhole: the bytes are the whole file, so that its last record is complete.
  ///   - mayHaveMetadata: the first record need not be the header.
  init?(_ bytes: some Collection<UInt8>, isWhole: Bool, prefersTab: Bool, mayHaveMetadata: Bool) {
    let trials = Self.delimiters.map { delimiter in
      DelimiterTrial(
        delimiter: delimiter, records: headRecords(bytes, delimiter: delimiter, isWhole: isWhole),
        mayHaveMetadata: mayHaveMetadata)
    }
    guard !trials[0].records.isEmpty else { return nil }
    var best = trials[0]
    for trial in trials.dropFirst() where trial.merit(prefersTab) > best.merit(prefersTab) { best = trial }
    delimiter = best.delimiter
    records = best.records
    width = best.usualCount
    metadataCount = best.merit(prefersTab) > 0 ? best.metadataCount : 0
  }
}

/// A delimiter with the records that it gives.
private struct DelimiterTrial {
  var delimiter: Character
  var records: [HeadRecord]
  var usualCount: Int
  var metadataCount: Int

  /// More lines above a header are no metadata.
  private static let mostMetadata = 25

  init(delimiter: Character, records: [HeadRecord], mayHaveMetadata: Bool) {
    self.delimiter = delimiter
    self.records = records
    var counts: [Int: Int] = [:]
    for record in records { counts[record.fields.count, default: 0] += 1 }
    usualCount = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    metadataCount = mayHaveMetadata ? Self.metadataCount(records, width: usualCount) : 0
  }

  /// Records of one or two cells above one that names at least three columns, as most records have them.
  private static func metadataCount(_ records: [HeadRecord], width: Int) -> Int {
    guard width >= 3 else { return 0 }
    let count = records.prefix { $0.filledCount <= min(2, width - 2) }.count
    guard count > 0, count <= mostMetadata, count < records.count else { return 0 }
    let header = records[count]
    let hasNames =
      header.fields.count == width && header.filledCount * 5 >= width * 4 && !looksLikeData(header.fields)
    guard hasNames, Set(header.fields.filter { !$0.isEmpty }).count == header.filledCount else { return 0 }
    // One record as wide as the others is more likely a header with gaps.
    if count == 1, records[0].fields.count == width { return 0 }
    return count + 1 < records.count ? count : 0
  }

  /// How well the records agree about their number of fields; a header of one name agrees with nothing.
  func merit(_ prefersTab: Bool) -> Double {
    let table = records[metadataCount...]
    let width = table.first?.fields.count ?? 0
    guard width > 1 else { return 0 }
    let agreeing = Double(table.filter { $0.fields.count == width }.count) / Double(table.count)
    let bonus = prefersTab && delimiter == "\t" ? 0.5 : 0
    return agreeing + bonus + min(Double(width), 99) / 1000
  }
}

/// The cells of a first record look like data, not like the names of columns.
func looksLikeData(_ fields: [String]) -> Bool {
  fields.contains { !$0.isEmpty && (looksLikeNumber($0) || looksLikeDate($0) || $0.utf8.count > 120) }
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
