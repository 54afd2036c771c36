import DataModel

/// Rows as JSON objects (RFC 8259), one a line.
struct JSONRenderer {
  /// An array of row objects.
  func array(_ table: Table) -> String {
    let objects = objects(table)
    return objects.isEmpty ? "[]\n" : "[\n" + objects.map { "  " + $0 }.joined(separator: ",\n") + "\n]\n"
  }

  /// One object a line, without a frame.
  func lines(_ table: Table) -> String {
    objects(table).map { $0 + "\n" }.joined()
  }

  private func objects(_ table: Table) -> [String] {
    let names = table.columns.map { Self.quoted($0.name) + ":" }
    return table.rows.map { row in
      "{" + zip(names, row).map { $0 + Self.value($1) }.joined(separator: ",") + "}"
    }
  }

  /// A JSON value; what JSON has no number for is null.
  static func value(_ value: Value) -> String {
    switch value {
    case .missing: "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): "\(number)"
    case .number(let number): NumberText.shortest(number) ?? "null"
    case .text, .instant, .period: quoted(MachineText.of(value) ?? "")
    }
  }

  /// A JSON string.
  ///
  /// The two line separators are escaped as well, because JavaScript once took them for line ends.
  static func quoted(_ text: String) -> String {
    if text.utf8.allSatisfy({
      $0 >= 0x20 && $0 < 0x80 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }) {
      return "\"" + text + "\""
    }
    var result = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if let escape = escape(of: scalar) {
        result.append(contentsOf: escape.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    result.append("\"")
    return String(result)
  }

  private static func escape(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{2028}": return "\\u2028"
    case "\u{2029}": return "\\u2029"
    default:
      guard scalar.value < 0x20 else { return nil }
      let hex = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
    }
  }
}
