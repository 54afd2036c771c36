/// Goes over a JSON text once: whether it is well-formed, how many values it holds, and which arrays in it may hold rows.
///
/// The text is given in pieces and never kept, so its size does not matter. Commas before a closing bracket are
/// taken, as the engine takes them.
struct JSONScan {
  /// Where something stands: line and column from 1, the column in characters.
  struct Place: Equatable, Sendable {
    var line: Int
    var column: Int
  }

  /// An array that is the text itself, or the value of a key of an object that no array holds.
  struct ArrayPlace: Equatable, Sendable {
    /// The keys that lead to it; none where it is the text itself.
    var path: [String]
    /// The bytes from its opening to behind its closing bracket.
    var bytes: Range<Int>
    /// The line of its opening bracket.
    var line: Int
    var objects = 0
    var others = 0
    /// The first value in it that is no object.
    var firstOther: (place: Place, what: String)?

    static func == (first: ArrayPlace, second: ArrayPlace) -> Bool {
      first.path == second.path && first.bytes == second.bytes && first.objects == second.objects
    }
  }

  /// The first thing that is no JSON.
  struct Fault: Equatable, Sendable {
    var place: Place
    var expected: String
    /// What stands there instead; `the end of the file` where nothing does.
    var found: String
    /// The line of the bracket that was not closed.
    var openedInLine: Int?
  }

  private enum Expectation { case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd }

  private struct Level {
    var isObject: Bool
    var line: Int
    /// The array that is being noted here, by its position.
    var array: Int?
    /// All levels above are objects.
    var isPlain: Bool
  }

  private(set) var arrays: [ArrayPlace] = []
  /// Complete values of the text itself.
  private(set) var topValues = 0
  /// Keys of the first top-level object.
  private(set) var topKeys: [String] = []
  private(set) var fault: Fault?
  /// What the first value of the text is.
  private(set) var firstIsObject = false
  /// The first value of the text ends in the line in which it begins.
  private(set) var firstIsOnOneLine = true

  private var levels: [Level] = []
  private var path: [String] = []
  private var expectation = Expectation.value
  private var text: [UInt8]?
  private var isInText = false
  private var isEscaped = false
  private var literal: [UInt8] = []
  private var literalPlace = Place(line: 1, column: 1)
  private var offset = 0
  private var line = 1
  private var column = 0
  private var firstLine = 1

  /// Arrays deeper than this are not looked for.
  private static let deepestArray = 4
  private static let longestLiteral = 400

  init() {}

  /// The text begins a second value: it is no single document.
  var hasSeveralValues: Bool { topValues > 1 || (topValues == 1 && !(levels.isEmpty && literal.isEmpty)) }

  /// Takes a piece; stops at the first fault.
  mutating func scan(_ piece: Bytes) {
    for at in piece.indices {
      let byte = piece[at]
      if fault != nil { return }
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 0
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      take(byte)
      offset += 1
    }
  }

  /// The text is at its end.
  mutating func finish() {
    guard fault == nil else { return }
    if !literal.isEmpty { endLiteral() }
    guard fault == nil, isInText || !levels.isEmpty else { return }
    let what = isInText ? "\"" : levels.last?.isObject == true ? "}" : "]"
    fault = Fault(
      place: Place(line: line, column: column + 1), expected: what, found: "the end of the file",
      openedInLine: levels.last?.line)
  }

