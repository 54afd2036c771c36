/// One cell as people see it, in the pieces that are aligned one by one.
struct Cell: Equatable {
  /// A text, or a number up to its ones.
  var head = ""
  /// A number from its point on, with what follows it: `.4%`.
  var tail = ""
  /// `±4`, or `(27..36)` where the interval is not symmetric.
  var interval = ""
  var tone = Tone.normal
  /// There is no value, which is not the same as 0 or an empty text.
  var isMissing = false
  /// The lines of a text that has several; `head` holds them in one.
  var lines: [String] = []

  /// Everything, for places that do not align.
  var text: String { interval.isEmpty ? head + tail : head + tail + " " + interval }

  static func plain(_ text: String, _ tone: Tone = .normal) -> Cell { Cell(head: text, tone: tone) }

  /// A number, cut at its point.
  static func number(_ text: String, _ tone: Tone = .normal) -> Cell {
    guard let point = text.firstIndex(of: ".") else { return numberWithoutPoint(text, tone) }
    return Cell(head: String(text[..<point]), tail: String(text[point...]), tone: tone)
  }

  /// The sign behind a whole number (`%`, an arrow) belongs to the part right of the point.
  private static func numberWithoutPoint(_ text: String, _ tone: Tone) -> Cell {
    let end = text.lastIndex { $0.isASCII && $0.isNumber }.map { text.index(after: $0) } ?? text.endIndex
    return Cell(head: String(text[..<end]), tail: String(text[end...]), tone: tone)
  }
}
