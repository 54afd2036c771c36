import DataModel
import Semantics
import Syntax
import Vocabulary

/// Writes expressions over fields; durations are milliseconds.
struct ExpressionWriter {
  let conditions: ConditionWriter
  let dialect: Dialect

  func write(_ expression: ResolvedExpression) -> String {
    switch expression {
    case .field(let field): return "\(conditions.events).\(dialect.identifier(field.name))"
    case .number(let number): return dialect.literal(number)
    case .text(let text): return dialect.literal(text)
    case .instant(let microseconds): return dialect.timestamp(microseconds)
    case .duration(let milliseconds): return String(Int64(milliseconds.rounded()))
    case .negated(let inner): return "(-\(write(inner)))"
    case .binary(let symbol, let left, let right, let type): return binary(symbol, left, right, type)
    case .choice(let condition, let value, let other):
      return "case when \(conditions.write(condition)) then \(write(value)) else \(write(other)) end"
    case .call(let function, let arguments): return call(function, arguments)
    }
  }

  private func binary(
    _ symbol: ArithmeticOperator, _ left: ResolvedExpression, _ right: ResolvedExpression, _ type: FieldType
  ) -> String {
    let (a, b) = (write(left), write(right))
    switch (left.type, right.type, type) {
    case (.instant, .instant, .duration): return "(epoch_ms(\(a)) - epoch_ms(\(b)))"
    case (.instant, .duration, _): return "(\(a) \(symbol.rawValue) to_milliseconds(cast(\(b) as bigint)))"
    case (.duration, .instant, _): return "(\(b) + to_milliseconds(cast(\(a) as bigint)))"
    case (_, _, .duration):
      return symbol == .divided
        ? "cast(round(\(a) / nullif(cast(\(b) as double), 0)) as bigint)"
        : "cast(round(\(a) \(symbol.rawValue) \(b)) as bigint)"
    default:
      return symbol == .divided
        ? "(\(a) / nullif(cast(\(b) as double), 0))" : "(\(a) \(symbol.rawValue) \(b))"
    }
  }

  private func call(_ function: ExpressionFunction, _ arguments: [ResolvedExpression]) -> String {
    let written = arguments.map(write)
    switch function {
    case .round:
      let decimals = written.count > 1 ? "cast(\(written[1]) as integer)" : "0"
      return "round_even(\(written[0]), \(decimals))"
    case .abs: return "abs(\(written[0]))"
    case .coalesce: return "coalesce(\(written.joined(separator: ", ")))"
    case .rank, .running, .average, .previous: return "null"
    }
  }
}

extension PlanWriter {
  /// An expression for every row of one source's table, for a new column of it.
  ///
  /// It is a scalar subquery by row number, so that fields that other files fill in can be used too.
  public func expression(_ expression: ResolvedExpression, on source: SourceInfo) -> String {
    let writer = ExpressionWriter(
      conditions: ConditionWriter(schema: schema, dialect: dialect), dialect: dialect)
    let fields = expression.fields.union(expression.deepFields)
    let events = rowsWithEvents(fields, source)
    let type = sqlType(expression.type)
    let value = "cast(\(writer.write(expression)) as \(type))"
    return "(select \(value) from \(events) e where e._row = \(dialect.identifier(source.tableName)).rowid)"
  }
}

extension ResolvedExpression {
  /// Fields of the row itself that conditions on a customer's other events compare with.
  var deepFields: Set<FieldReference> {
    switch self {
    case .field, .number, .text, .instant, .duration: []
    case .negated(let inner): inner.deepFields
    case .binary(_, let left, let right, _): left.deepFields.union(right.deepFields)
    case .choice(let condition, let value, let other):
      condition.deepFields.union(value.deepFields).union(other.deepFields)
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.deepFields) }
    }
  }
}
