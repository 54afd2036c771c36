/// The names of a file's columns, as they can be written in a statement.
enum ColumnNames {
  /// A name on one line, with plain spaces: exports break headers within quotes and put non-breaking spaces into them.
  static func cleaned(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: { !$0.isASCII || $0.value <= 32 }) else { return name }
    var out = ""
    for scalar in trimmed(name).unicodeScalars where scalar != "\u{FEFF}" && scalar != "\u{200B}" {
      if !scalar.properties.isWhitespace {
        out.unicodeScalars.append(scalar)
      } else if out.unicodeScalars.last != " " {
        out.append(" ")
      }
    }
    return out
  }

  /// The time zone in the brackets at a name's end: `Created at (America/New_York)`, `Date (UTC)`, `Sent (GMT+02:00)`.
  ///
  /// It is a name of the zone database or an offset such as `+02:00`; nil where the brackets hold something else.
  static func zone(in name: String) -> String? {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return nil }
    return zone(trimmed(name[name.index(after: open)...].dropLast()))
  }

  /// The same of a zone that stands alone.
  static func zone(_ text: String) -> String? {
    if text == "Z" || text == "UTC" || text == "GMT" { return "UTC" }
    for prefix in ["UTC", "GMT", ""] where text.hasPrefix(prefix) {
      let offset = trimmed(text.dropFirst(prefix.count))
      if let seconds = InstantReading.offsetSeconds(offset), "+-".contains(offset.prefix(1)) {
        return seconds == 0 ? "UTC" : offsetText(seconds)
      }
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      part.first?.isUppercase == true && part.allSatisfy { $0.isASCII && ($0.isLetter || "_-".contains($0)) }
    }
    return parts.count >= 2 && parts.count <= 3 && isName ? text : nil
  }
}
