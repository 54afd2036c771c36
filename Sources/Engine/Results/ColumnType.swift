/// The type of a column as results hold it; widths are gone, since every integer is held in 64 bits.
public indirect enum ColumnType: Sendable, Hashable {
  /// A column of the literal NULL, without a type of its own.
  case null
  case boolean
  case integer
  case unsigned
  case double
  case decimal(scale: Int)
  case text
  case bytes
  case date
  case time
  case timestamp(zoned: Bool)
  case interval
  case list(of: ColumnType)
  case record([FieldType])
  /// A value that is of one of several types in each row.
  case variant([FieldType])
}

/// A named type inside a record or a variant.
public struct FieldType: Sendable, Hashable {
  public var name: String
  public var type: ColumnType

  public init(name: String, type: ColumnType) {
    self.name = name
    self.type = type
  }
}
