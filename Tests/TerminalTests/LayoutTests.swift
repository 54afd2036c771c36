import Testing

@testable import Terminal

/// Where text stands on the screen, without a terminal.
@Suite struct LayoutTests {
  private let layout = EditLayout(columns: 10) { scalar in
    switch scalar.value {
    case 0..<0x20, 0x80..<0xA0: -1
    case 0x300...0x36F: 0
    case 0x2E80...0xFFFF, 0x1F300...0x1FAFF: 2
    default: 1
    }
  }

  @Test(
    arguments: [
      ("", 0, 0), ("abc", 0, 3), ("0123456789", 1, 0), ("012345678日", 1, 2), ("01234567日", 1, 0),
      ("ab\ncd", 1, 2), ("e\u{301}", 0, 1), ("\u{1}", 0, 2), ("\u{85}", 0, 7), ("a\tb", 0, 9),
      ("0123456789\n", 2, 0),
    ])
  func places(text: String, row: Int, column: Int) {
    #expect(layout.position(after: text) == EditLayout.Position(row: row, column: column))
  }

  @Test(
    "Rows that were full are joined again, rows that ended before a wide character are not",
    arguments: [
      // Painted as "0123456789", "ab".
      ("0123456789ab", 20, 0, 12),
      // Painted as "012345678", "日ab".
      ("012345678日ab", 20, 1, 4),
      ("012345678日ab", 8, 2, 4),
      ("01\n日", 20, 1, 2),
    ])
  func placesAfterAResize(text: String, columns: Int, row: Int, column: Int) {
    let wider = EditLayout(columns: columns, width: layout.width)
    let place = wider.position(after: text, paintedWith: 10)
    #expect(place == EditLayout.Position(row: row, column: column))
  }

  @Test(
    arguments: [
      ("cx> ", "cx> ", "cx> "),
      ("\u{1B}[1mcx>\u{1B}[0m ", "\u{1}\u{1B}[1m\u{1}cx>\u{1}\u{1B}[0m\u{1} ", "cx> "),
      ("\u{1B}[0m\u{1B}[32mok>\u{1B}[0m", "\u{1}\u{1B}[0m\u{1B}[32m\u{1}ok>\u{1}\u{1B}[0m\u{1} ", "ok> "),
      ("a\u{1B}]0;t\u{7}> ", "a]0;t> ", "a]0;t> "),
      ("", "", ""),
    ])
  func prompts(prompt: String, marked: String, visible: String) {
    let text = PromptText(prompt)
    #expect(text.marked == marked)
    #expect(text.visible == visible)
  }

  @Test(
    arguments: [
      ("one", nil), ("one\ntw", -4), ("on\nthree", -6), ("a\n\nbc", -3), ("日本\né", -3),
    ] as [(String, Int?)])
  func movesUp(before: String, distance: Int?) {
    #expect(movementUp(before: before) == distance)
  }

  @Test(
    arguments: [
      ("one", "", nil), ("o", "ne\ntwo", 4), ("one", "\na", 2), ("x\n日", "本\n\nc", 2),
    ] as [(String, String, Int?)])
  func movesDown(before: String, after: String, distance: Int?) {
    #expect(movementDown(before: before, after: after) == distance)
  }

  @Test(
    arguments: [
      ("", "", 0, 0), ("on", "e", -2, 1), ("a\nbc", "d\ne", -2, 1), ("a\n", "\nb", -2, 2),
    ])
  func movesInTheRow(before: String, after: String, toStart: Int, toEnd: Int) {
    #expect(movementToRowStart(before: before) == toStart)
    #expect(movementToRowEnd(after: after) == toEnd)
  }

  @Test(
    arguments: [
      ("a\r\nb\rc\n\n", "a\nb\nc"), ("x\u{1B}[31my", "x[31my"), ("a\u{2028}b\u{202E}c\u{0}", "a\nbc"),
      ("tab\tstays", "tab\tstays"), ("👨‍👩‍👧 e\u{301}", "👨‍👩‍👧 e\u{301}"), ("\n", ""),
    ])
  func pastes(bytes: String, text: String) {
    #expect(pastedText(bytes) == text)
  }

  @Test func theUsersBindingsComeFromTheHomeFolderOnly() {
    #expect(LineEditor.editrcPath(["HOME": "/h"]) == "/h/.editrc")
    #expect(LineEditor.editrcPath(["HOME": "/h", "EDITRC": "/e"]) == "/e")
    #expect(LineEditor.editrcPath([:]) == nil)
  }
}
