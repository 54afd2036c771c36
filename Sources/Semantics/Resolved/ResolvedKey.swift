import DataModel
import Vocabulary

/// A key of `by`, made definite.
public struct ResolvedKey: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    case field(FieldReference)
    case grain(Grain)
    /// The lower bound of the step that the value lies in; durations in milliseconds.
    case steps(FieldReference, size: Double)
    /// A segment: true or false.
    case condition(Condition)
  }
  /// The column's name.
  public var name: String
  public var form: Form

  public init(name: String, form: Form) {
    self.name = name
    self.form = form
  }

  /// What the column holds.
  public var column: Column {
    switch form {
    case .field(let field):
      Column(name, Self.kind(of: field.type), unit: Self.unit(of: field.type), part: .key)
    case .grain(let grain): Column(name, .period(grain), part: .key)
    case .steps(let field, _): Column(name, .number, unit: Self.unit(of: field.type), part: .key)
    case .condition: Column(name, .boolean, part: .key)
    }
  }

  private static func kind(of type: FieldType) -> Column.Kind {
    switch type {
    case .text: .text
    case .boolean: .boolean
    case .number, .duration: .number
    case .instant: .instant
    }
  }

  private static func unit(of type: FieldType) -> Unit { type == .duration ? .seconds : .none }

  /// Every field that it reads.
  public var fields: Set<FieldReference> {
    switch form {
    case .field(let field), .steps(let field, _): [field]
    case .grain: [.time]
    case .condition(let condition): condition.fields
    }
  }
}
