/// A text that looks like a time, taken apart into the parts of a `strptime` format.
struct InstantShape: Equatable {
  /// The format with day and month in either place: `%1` and `%2` stand for the two of them.
  var format: String
  /// The order of day and month is open.
  var isOpen: Bool
  /// What the open parts hold, to tell day from month.
  var openParts: (Int, Int)?
  /// The offset that a word such as `UTC` means.
  var offset: Int?
  var hasOffsetDigits = false

  static func == (left: InstantShape, right: InstantShape) -> Bool {
    left.format == right.format && left.offset == right.offset
  }

  /// The `strptime` format with day and month in one of the two orders.
  func format(dayFirst: Bool) -> String {
    guard isOpen else { return format }
    var out = ""
    var isMark = false
    for character in format {
      if isMark, character == "1" || character == "2" {
        out.append(dayFirst == (character == "1") ? "d" : "m")
      } else {
        out.append(character)
      }
      isMark = character == "%"
    }
    return out
  }

  /// Takes a text apart; nil where it is no time that is known.
  init?(_ text: String) {
    var reader = ShapeReader(text)
    guard reader.read(), let format = reader.format else { return nil }
    self.format = format
    isOpen = reader.isOpen
    openParts = reader.openParts
    offset = reader.offset
    hasOffsetDigits = reader.hasOffsetDigits
  }
}

/// Words that stand for an offset, in seconds.
let zoneWords: [String: Int] = [
  "z": 0, "utc": 0, "gmt": 0, "pst": -28800, "pdt": -25200, "mst": -25200, "mdt": -21600, "cst": -21600,
  "cdt": -18000, "est": -18000, "edt": -14400, "cet": 3600, "cest": 7200, "bst": 3600,
]

/// Goes over the pieces of a text (digits, letters, marks) and writes the format beside them.
private struct ShapeReader {
  private var pieces: [Substring]
  private var at = 0
  private(set) var format: String? = ""
  private(set) var isOpen = false
  private(set) var openParts: (Int, Int)?
  private(set) var offset: Int?
  private(set) var hasOffsetDigits = false
  private var hasDate = false
  private var hasTime = false
  private var hasYear = false
  private var hourIndex: String.Index?

  init(_ text: String) { pieces = Self.split(text) }

  /// Reads everything; false where something is not known.
  mutating func read() -> Bool {
    guard pieces.count >= 3, pieces.count < 24 else { return false }
    while at < pieces.count { guard readPart() else { return false } }
    return hasDate && hasYear
  }

  private static func split(_ text: String) -> [Substring] {
    var pieces: [Substring] = []
    var kindBefore = -1
    for index in text.indices {
      let character = text[index]
      let kind = character.isASCII && character.isNumber ? 0 : character.isLetter ? 1 : 2
      if kind == kindBefore, kind != 2, let last = pieces.popLast() {
        pieces.append(text[last.startIndex...index])
      } else {
        pieces.append(text[index...index])
      }
      kindBefore = kind
    }
    return pieces
  }

  private func piece(_ ahead: Int) -> Substring { at + ahead < pieces.count ? pieces[at + ahead] : "" }
  private func number(_ ahead: Int) -> Int? {
    piece(ahead).utf8.allSatisfy(isDigit) ? Int(piece(ahead)) : nil
  }

  private mutating func write(_ text: some StringProtocol, taking count: Int) -> Bool {
    format? += text
    at += count
    return true
  }

  private mutating func readPart() -> Bool {
    let next = piece(0)
    if number(0) != nil { return readNumber() }
    if next.first?.isLetter == true { return readWord(next.lowercased()) }
    if next == "+" || next == "-", hasTime, let digits = number(1), piece(1).count == 4 || piece(1).count == 2
    {
      return digits < 2400 && readOffset()
    }
    return " ,/.-".contains(next) && write(next, taking: 1)
  }

  private mutating func readNumber() -> Bool {
    if piece(1) == ":", !hasTime { return readTime() }
    if !hasDate, "/.-".contains(piece(1)), piece(1) == piece(3), let first = number(0),
      let second = number(2), number(4) != nil
    {
      return readOpenDate(first, second)
    }
    return readLoneNumber()
  }

  /// `31/12/2024`: day and month in an order that the text alone does not tell.
  private mutating func readOpenDate(_ first: Int, _ second: Int) -> Bool {
    let year = piece(4)
    guard (1...31).contains(first), (1...31).contains(second), year.count == 4 || year.count == 2 else {
      return false
    }
    guard first <= 12 || second <= 12 else { return false }
    (hasDate, hasYear, isOpen, openParts) = (true, true, true, (first, second))
    return write("%1\(piece(1))%2\(piece(1))" + (year.count == 4 ? "%Y" : "%y"), taking: 5)
  }

  /// A day or a year beside the name of a month.
  private mutating func readLoneNumber() -> Bool {
    let digits = piece(0)
    if digits.count == 4, !hasYear {
      hasYear = true
      return write("%Y", taking: 1)
    }
    guard digits.count <= 2 else { return false }
    let isDay = format?.contains("%d") == false
    if isDay { return write("%d", taking: 1) }
    guard !hasYear, digits.count == 2 else { return false }
    hasYear = true
    return write("%y", taking: 1)
  }

  private mutating func readTime() -> Bool {
    guard let hour = number(0), hour < 24, let minute = number(2), minute < 60, piece(2).count == 2 else {
      return false
    }
    hasTime = true
    var text = "%H:%M"
    var count = 3
    if piece(3) == ":", let second = number(4), second < 61 {
      text += ":%S"
      count = 5
      if piece(5) == ".", number(6) != nil {
        text += ".%f"
        count = 7
      }
    }
    return write(text, taking: count)
  }

  private mutating func readWord(_ word: String) -> Bool {
    let month = word.prefix(3)
    if Self.months.contains(String(month)),
      Self.monthNames.contains(where: { $0 == word || month == word }) || word == "sept"
    {
      hasDate = true
      return write(word.count > 3 ? "%B" : "%b", taking: 1)
    }
    if Self.weekdays.contains(where: { $0 == word }) { return write("%A", taking: 1) }
    if Self.weekdays.contains(where: { $0.prefix(3) == word }) { return write("%a", taking: 1) }
    if word == "am" || word == "pm", hasTime {
      format = format.map { replacingHour($0) }
      return write("%p", taking: 1)
    }
    if word == "t", hasDate, !hasTime { return write(piece(0), taking: 1) }
    guard hasTime, let seconds = zoneWords[word] else { return false }
    offset = seconds
    return write(piece(0), taking: 1)
  }

  private func replacingHour(_ format: String) -> String {
    var out = ""
    var isMark = false
    for character in format {
      out.append(isMark && character == "H" ? "I" : character)
      isMark = character == "%"
    }
    return out
  }

  private mutating func readOffset() -> Bool {
    hasOffsetDigits = true
    let hasColon = piece(2) == ":" && piece(1).count == 2
    return write("%z", taking: hasColon ? 4 : 2)
  }

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]
  private static let months = monthNames.map { String($0.prefix(3)) }
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
