extension DisplayWidth {
  /// The text as one line, without anything that could steer a terminal.
  ///
  /// Tickets and posts are written by strangers. Control characters become pictures (`␛`, and `↵` for a line break),
  /// so that they are seen and harmless; C1 controls, bidirectional marks, tags and other invisible characters are
  /// dropped, for they only make a text look like another. The joiner of emoji and of Indic scripts stays.
  public static func cleaned(_ text: String, lineBreak: String = "↵", asciiOnly: Bool = false) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      if scalar == "\n", afterReturn { continue }
      if isLineBreak(scalar) {
        result.append(contentsOf: lineBreak.unicodeScalars)
      } else {
        append(scalar, to: &result, asciiOnly: asciiOnly)
      }
    }
    return String(result)
  }

  private static func append(
    _ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView, asciiOnly: Bool
  ) {
    if let picture = picture(of: scalar, asciiOnly: asciiOnly) {
      result.append(contentsOf: picture.unicodeScalars)
    } else if !isInvisible(scalar), !(scalar.value == 0x200D && result.isEmpty) {
      result.append(scalar)
    }
  }

  private static func picture(of scalar: Unicode.Scalar, asciiOnly: Bool) -> String? {
    switch scalar.value {
    case 0x09: asciiOnly ? "\\t" : "␉"
    case 0x00...0x1F: asciiOnly ? "\\x" + hexPair(scalar.value) : picture(0x2400 + scalar.value)
    case 0x7F: asciiOnly ? "\\x7f" : "␡"
    default: nil
    }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func picture(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String(Character($0)) } ?? ""
  }

  private static func hexPair(_ value: UInt32) -> String {
    (value < 16 ? "0" : "") + String(value, radix: 16)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0xAD, 0x061C, 0x180E, 0x200B, 0x200C, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
