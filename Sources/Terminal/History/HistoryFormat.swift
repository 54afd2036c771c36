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
  static func entry(from line: some Collection<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in line {
      if isEscaped {
        bytes += plain(byte)
        isEscaped = false
      } else if byte == backslash {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: isEscaped ? bytes + [backslash] : bytes, as: UTF8.self)
  }

  private static let backslash = UInt8(ascii: "\\")

  private static func plain(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "n"): [0x0A]
    case UInt8(ascii: "r"): [0x0D]
    case backslash: [backslash]
    default: [backslash, byte]
    }
  }

  /// The entries of a file, oldest first; a last line that was cut off is left out.
  static func entries(of bytes: [UInt8], limit: Int) -> [String] {
    let whole = bytes.last == 0x0A ? bytes[...] : bytes[..<((bytes.lastIndex(of: 0x0A) ?? -1) + 1)]
    return whole.split(separator: 0x0A).suffix(limit).map(entry)
  }
}
