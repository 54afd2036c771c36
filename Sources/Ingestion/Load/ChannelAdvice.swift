import DataModel
import Engine
import Vocabulary

/// The `recode` that gives the channels of a file that is not recognised the names that recognised exports share.
struct ChannelAdvice {
  let session: EngineSession
  let result: LoadRun.Result
  let alias: String

  /// More values than these are hardly channels.
  private static let mostValues = 30
  private static let mostNamed = 6
  /// So many rows show what the channels are.
  private static let rowsLookedAt = 20_000

  /// A line, where some value has none of the shared names; none otherwise.
  var lines: [String] {
    guard result.plan.export == nil, let field = result.plan.field(of: .channel), field.reading.core == .text
    else { return [] }
    let values = frequentValues(of: field)
    let strange = values.filter { !ChannelWords.names.contains($0.lowercased()) }
    guard !strange.isEmpty, values.count <= Self.mostValues else { return [] }
    let shown = strange.prefix(Self.mostNamed)
    let rules = shown.map { value in
      "\(quotedText(value)) = \(quotedText(ChannelWords.all[value.lowercased()] ?? "other"))"
    }
    let names = shown.joined(separator: ", ") + (strange.count > shown.count ? " …" : "")
    return [
      "channel: \(names) \(strange.count == 1 ? "is" : "are") not among the names that recognised exports share; to "
        + "compare them, write: recode channel from \(writtenColumn(field.column)) "
        + "(\(rules.joined(separator: ", ")), else = keep) in \(shownName(alias))"
    ]
  }

  /// The most frequent first.
  private func frequentValues(of field: PlannedField) -> [String] {
    let name = sqlName(field.name)
    let found = try? session.query(
      """
      select c from (select \(name) as c from \(sqlName(result.builder.tableName)) \
      where \(HiddenColumn.reject) is null and \(name) is not null limit \(Self.rowsLookedAt)) \
      group by 1 order by count(*) desc, 1 limit \(Self.mostValues + 1)
      """)
    guard let found else { return [] }
    return (0..<found.rowCount).compactMap { found.columns[0].text($0) }
  }
}

/// A text as it is typed in a statement.
func quotedText(_ text: String) -> String {
  var out = ""
  for character in text {
    if character == "\"" || character == "\\" { out.append("\\") }
    out.append(character)
  }
  return "\"\(out)\""
}
