/// Puts one line together from pieces with tones, and never lets it grow beyond the width or end in spaces.
struct LineBuilder {
  private let painter: Painter
  private let limit: Int?
  private let mark: String
  private var text = ""
  private var used = 0
  private var pendingSpaces = 0

  init(_ painter: Painter, width: Int?, mark: String) {
    self.painter = painter
    limit = width
    self.mark = mark
  }

  mutating func space(_ count: Int) { pendingSpaces += max(0, count) }

  mutating func append(_ piece: String, _ tone: Tone = .normal) {
    guard !piece.isEmpty else { return }
    var piece = piece
    if let limit {
      piece = DisplayWidth.truncated(piece, to: max(0, limit - used - pendingSpaces), mark: mark)
    }
    guard !piece.isEmpty else { return }
    text += String(repeating: " ", count: pendingSpaces) + painter.paint(piece, tone)
    used += pendingSpaces + DisplayWidth.of(piece)
    pendingSpaces = 0
  }

  /// The line so far, with its line break.
  var line: String { text + "\n" }
}
