import DataModel

/// CSV and TSV by RFC 4180, but with LF and with quotes only where they are needed.
struct SeparatedRenderer {
  var separator: Character

  func render(_ table: Table) -> String {
    var text = record(table.columns.map { .text($0.name) })
    for row in table.rows { text += record(row) }
    return text
  }

  private func record(_ values: [Value]) -> String {
    let line = values.map(field).joined(separator: String(separator))
    // An empty line ends a result, and many readers skip it.
    return (line.isEmpty ? "\"\"" : line) + "\n"
  }

  /// A missing value is nothing at all, an empty text a pair of quotes.
  private func field(_ value: Value) -> String {
    guard let text = MachineText.of(value) else { return "" }
    return text.isEmpty || needsQuotes(text) ? quoted(text) : text
  }

  private func needsQuotes(_ text: String) -> Bool {
    let separator = separator.asciiValue
    return text.utf8.contains { byte in
      byte == separator || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
  }

  /// Scalar by scalar: a quote with a combining mark is a quote all the same.
  private func quoted(_ text: String) -> String {
    var result = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.append(scalar) }
      result.append(scalar)
    }
    result.append("\"")
    return String(result)
  }
}
