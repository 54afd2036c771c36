/// What an ADBC driver manifest says, of the small part of TOML that manifests are written in.
///
/// The library is `shared` in the section `Driver`, or the entry of this system in `Driver.shared`.
struct DriverManifest: Equatable {
  private(set) var library: String?
  private(set) var entryPoint: String?

  init(_ text: String, platform: String = SystemFolders.platform) {
    var section = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.trimmed
      if line.hasPrefix("[") {
        section = String(line.dropFirst().prefix { $0 != "]" })
      } else if let (key, value) = Self.entry(line) {
        switch "\(section).\(key)" {
        case "Driver.shared", "Driver.shared.\(platform)": library = value
        case "Driver.entrypoint": entryPoint = value
        default: break
        }
      }
    }
  }

  /// Takes a line of the form `key = "value"` apart; nil for anything else.
  private static func entry(_ line: Substring) -> (key: Substring, value: String)? {
    guard let equals = line.firstIndex(of: "=") else { return nil }
    let value = line[line.index(after: equals)...].trimmed
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    var text = ""
    var isEscaped = false
    for character in value.dropFirst() {
      if isEscaped || (character != quote && (character != "\\" || quote == "'")) {
        text.append(character)
        isEscaped = false
      } else if character == quote {
        return (line[..<equals].trimmed, text)
      } else {
        isEscaped = true
      }
    }
    return nil
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" && $0 != "\r" }) else { return "" }
    return start[...last]
  }
}
