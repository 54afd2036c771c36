/// How statements are written into the history file: one a line, oldest first, as UTF-8 text that can be
/// read and searched with any tool.
///
/// Inside a statement a newline is written as `\n`, a carriage return as `\r` and a backslash as `\\`.
enum HistoryFormat {
  static func line(for entry: String) -> String {
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line + "\n"
  }

  /// A backslash before any other character stands for itself, so that no line of the file is lost.
  static func entry(from line: some StringProtocol) -> String {
    guard line.contains("\\") else { return String(line) }
    var entry = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        entry += plain(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        entry.unicodeScalars.append(scalar)
      }
    }
    return isEscaped ? entry + "\\" : entry
  }

  private static func plain(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "n": "\n"
    case "r": "\r"
    case "\\": "\\"
    default: "\\" + String(scalar)
    }
  }

  /// The entries of a file, oldest first; a last line that was cut off is left out.
  static func entries(of bytes: [UInt8], limit: Int) -> [String] {
    let whole = bytes.last == 0x0A ? bytes[...] : bytes[..<((bytes.lastIndex(of: 0x0A) ?? -1) + 1)]
    return whole.split(separator: 0x0A).suffix(limit).map { entry(from: String(decoding: $0, as: UTF8.self)) }
  }
}
