import DataModel
import Statistics
import Vocabulary

/// The columns of a result as fields, so that steps are understood as questions are.
final class TableContext: DataCatalog {
  let table: Table
  let fields: FieldCatalog
  private let data: any DataCatalog

  init(_ table: Table, data: any DataCatalog) {
    self.table = table
    self.data = data
    let columns = table.columns.map {
      FieldReference(name: $0.name, type: $0.fieldType, isFolded: $0.kind == .text)
    }
    let totals = columns.filter { $0.type == .number || $0.type == .duration }.map {
      FieldReference(name: $0.name + Self.totalSuffix, type: $0.type)
    }
    fields = FieldCatalog(
      columns: columns + totals.filter { total in !columns.contains { $0.name == total.name } })
  }

  /// `tickets_total` is the sum of the column over the rows that `per` names.
  static let totalSuffix = "_total"

  var sources: [SourceInfo] { data.sources }

  func calendar() throws -> DataCalendar { try data.calendar() }

  func complaint(aboutPattern pattern: String) throws -> String? {
    try data.complaint(aboutPattern: pattern)
  }

  /// The values of the column, those that its name has in the data, and those that a finder declares.
  func values(of field: FieldReference) throws -> [FieldValue]? {
    guard let position = table.index(of: field.name) else { return nil }
    var counts: [String: Int] = [:]
    for row in table.rows {
      if let text = row[position].plainText { counts[text, default: 0] += 1 }
    }
    if let known = data.fields[field.name]?.reference, let values = try data.values(of: known) {
      for value in values where counts[value.text] == nil { counts[value.text] = 0 }
    }
    for word in declaredWords(of: field) where counts[word] == nil { counts[word] = 0 }
    return counts.map { FieldValue(text: $0.key, count: $0.value) }.sorted {
      ($1.count, $0.text) < ($0.count, $1.text)
    }
  }

  /// The verdicts of the finder that the rows come from.
  private var declaredStatuses: [String] {
    if table.index(of: CheckColumn.component.rawValue) != nil { return CheckStatus.names }
    let isMissed = [MissedColumn.feedback, .silent, .respondents].contains {
      table.index(of: $0.rawValue) != nil
    }
    return isMissed ? MissedStatus.names : ScanStatus.allCases.map(\.rawValue)
  }

  /// What a column could hold though no row has it.
  private func declaredWords(of field: FieldReference) -> [String] {
    switch field.name {
    case "status": declaredStatuses
    case "check": QualityCheck.names
    case "mark": MapMark.names
    case CheckColumn.component.rawValue: MapPart.names
    case "gap" where field.type == .text: MissedStatus.names
    case "severity" where field.type == .text: QualitySeverity.names
    default: []
    }
  }
}

extension Column {
  /// The type by which the column's values compare.
  var fieldType: FieldType {
    switch kind {
    case .text: .text
    case .boolean: .boolean
    case .integer, .number: unit == .seconds ? .duration : .number
    case .instant: .instant
    case .period(let grain): grain == .weekday ? .text : .instant
    }
  }
}

extension Value {
  /// The value as a text of its own, nil where it is missing.
  var plainText: String? {
    switch self {
    case .missing: nil
    case .text(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): "\(value)"
    case .period(let period): period.text
    case .instant: nil
    }
  }
}
