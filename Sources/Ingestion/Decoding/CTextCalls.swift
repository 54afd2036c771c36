import CText

/// Counts what is UTF-8 and what is not, over bytes that are given in pieces.
struct UTF8Count {
  private var counts = ctext_utf8_counts()

  /// Complete sequences of several bytes.
  var valid: UInt64 { counts.valid }
  /// Bytes that belong to no sequence.
  var wrong: UInt64 { counts.wrong }

  mutating func add(_ bytes: Bytes) {
    unsafe bytes.withUnsafeBytes { unsafe ctext_utf8_count(&counts, $0.baseAddress, $0.count) }
  }

  /// The text is at its end: a sequence that is still open is wrong.
  mutating func finish() { unsafe ctext_utf8_end(&counts) }
}

/// Guesses an encoding from bytes that are given in pieces.
@safe struct EncodingDetector: ~Copyable {
  private let handle: OpaquePointer

  init() throws(FileTrouble) {
    guard let handle = unsafe ctext_detector_new() else { throw FileTrouble() }
    unsafe self.handle = handle
  }

  deinit { unsafe ctext_detector_free(handle) }

  func feed(_ bytes: Bytes) {
    unsafe bytes.withUnsafeBytes { unsafe ctext_detector_feed(handle, $0.baseAddress, $0.count) }
  }

  /// The encoding's name, empty where nothing fits; nothing can be fed afterwards.
  func finish() -> String { unsafe String(cString: ctext_detector_finish(handle)) }
}

/// Converts bytes of one encoding to UTF-8.
@safe struct EncodingConverter: ~Copyable {
  /// How a conversion stopped.
  enum Stop {
    /// All input was taken, or the output is full.
    case usual
    /// The input goes on with bytes that are no character.
    case invalid
    /// The input ends within a character.
    case incomplete
  }
  private let handle: OpaquePointer

  /// Nil where the system cannot convert from the encoding, which is named as `iconv` does.
  init?(from name: String) {
    guard let handle = unsafe ctext_converter_new(name) else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe ctext_converter_free(handle) }

  /// Takes input from its start and gives output from the start of the room.
  ///
  /// - Returns: how many bytes were taken and given.
  func convert(_ input: Bytes, into room: inout [UInt8]) -> (stop: Stop, taken: Int, given: Int) {
    var taken = input.count
    var given = room.count
    let status = unsafe input.withUnsafeBytes { input in
      unsafe ctext_convert(handle, input.baseAddress, &taken, &room, &given)
    }
    switch status {
    case CTEXT_INVALID: return (.invalid, taken, given)
    case CTEXT_INCOMPLETE: return (.incomplete, taken, given)
    default: return (.usual, taken, given)
    }
  }

  /// Gives what the conversion held back for a mark that could have followed; the number of its bytes.
  func finish(into room: inout [UInt8]) -> Int { unsafe ctext_convert_end(handle, &room, room.count) }
}

/// Line ends over a text that is given in pieces.
struct LineEndCount {
  private var ends = ctext_line_ends()

  /// The forms that were met.
  var met: LineEnds {
    LineEnds(feeds: Int(ends.feeds), pairs: Int(ends.pairs), returns: Int(ends.returns))
  }

  /// Writes every line end among the first bytes as a line feed, in place; gives the bytes that are left.
  mutating func unify(_ bytes: inout [UInt8], first count: Int) -> Int {
    unsafe ctext_unify_lines(&ends, &bytes, min(count, bytes.count))
  }
}

extension Swift.Span<UInt8> {
  /// The place of the first byte from `start` on that is not ASCII; the end where there is none.
  func firstHigh(from start: Int) -> Int {
    unsafe withUnsafeBytes { unsafe ctext_first_high($0.baseAddress, start, $0.count) }
  }
}