  private mutating func take(_ byte: UInt8) {
    if isInText { return takeOfText(byte) }
    if !literal.isEmpty, " \t\r\n{}[],:\"".utf8.contains(byte) {
      endLiteral()
      if fault != nil { return }
    }
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): break
    case UInt8(ascii: "{"), UInt8(ascii: "["): open(byte)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): close(byte)
    case UInt8(ascii: ","): takeComma()
    case UInt8(ascii: ":"):
      guard expectation == .colon else { return fail(byte) }
      expectation = .value
    case UInt8(ascii: "\""): openText(byte)
    // The mark of UTF-8.
    case 0xEF where offset == 0, 0xBB where offset == 1, 0xBF where offset == 2: column = 0
    default: takeOfLiteral(byte)
    }
  }

  private mutating func takeOfText(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
      text?.append(byte)
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
      text?.append(byte)
    } else if byte == UInt8(ascii: "\"") {
      isInText = false
      endText()
    } else {
      text?.append(byte)
    }
  }

  private mutating func openText(_ byte: UInt8) {
    switch expectation {
    case .key, .keyOrEnd:
      // Only keys on the way to an array are kept.
      text = levels.last?.isPlain == true ? [] : nil
    case .value, .valueOrEnd:
      beginValue("a text", isObject: false)
      text = nil
    default: return fail(byte)
    }
    isInText = true
  }

  private mutating func endText() {
    switch expectation {
    case .key, .keyOrEnd:
      expectation = .colon
      guard levels.last?.isPlain == true else { return }
      let key = String(decoding: text ?? [], as: UTF8.self)
      if path.count >= levels.count { path.removeLast(path.count - levels.count + 1) }
      path.append(key)
      if levels.count == 1, topValues == 0 { topKeys.append(key) }
    default: endValue()
    }
  }

  private mutating func open(_ byte: UInt8) {
    guard expectation == .value || expectation == .valueOrEnd else { return fail(byte) }
    let isObject = byte == UInt8(ascii: "{")
    beginValue(isObject ? "an object" : "a list", isObject: isObject)
    let isPlain = levels.allSatisfy(\.isObject) && levels.count < Self.deepestArray
    var level = Level(isObject: isObject, line: line, array: nil, isPlain: isPlain && isObject)
    if isPlain, !isObject {
      level.array = arrays.count
      arrays.append(
        ArrayPlace(path: Array(path.prefix(levels.count)), bytes: offset..<(offset + 1), line: line))
    }
    levels.append(level)
    expectation = isObject ? .keyOrEnd : .valueOrEnd
  }

  private mutating func close(_ byte: UInt8) {
    guard let level = levels.last else { return fail(byte) }
    let fits = level.isObject ? byte == UInt8(ascii: "}") : byte == UInt8(ascii: "]")
    guard fits, expectation != .colon, !(level.isObject && expectation == .value) else { return fail(byte) }
    if let array = level.array { arrays[array].bytes = arrays[array].bytes.lowerBound..<(offset + 1) }
    levels.removeLast()
    if path.count > levels.count { path.removeLast(path.count - levels.count) }
    endValue()
  }

  private mutating func takeComma() {
    guard expectation == .commaOrEnd, let level = levels.last else { return fail(UInt8(ascii: ",")) }
    expectation = level.isObject ? .keyOrEnd : .valueOrEnd
  }

  private mutating func takeOfLiteral(_ byte: UInt8) {
    if literal.isEmpty {
      guard expectation == .value || expectation == .valueOrEnd else { return fail(byte) }
      literalPlace = Place(line: line, column: column)
      beginValue(byte == UInt8(ascii: "n") ? "null" : "a number", isObject: false)
    }
    if literal.count < Self.longestLiteral { literal.append(byte) }
  }

  private mutating func endLiteral() {
    let word = literal
    literal.removeAll(keepingCapacity: true)
    let known = ["true", "false", "null", "NaN", "Infinity", "-Infinity"]
    let looksLikeNumber =
      word.contains { $0 >= 48 && $0 <= 57 }
      && word.allSatisfy { ($0 >= 48 && $0 <= 57) || "+-.eE".utf8.contains($0) }
    if looksLikeNumber || known.contains(String(decoding: word, as: UTF8.self)) { return endValue() }
    fault = Fault(
      place: literalPlace, expected: "a value",
      found: "\"\(String(decoding: word.prefix(20), as: UTF8.self))\"")
  }

  private mutating func beginValue(_ what: String, isObject: Bool) {
    if levels.isEmpty, topValues == 0 {
      firstIsObject = isObject
      firstLine = line
    }
    guard let array = levels.last?.array else { return }
    if isObject {
      arrays[array].objects += 1
    } else {
      arrays[array].others += 1
      if arrays[array].firstOther == nil {
        arrays[array].firstOther = (Place(line: line, column: column), what)
      }
    }
  }

  private mutating func endValue() {
    expectation = levels.isEmpty ? .value : .commaOrEnd
    guard levels.isEmpty else { return }
    topValues += 1
    if topValues == 1 { firstIsOnOneLine = line == firstLine }
  }

  private mutating func fail(_ byte: UInt8) {
    let expected: String =
      switch expectation {
      case .value, .valueOrEnd: "a value"
      case .key, .keyOrEnd: "a name in double quotes"
      case .colon: ":"
      case .commaOrEnd: levels.last?.isObject == true ? ", or }" : ", or ]"
      }
    fault = Fault(
      place: Place(line: line, column: column), expected: expected,
      found: byte < 0x80 ? "\(Character(UnicodeScalar(byte)))" : "another character")
  }
}

extension JSONScan {
  /// Scans a file from its start until `isEnough`, or to its end.
  static func of(
    _ path: String, until isEnough: (JSONScan) -> Bool = { _ in false }
  ) throws(FileTrouble) -> JSONScan {
    var scan = JSONScan()
    var isCut = false
    try readText(of: path) { piece in
      scan.scan(piece)
      isCut = scan.fault != nil || isEnough(scan)
      return !isCut
    }
    if !isCut { scan.finish() }
    return scan
  }
}

extension JSONScan {
  /// The largest array of objects in an object that has no identity of its own.
  var wrappedRows: ArrayPlace? {
    let identities: Set = ["id", "_id", "created_at", "ticket_id", "uuid"]
    guard topKeys.allSatisfy({ !identities.contains($0.lowercased()) }) else { return nil }
    let candidates = arrays.filter { $0.objects > 0 && $0.others == 0 }
    return candidates.max { ($0.objects, -$0.path.count) < ($1.objects, -$1.path.count) }
  }
}
