import Vocabulary

/// A field of the events that a question names, with its type made definite.
public struct FieldReference: Hashable, Sendable {
  /// The name as the catalogue shows it.
  public var name: String
  public var type: FieldType
  /// Values compare without regard to case and surrounding space, and show their most frequent spelling.
  public var isFolded: Bool

  public init(name: String, type: FieldType, isFolded: Bool = false) {
    self.name = name
    self.type = type
    self.isFolded = isFolded
  }

  /// The reference to a column of the event model.
  public init(_ role: Role) {
    self.init(name: role.rawValue, type: role.fieldType, isFolded: Dimension(rawValue: role.rawValue) != nil)
  }

  public static let time = FieldReference(.time)
  public static let kind = FieldReference(name: "kind", type: .text, isFolded: true)
  public static let source = FieldReference(name: "source", type: .text, isFolded: true)
  public static let customer = FieldReference(.customer)
  public static let sentiment = FieldReference(.sentiment)
}
