/// A text as a literal of the engine.
func sqlText(_ text: String) -> String { "'" + doubled(text, "'") + "'" }

/// A name of a table or column, quoted whatever it holds.
func sqlName(_ name: String) -> String { "\"" + doubled(name, "\"") + "\"" }

/// A list of texts in brackets, as `in (…)` wants it.
func sqlTexts(_ texts: some Sequence<String>) -> String {
  "(" + texts.map(sqlText).joined(separator: ", ") + ")"
}

/// A text with each occurrence of a character doubled; NUL, which no statement can hold, is left out.
private func doubled(_ text: String, _ mark: Unicode.Scalar) -> String {
  if !text.utf8.contains(UInt8(ascii: mark)), !text.utf8.contains(0) { return text }
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where scalar != "\0" {
    out.append(scalar)
    if scalar == mark { out.append(scalar) }
  }
  return String(out)
}

/// The names of the columns that the engine's table has beside the fields.
enum HiddenColumn {
  /// Why a row was rejected or excluded.
  static let reject = "_reject"
  /// Where a rejected row stands: `file:line`.
  static let place = "_place"
  /// The beginning of a rejected row as the file has it.
  static let beginning = "_raw"
  /// The sentiment that `override` gave a row; only once there was one.
  static let correction = "_correction"
  /// Bits for the cells of a row that could not be read; only while loading.
  static func unreadable(_ number: Int) -> String { "_unreadable\(number)" }

  static let all = [reject, place, beginning]
  /// Names that no field may have: the columns above and the engine's own number of a row.
  static let reserved = all + [correction, "rowid"]
}
