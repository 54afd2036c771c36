import DataModel
import Planning
import Semantics
import Vocabulary

/// Writes the questions about texts. A text stands for itself as a number of 63 bits, its hash in the engine.
extension PlanWriter {
  private static let text = "e.\"text\""
  private var number: String { "cast(hash(\(Self.text)) >> 1 as bigint)" }

  /// A statement with a row for each place: its keys, the customers of its texts by a number (-1 for none), and the texts.
  public func sql(for plan: WordPlan) -> String {
    let keys = plan.keys.enumerated().map { "\(keyExpression($1)) as k\($0)" }
    let customer = "case when e.customer is null then -1 else cast(hash(e.customer) >> 1 as bigint) end"
    let lists = ["list(\(customer)) as v", "list(\(number)) as t"]
    let order = plan.keys.indices.map { "k\($0) nulls last" }.joined(separator: ", ")
    return "select \((keys + lists).joined(separator: ",\n  "))\n\(from(plan.scope, plan.fields))"
      + (keys.isEmpty ? "" : "\ngroup by \(plan.keys.indices.map { String($0 + 1) }.joined(separator: ", "))")
      + (keys.isEmpty ? "" : "\norder by \(order)")
  }

  /// A statement with a row for each place and text: the text's number, the text, and time and id of its newest event.
  public func sql(for plan: QuotePlan) -> String {
    let keys = plan.keys.enumerated().map { "\(keyExpression($1)) as k\($0)" }
    let list = plan.texts.map(String.init).joined(separator: ", ")
    let columns =
      keys + [
        "\(number) as t", "any_value(\(Self.text)) as quote", "epoch_us(max(e.time)) as newest",
        "arg_min(e.id, (-epoch_us(e.time), e.id)) as id",
      ]
    let events = "(select * \(from(plan.scope, plan.fields))) e"
    let groups = (1...plan.keys.count + 1).map(String.init).joined(separator: ", ")
    return "select \(columns.joined(separator: ",\n  "))\nfrom \(events)\n"
      + "where \(number) in (\(list.isEmpty ? "-1" : list))\ngroup by \(groups)\norder by \(groups)"
  }

  /// A statement with each different text once, in its composed Unicode form, and its number.
  public var textsSQL: String {
    let field = FieldReference(.text)
    let scope = Scope(condition: .not(.isMissing(field)))
    return "select \(number) as t, nfc_normalize(\(Self.text)) as words\n"
      + "from (select distinct \(Self.text) \(from(scope, [field]))) e"
  }
}
