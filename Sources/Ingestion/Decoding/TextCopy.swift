import Engine
import Vocabulary

/// A copy of a text file, or of a part of it, as the engine reads it: UTF-8 with line feeds.
struct TextCopy: Sendable {
  var path: String
  var repairs: Transcriber.Repairs
  /// The line ends of the original, those before the copied part among them.
  var lineEnds: LineEnds
  var byteCount: Int

  /// Makes a copy piece by piece: memory does not grow with the file.
  ///
  /// - Parameters:
  ///   - source: the file, inflated where it is gzip.
  ///   - mark: bytes at its start that are no text.
  ///   - skipping: bytes of the converted text that stay out.
  ///   - isCancelled: asked before each piece.
  static func make(
    of source: String, from encoding: TextEncoding, mark: Int, skipping: Int = 0, ending: String,
    in spool: Spool,
    isCancelled: () -> Bool
  ) throws(FileTrouble) -> TextCopy {
    var transcriber = try Transcriber(from: encoding)
    var written = 0
    let path = try spool.write(ending: ending) { writer throws(FileTrouble) in
      var markLeft = mark
      var skipLeft = skipping
      func give(_ bytes: Bytes) throws(FileTrouble) {
        let skipped = min(skipLeft, bytes.count)
        skipLeft -= skipped
        try writer.append(bytes.extracting(skipped...))
      }
      try readText(of: source) { piece throws(FileTrouble) in
        if isCancelled() { throw FileTrouble(cancelled: true) }
        let skipped = min(markLeft, piece.count)
        markLeft -= skipped
        try transcriber.take(piece.extracting(skipped...), give)
        return true
      }
      try transcriber.finish(give)
      written = writer.byteCount
    }
    return TextCopy(
      path: path, repairs: transcriber.repairs, lineEnds: transcriber.metLineEnds, byteCount: written)
  }

  /// Leaves out what begins at a byte.
  mutating func cut(at byte: Int) throws(FileTrouble) {
    try truncateFile(path, to: byte)
    byteCount = byte
  }
}
