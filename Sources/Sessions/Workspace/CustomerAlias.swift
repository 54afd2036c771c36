import SQLWriting

/// Another name of a customer: an address, a handle, a number; how two of them compare.
struct CustomerAlias {
  /// The field that holds it.
  let field: String

  /// The value of a column as it is compared, or null where nothing is left of it.
  ///
  /// Case, surrounding space, `mailto:` and a leading `@` do not count; of a telephone number only the digits do.
  func normalized(_ column: String) -> String {
    let text = "lower(trim(cast(\(column) as varchar)))"
    if isTelephone { return "nullif(regexp_replace(\(text), '[^0-9+]', '', 'g'), '')" }
    return "nullif(regexp_replace(\(text), '^(mailto:)?\\s*@?', ''), '')"
  }

  private var isTelephone: Bool {
    let folded = field.lowercased()
    return ["phone", "mobile", "telephone"].contains { folded.contains($0) }
  }
}
