/// Words that database tools write without quotes where a value is missing.
enum BareNull: String, CaseIterable, Sendable {
  case null = "NULL"
  case mark = "\\N"

  /// The word that stands alone in a field without quotes somewhere in the head of a file, nil where none does.
  static func find(in text: some Collection<UInt8>, delimiter: Character) -> BareNull? {
    allCases.first { $0.standsAlone(in: text, delimiter) }
  }

  private func standsAlone(in text: some Collection<UInt8>, _ delimiter: Character) -> Bool {
    let ends: [UInt8] = [UInt8(ascii: "\n"), UInt8(ascii: "\r")] + Array(String(delimiter).utf8)
    var field: [UInt8] = []
    for byte in text {
      if !ends.contains(byte) {
        field.append(byte)
      } else {
        if field.elementsEqual(rawValue.utf8) { return true }
        field.removeAll(keepingCapacity: true)
      }
    }
    return false
  }
}
