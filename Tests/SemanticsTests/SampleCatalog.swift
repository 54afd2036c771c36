import DataModel
import Vocabulary

/// A small bank as the resolver sees it: tickets, mentions and surveys of 27 weeks, with the values of the sample data.
final class SampleCatalog: DataCatalog {
  let sources: [SourceInfo]
  let fields: FieldCatalog
  let dates: DataCalendar

  init(lastDay: Int = CivilDate(year: 2026, month: 9, day: 27).dayNumber) {
    let dimensions: [Role] = [.time, .customer, .stage, .channel, .touchpoint, .topic]
    sources = [
      Self.source(
        "tickets", .tickets, dimensions + [.escalated, .reopened, .responseTime, .amount, .csatScore, .text]),
      Self.source("mentions", .mentions, dimensions + [.sentiment, .text]),
      Self.source("surveys", .surveys, [.time, .customer, .stage, .npsScore, .csatScore]),
    ]
    fields = FieldCatalog(
      sources: sources, kinds: ["tickets": [.ticket], "mentions": [.mention], "surveys": [.survey]])
    let span = DataCalendar.Span(
      firstDay: CivilDate(year: 2026, month: 3, day: 23).dayNumber, lastDay: lastDay,
      byWeekday: Array(repeating: 100, count: 7))
    dates = DataCalendar(spans: [.ticket: span, .mention: span, .survey: span])
  }

  private static func source(_ alias: String, _ kind: SourceKind, _ roles: [Role]) -> SourceInfo {
    let own =
      alias == "tickets"
      ? [SourceField(name: "priority", role: nil, type: .text, column: "Priority", missing: 0)] : []
    return SourceInfo(
      alias: alias, kind: kind, files: [], tableName: alias,
      fields: roles.map {
        let column = alias == "mentions" && $0 == .customer ? "user" : $0.rawValue
        return SourceField(name: $0.rawValue, role: $0, type: $0.fieldType, column: column, missing: 0)
      } + own,
      rowsRead: 10, rowsRejected: 0, sharedOffset: 0, timesAreWallClock: false, hasKindColumn: false,
      remarks: [])
  }

  func values(of field: FieldReference) throws -> [FieldValue]? {
    let texts: [String] =
      switch field.name {
      case "channel": ["email", "chat", "phone", "app", "web", "social"]
      case "stage": ["onboarding", "purchase", "retention"]
      case "kind": ["ticket", "mention", "survey"]
      case "topic": ["refund", "login"]
      case "customer": ["C-1"]
      case "priority": ["High", "low"]
      default: []
      }
    return texts.isEmpty ? nil : texts.map { FieldValue(text: $0, count: 100) }
  }

  func calendar() throws -> DataCalendar { dates }
}
