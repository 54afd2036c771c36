import Vocabulary

/// Turns the bytes of a file into UTF-8 with line feeds, piece by piece.
///
/// What is no character becomes U+FFFD and is counted. Line ends of any form become line feeds, one for one, so that
/// lines keep their numbers.
struct Transcriber: ~Copyable {
  /// Bytes that were no character.
  struct Repairs: Equatable, Sendable {
    var count = 0
    /// The first lines that have some, from 1, each once.
    var lines: [Int] = []

    static let mostLines = 5

    mutating func add(line: Int) {
      count += 1
      if lines.last != line, lines.count < Self.mostLines { lines.append(line) }
    }
  }

  private let converter: EncodingConverter
  private let unitSize: Int
  private var lineEnds = LineEndCount()
  /// Bytes of a character that the last piece left open.
  private var open: [UInt8] = []
  private var output = [UInt8](repeating: 0, count: outputSize)
  private(set) var repairs = Repairs()

  private static let outputSize = 1 << 18
  /// No encoding needs more bytes for one character.
  private static let longestCharacter = 16
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// - Throws: `FileTrouble` where the system cannot convert from the encoding.
  init(from encoding: TextEncoding) throws(FileTrouble) {
    guard let converter = EncodingConverter(from: encoding.systemName) else {
      throw FileTrouble("this system cannot convert from \(encoding.rawValue)")
    }
    self.converter = converter
    unitSize = encoding.unitSize
  }

  /// The forms of line ends that were met.
  var metLineEnds: LineEnds { lineEnds.met }

  /// Lines that have ended so far.
  var lineCount: Int { metLineEnds.all }

  /// Converts the next bytes and gives what comes out, in one or more pieces.
  mutating func take(
    _ piece: Bytes, _ give: (Bytes) throws(FileTrouble) -> Void
  ) throws(FileTrouble) {
    var at = 0
    if !open.isEmpty { at = try closeOpen(with: piece, give) }
    try convert(piece.extracting(at...), give)
  }

  /// The text is at its end: what is still open is no character.
  mutating func finish(_ give: (Bytes) throws(FileTrouble) -> Void) throws(FileTrouble) {
    try deliver(converter.finish(into: &output), give)
    guard !open.isEmpty else { return }
    open = []
    try repair(give)
  }

  /// Completes the character that the last piece left open; gives how many bytes of the piece that took.
  private mutating func closeOpen(
    with piece: Bytes, _ give: (Bytes) throws(FileTrouble) -> Void
  ) throws(FileTrouble) -> Int {
    let before = open.count
    var some = open
    some.append(piece.extracting(first: Self.longestCharacter))
    open = []
    try convert(some.span, give)
    // What is open again was not used, and lies in the piece unless the piece was too short.
    let used = some.count - open.count - before
    guard used > 0 else { return min(piece.count, Self.longestCharacter) }
    open = []
    return used
  }

  private mutating func convert(
    _ bytes: Bytes, _ give: (Bytes) throws(FileTrouble) -> Void
  ) throws(FileTrouble) {
    var rest = bytes
    while !rest.isEmpty {
      let (stop, taken, given) = converter.convert(rest, into: &output)
      try deliver(given, give)
      rest = rest.extracting(taken...)
      switch stop {
      case .invalid:
        try repair(give)
        rest = rest.extracting(min(unitSize, rest.count)...)
      case .incomplete:
        open.append(rest)
        return
      case .usual: break
      }
    }
  }

  private mutating func repair(_ give: (Bytes) throws(FileTrouble) -> Void) throws(FileTrouble) {
    repairs.add(line: lineCount + 1)
    for position in Self.replacement.indices { output[position] = Self.replacement[position] }
    try deliver(Self.replacement.count, give)
  }

  /// Gives the first bytes of the output, with line feeds.
  private mutating func deliver(
    _ count: Int, _ give: (Bytes) throws(FileTrouble) -> Void
  ) throws(FileTrouble) {
    guard count > 0 else { return }
    let left = lineEnds.unify(&output, first: count)
    try give(output.span.extracting(..<left))
  }
}

/// How often lines end in each form; a pair counts once.
struct LineEnds: Equatable, Sendable {
  var feeds = 0
  var pairs = 0
  var returns = 0

  var all: Int { feeds + pairs + returns }
}
