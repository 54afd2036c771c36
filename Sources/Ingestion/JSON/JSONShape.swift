/// What the values under a key of JSON objects are, as the engine found over all of them.
indirect enum JSONShape: Equatable, Sendable {
  /// A text, number, true or false.
  case scalar
  /// Values of several kinds, or none at all.
  case mixed
  case list(JSONShape)
  case object([Member])

  struct Member: Equatable, Sendable {
    var name: String
    var shape: JSONShape
  }

  /// Reads the name of a type as the engine writes it: `STRUCT(id BIGINT, "from" VARCHAR[])[]`.
  init(type: String) {
    var reader = TypeReader(rest: type[...])
    self = reader.shape()
  }

  var isScalar: Bool { self == .scalar || self == .mixed }
}

private struct TypeReader {
  var rest: Substring

  mutating func shape() -> JSONShape {
    var shape = rest.hasPrefix("STRUCT(") ? structure() : word()
    while rest.hasPrefix("[") {
      rest = rest.dropFirst(rest.prefix { $0 != "]" }.count + 1)
      shape = .list(shape)
    }
    return shape
  }

  private mutating func structure() -> JSONShape {
    rest = rest.dropFirst("STRUCT(".count)
    var members: [JSONShape.Member] = []
    while let first = rest.first, first != ")" {
      let name = name()
      rest = rest.drop { $0 == " " }
      members.append(JSONShape.Member(name: name, shape: shape()))
      if rest.hasPrefix(",") { rest = rest.dropFirst().drop { $0 == " " } }
    }
    rest = rest.dropFirst()
    return .object(members)
  }

  private mutating func name() -> String {
    guard rest.first == "\"" else {
      let name = rest.prefix { $0 != " " }
      rest = rest.dropFirst(name.count)
      return String(name)
    }
    var name = ""
    rest = rest.dropFirst()
    while let character = rest.popFirst() {
      if character == "\"" {
        guard rest.first == "\"" else { break }
        rest = rest.dropFirst()
      }
      name.append(character)
    }
    return name
  }

  /// Any other type; what stands in its brackets does not matter.
  private mutating func word() -> JSONShape {
    var depth = 0
    let word = rest.prefix { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth > 0 || !(",[".contains(character) || (character == ")" && depth < 0))
    }
    rest = rest.dropFirst(word.count)
    return word == "JSON" || word.hasPrefix("MAP") || word == "\"NULL\"" ? .mixed : .scalar
  }
}
