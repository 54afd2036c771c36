/// The signs that a renderer adds to the data, and how it shows what cannot be shown as it is.
struct Glyphs {
  var missing = "—"
  var ellipsis = "…"
  var times = "×"
  var plusMinus = "±"
  var rising = "↑"
  var falling = "↓"
  var infinity = "∞"
  var rule = "─"
  var separator = " · "
  /// Between the bounds of an interval: two dots, as in the language's periods, for a dash would collide with a minus.
  var range = ".."
  /// For a line break in a text.
  var lineBreak = "↵"
  /// Control characters are written in ASCII.
  var isASCII = false

  static let unicode = Glyphs()

  static let ascii = Glyphs(
    missing: "-", ellipsis: "~", times: "x", plusMinus: "+-", rising: "^", falling: "v", infinity: "inf",
    rule: "-",
    separator: " | ", lineBreak: "\\n", isASCII: true)

  /// For screen readers, which spell signs or skip them.
  static let spoken = Glyphs(
    missing: "missing", rising: " (up)", falling: " (down)", range: " to ", lineBreak: "\\n")

  /// For formats with lines of their own in a cell.
  static let document = Glyphs(lineBreak: "\n")

  static func terminal(_ options: RenderOptions) -> Glyphs { options.asciiOnly ? .ascii : .unicode }

  /// A text of a stranger made harmless.
  func cleaned(_ text: String) -> String {
    DisplayWidth.cleaned(text, lineBreak: lineBreak, asciiOnly: isASCII)
  }
}
