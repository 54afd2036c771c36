import Rendering
import Testing

@Suite struct `Hanging lines` {
  @Test(arguments: [
    ("fits", "fits"),
    ("one two three four five", "one two three four\n  five"),
    ("  one two three four five", "  one two three four\n    five"),
    ("  what  the share of it all", "  what  the share of\n        it all"),
    ("first\n\n  a  one two three four five\n", "first\n\n  a  one two three\n     four five\n"),
    ("a far word too   late for the first half", "a far word too late\n  for the first half"),
    ("日本語 日本語 日本語 日本語", "日本語 日本語 日本語\n  日本語"),
  ])
  func `break between words and stand below their text`(text: String, lines: String) {
    #expect(DisplayWidth.hangingLines(text, to: 20) == lines)
  }

  @Test(arguments: 1...12) func `end in any width`(width: Int) {
    let text = DisplayWidth.hangingLines("  name  meaning of\nanother", to: width)
    #expect(text.filter { $0.isLetter } == "namemeaningofanother")
  }
}
