import DataModel
import Vocabulary

/// Writes the fields that look at the customer's other contacts on the same topic.
struct HistoryWriter {
  let dialect: Dialect
  let dataEnd: Int64

  /// What the computed fields are computed from.
  static let needed: Set<FieldReference> = [
    .time, .kind, .customer, FieldReference(.topic), FieldReference(.id), FieldReference(.reopened),
  ]

  func extend(_ events: String, with computed: Set<FieldReference>) -> String {
    let columns = computed.sorted { $0.name < $1.name }
      .map { expression($0) + " as " + dialect.identifier($0.name) }
    return "(select *, \(columns.joined(separator: ", ")) from \(events) h)"
  }

  private func expression(_ field: FieldReference) -> String {
    let isKnown = "kind = 'ticket' and customer is not null and topic is not null"
    if field == .repeatedContact {
      let before = "lag(time) over (partition by kind, customer, topic order by time, id)"
      return "case when \(isKnown) then coalesce(time - \(before) <= interval 14 days, false) end"
    }
    let after =
      "lead(time) over (partition by kind in ('ticket', 'call'), customer, topic order by time, id)"
    let limit = dialect.timestamp(dataEnd)
    return "case when \(isKnown) and time <= \(limit) - interval 7 days then "
      + "not coalesce(reopened, false) and coalesce(\(after) - time > interval 7 days, true) end"
  }
}
