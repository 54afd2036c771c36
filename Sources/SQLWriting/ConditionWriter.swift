import DataModel
import Vocabulary

/// Writes conditions with two values: every test is true or false, never unknown, where that makes a difference.
struct ConditionWriter {
  let schema: EventSchema
  let dialect: Dialect
  /// The name of the events in the statement around.
  var events = "e"
  private var depth = 0

  init(schema: EventSchema, dialect: Dialect) {
    self.schema = schema
    self.dialect = dialect
  }

  /// The condition as SQL; unknown counts as false, as in `where` and `filter`.
  func write(_ condition: Condition) -> String {
    switch condition {
    case .always(let value): return value ? "true" : "false"
    case .all(let parts): return joined(parts, by: " and ", empty: "true")
    case .any(let parts): return joined(parts, by: " or ", empty: "false")
    case .not(let inner): return negation(of: inner)
    case .compare(let field, let comparison, let value):
      return compare(field, comparison, dialect.literal(value))
    case .compareFields(let left, .unequal, let right):
      return negation(of: .compareFields(left, .equal, right))
    case .compareFields(let left, let comparison, let right):
      return compare(left, comparison, column(right))
    case .among(let field, let values):
      if values.isEmpty { return "false" }
      return "\(column(field)) in (\(values.map(dialect.literal).joined(separator: ", ")))"
    case .contains(let field, let patterns): return contains(field, patterns)
    case .matches(let field, let pattern):
      return "regexp_matches(\(column(field)), \(dialect.literal(pattern)))"
    case .isMissing(let field): return "\(column(field)) is null"
    case .isTrue(let field): return column(field)
    case .onWeekday(let day): return "\(dialect.periodIndex("weekday", of: column(.time))) = \(day)"
    case .customerHad(let inner, let reach): return had(inner, reach)
    }
  }

  private func joined(_ parts: [Condition], by word: String, empty: String) -> String {
    if parts.isEmpty { return empty }
    return "(" + parts.map(write).joined(separator: word) + ")"
  }

  private func negation(of condition: Condition) -> String {
    switch condition {
    case .always(let value): return value ? "false" : "true"
    case .not(let inner): return write(inner)
    case .isMissing(let field): return "\(column(field)) is not null"
    default: return "not coalesce(\(write(condition)), false)"
    }
  }

  private func compare(_ field: FieldReference, _ comparison: Comparison, _ right: String) -> String {
    switch comparison {
    case .unequal: return "\(column(field)) is distinct from \(right)"
    default: return "\(column(field)) \(comparison.rawValue) \(right)"
    }
  }

  private func column(_ field: FieldReference) -> String { events + "." + dialect.identifier(field.name) }

  /// Whole words without regard to case and accents: a letter, digit or `_` at either side makes it another word.
  private func contains(_ field: FieldReference, _ patterns: [WordPattern]) -> String {
    let text = "strip_accents(lower(\(column(field))))"
    let tests = patterns.map { pattern -> String in
      let word = "strip_accents(lower(\(dialect.literal(escaped(pattern.text)))))"
      let end = pattern.isPrefix ? "" : " || '([^\\p{L}\\p{N}_]|$)'"
      return "regexp_matches(\(text), '(^|[^\\p{L}\\p{N}_])' || \(word)\(end))"
    }
    return tests.count == 1 ? tests[0] : "(" + tests.joined(separator: " or ") + ")"
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if character == " " { out += "\\s+"; continue }
      if #"\.+*?()|[]{}^$"#.contains(character) { out += "\\" }
      out.append(character)
    }
    return out
  }

  private func had(_ condition: Condition, _ reach: Condition.Reach) -> String {
    var inner = self
    inner.depth += 1
    inner.events = "o\(inner.depth)"
    let fields = condition.fields.union(condition.deepFields).union([.customer, .time])
    let others = EventsWriter(schema: schema, dialect: dialect).events(fields, kinds: nil)
    let (own, other) = ("\(events).customer", "\(inner.events).customer")
    switch reach {
    case .ever:
      return "\(own) in (select \(other) from \(others) \(inner.events)"
        + " where \(other) is not null and \(inner.write(condition)))"
    case .before(let length):
      return exists(
        others, inner, condition,
        "\(inner.events).time < \(events).time and \(inner.events).time >= \(events).time - to_milliseconds(\(length))"
      )
    case .after(let length):
      return exists(
        others, inner, condition,
        "\(inner.events).time > \(events).time and \(inner.events).time <= \(events).time + to_milliseconds(\(length))"
      )
    }
  }

  private func exists(
    _ others: String, _ inner: ConditionWriter, _ condition: Condition, _ when: String
  ) -> String {
    "exists (select 1 from \(others) \(inner.events) where \(inner.events).customer = \(events).customer"
      + " and \(when) and \(inner.write(condition)))"
  }
}

extension Condition {
  /// The fields of the event itself that conditions on other events, nested in this one, compare with.
  var deepFields: Set<FieldReference> {
    switch self {
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.deepFields) }
    case .not(let inner): inner.deepFields
    case .customerHad: [.customer, .time]
    default: []
    }
  }
}
