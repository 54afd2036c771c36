import Foundation

/// A JSON value as the vector file uses it.
enum JSONValue: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else if let array = try? container.decode([JSONValue].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The number; null is NaN, as the vector file defines it.
  var double: Double {
    switch self {
    case .number(let number): number
    case .string("Infinity"): .infinity
    case .string("-Infinity"): -.infinity
    default: .nan
    }
  }

  var doubles: [Double] { elements.map(\.double) }
  var rows: [[Double]] { elements.map(\.doubles) }

  var elements: [JSONValue] {
    if case .array(let array) = self { return array }
    return []
  }

  var members: [String: JSONValue] {
    if case .object(let object) = self { return object }
    return [:]
  }

  var text: String? {
    if case .string(let string) = self { return string }
    return nil
  }

  var isTrue: Bool? {
    if case .bool(let bool) = self { return bool }
    return nil
  }

  var isNull: Bool {
    if case .null = self { return true }
    return false
  }
}
