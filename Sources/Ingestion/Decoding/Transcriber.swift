import CText
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

  private let converter: OpaquePointer
  private let unitSize: Int
  private var lineEnds = ctext_line_ends()
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
    guard let converter = unsafe ctext_converter_new(encoding.systemName) else {
      throw FileTrouble("this system cannot convert from \(encoding.rawValue)")
    }
    unsafe self.converter = converter
    unitSize = encoding.unitSize
  }

  deinit { unsafe ctext_converter_free(converter) }

  /// The forms of line ends that were met.
  var metLineEnds: LineEnds {
    LineEnds(feeds: Int(lineEnds.feeds), pairs: Int(lineEnds.pairs), returns: Int(lineEnds.returns))
  }

  /// Lines that have ended so far.
  var lineCount: Int { metLineEnds.all }

  /// Converts the next bytes and gives what comes out, in one or more pieces.
  mutating func take(
    _ piece: UnsafeRawBufferPointer, _ give: (UnsafeRawBufferPointer) throws(FileTrouble) -> Void
  ) throws(FileTrouble) {
    var at = 0
    if !open.isEmpty { at = unsafe try closeOpen(with: piece, give) }
    unsafe try convert(UnsafeRawBufferPointer(rebasing: piece[at...]), give)
  }

  /// The text is at its end: what is still open is no character.
  mutating func finish(_ give: (UnsafeRawBufferPointer) throws(FileTrouble) -> Void) throws(FileTrouble) {
    let held = unsafe output.withUnsafeMutableBytes { room in
      unsafe ctext_convert_end(converter, room.baseAddress, room.count)
    }
    unsafe try deliver(held, give)
    guard !open.isEmpty else { return }
    open = []
    unsafe try repair(give)
  }

  /// Completes the character that the last piece left open; gives how many bytes of the piece that took.
  private mutating func closeOpen(
    with piece: UnsafeRawBufferPointer, _ give: (UnsafeRawBufferPointer) throws(FileTrouble) -> Void
  ) throws(FileTrouble) -> Int {
    let before = open.count
    let some = unsafe open + piece.prefix(Self.longestCharacter)
    open = []
    var trouble: FileTrouble?
    unsafe some.withUnsafeBytes { bytes in
      do throws(FileTrouble) { unsafe try convert(bytes, give) } catch { trouble = error }
    }
    if let trouble { throw trouble }
    // What is open again was not used, and lies in the piece unless the piece was too short.
    let used = some.count - open.count - before
    guard used > 0 else { return min(piece.count, Self.longestCharacter) }
    open = []
    return used
  }

  private mutating func convert(
    _ bytes: UnsafeRawBufferPointer, _ give: (UnsafeRawBufferPointer) throws(FileTrouble) -> Void
  ) throws(FileTrouble) {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      var taken = rest.count
      var given = output.count
      let status = unsafe output.withUnsafeMutableBytes { room in
        unsafe ctext_convert(converter, rest.baseAddress, &taken, room.baseAddress, &given)
      }
      try deliver(given, give)
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
      switch status {
      case CTEXT_INVALID:
        unsafe try repair(give)
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[min(unitSize, rest.count)...])
      case CTEXT_INCOMPLETE:
        open = unsafe Array(rest)
        return
      default: break
      }
    }
  }

  private mutating func repair(
    _ give: (UnsafeRawBufferPointer) throws(FileTrouble) -> Void
  ) throws(FileTrouble) {
    repairs.add(line: lineCount + 1)
    for position in Self.replacement.indices { output[position] = Self.replacement[position] }
    try deliver(Self.replacement.count, give)
  }

  /// Gives the first bytes of the output, with line feeds.
  private mutating func deliver(
    _ count: Int, _ give: (UnsafeRawBufferPointer) throws(FileTrouble) -> Void
  ) throws(FileTrouble) {
    guard count > 0 else { return }
    var trouble: FileTrouble?
    unsafe output.withUnsafeMutableBytes { room in
      let left = unsafe ctext_unify_lines(&lineEnds, room.bindMemory(to: UInt8.self).baseAddress, count)
      do throws(FileTrouble) { unsafe try give(UnsafeRawBufferPointer(rebasing: room[..<left])) } catch {
        trouble = error
      }
    }
    if let trouble { throw trouble }
  }
}

/// How often lines end in each form; a pair counts once.
struct LineEnds: Equatable, Sendable {
  var feeds = 0
  var pairs = 0
  var returns = 0

  var all: Int { feeds + pairs + returns }
}
