import Engine

/// Texts with spaces at their ends in columns that had none in the sample.
struct PaddedTexts {
  let session: EngineSession
  let builder: TableBuilder

  /// Trims them where they stand; tells whether there were any.
  func trim() throws(EngineError) -> Bool {
    let texts = builder.plan.fields.filter {
      $0.reading == .text && !builder.padded.contains($0.inquiry.column)
    }
    guard !texts.isEmpty else { return false }
    let table = sqlName(builder.tableName)
    let counts = try session.numbers(
      "select \(texts.map { "count(*) filter (\(isPadded($0)))" }.joined(separator: ", ")) from \(table)")
    let found = zip(texts, counts).filter { $0.1 > 0 }.map(\.0)
    for field in found {
      let name = sqlName(field.name)
      try session.execute("update \(table) set \(name) = \(trimmedCell(name)) where \(isPadded(field))")
    }
    return !found.isEmpty
  }

  private func isPadded(_ field: PlannedField) -> String {
    let name = sqlName(field.name)
    return "\(name) like ' %' or \(name) like '% '"
  }
}
