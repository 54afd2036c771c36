import CWorkbook

/// What a cell's number stands for, as its format tells.
enum NumberMeaning: Equatable, Sendable {
  case number
  case date
  case dateAndTime
  /// A time of day.
  case time
  /// Hours, minutes and seconds that may be more than a day.
  case duration
}

/// The formats of a workbook's cells.
final class NumberFormats: PartReader {
  private var codes: [Int: String] = [:]
  private var meanings: [NumberMeaning] = []
  private var isInCells = false

  /// The meaning of a style; a plain number where there is none.
  func meaning(of style: Int) -> NumberMeaning { style < meanings.count ? meanings[style] : .number }

  override func start(_ element: Element, _ attributes: Attributes) {
    switch element {
    case CWORKBOOK_NUMBER_FORMAT:
      if let id = attributes.number("numFmtId") { codes[id] = attributes.text("formatCode") }
    case CWORKBOOK_CELL_FORMATS: isInCells = true
    case CWORKBOOK_FORMAT where isInCells:
      meanings.append(meaning(ofFormat: attributes.number("numFmtId") ?? 0))
    default: break
    }
  }

  override func end(_ element: Element) {
    if element == CWORKBOOK_CELL_FORMATS { isInCells = false }
  }

  private func meaning(ofFormat id: Int) -> NumberMeaning {
    if let code = codes[id] { return NumberMeaning(code: code) }
    // ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are dates of East Asian versions.
    switch id {
    case 14...17, 27...31, 34...36, 50...58: return .date
    case 18...21, 32, 33: return .time
    case 22: return .dateAndTime
    case 45...47: return .duration
    default: return .number
    }
  }
}

extension NumberMeaning {
  /// What a format such as `dd/mm/yyyy hh:mm` or `[h]:mm:ss` shows.
  init(code: String) {
    var letters = Set<Character>()
    var hasElapsed = false
    var rest =
      code.lowercased().split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    if rest.hasPrefix("general") { rest = "" }
    while let character = rest.popFirst() {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
          hasElapsed = true
        }
      default: letters.insert(character)
      }
    }
    let hasDay =
      letters.contains("d") || letters.contains("y")
      || letters.contains("e")
        && !letters.contains("0") && !letters.contains("#")
    let hasClock = letters.contains("h") || letters.contains("s")
    if hasElapsed {
      self = .duration
    } else if hasDay {
      self = hasClock ? .dateAndTime : .date
    } else if hasClock {
      self = .time
    } else {
      // `mmm`: a month by itself.
      self = letters.contains("m") && !letters.contains("0") && !letters.contains("#") ? .date : .number
    }
  }
}
