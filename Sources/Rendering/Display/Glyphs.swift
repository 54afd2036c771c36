/// The signs that a renderer adds to the data, in full or in ASCII.
struct Glyphs {
  var missing = "—"
  var ellipsis = "…"
  var times = "×"
  var plusMinus = "±"
  var rising = "↑"
  var falling = "↓"
  var rule = "─"
  var separator = " · "

  static let unicode = Glyphs()
  static let ascii = Glyphs(
    missing: "-", ellipsis: "~", times: "x", plusMinus: "+-", rising: "^", falling: "v", rule: "-",
    separator: " | ")

  static func of(_ options: RenderOptions) -> Glyphs { options.asciiOnly ? .ascii : .unicode }
}
