import Rendering
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("né", 2), ("e\u{301}", 1), ("日本語", 6), ("한국어", 6), ("ｶﾞ", 2), ("Ａ", 2),
    ("👨‍👩‍👧", 2), ("❤️", 2), ("❤", 1), ("🇪🇺", 2), ("1️⃣", 2), ("👍🏽", 2), ("😀", 2), ("กำ", 2), ("กำลัง", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("a\u{200B}b", 2), ("—…×±", 4), ("⌚", 2), ("☺", 1), ("𠮷", 2), ("─", 1),
    ("क्षि", 3), ("\u{FEFF}x", 1), ("␛↵", 2), ("עברית", 5),
  ])
  func `counts the columns that a terminal uses`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func `truncates between clusters and says so`() {
    #expect(DisplayWidth.truncated("onboarding", to: 6) == "onboa…")
    #expect(DisplayWidth.truncated("onboarding", to: 10) == "onboarding")
    #expect(DisplayWidth.truncated("日本語", to: 5) == "日本…")
    #expect(DisplayWidth.truncated("日本語", to: 4) == "日…")
    #expect(DisplayWidth.truncated("👨‍👩‍👧👨‍👩‍👧", to: 3) == "👨‍👩‍👧…")
    #expect(DisplayWidth.truncated("a word", to: 3) == "a…")
    #expect(DisplayWidth.truncated("abc", to: 0) == "")
    #expect(DisplayWidth.truncated("abcdef", to: 2, mark: "...") == "..")
  }

  @Test func `pads by columns`() {
    #expect(DisplayWidth.padded("日", to: 4) == "日  ")
    #expect(DisplayWidth.padded("12", to: 4, .right) == "  12")
    #expect(DisplayWidth.padded("long", to: 2) == "long")
  }

  @Test func `wraps at spaces, and inside a word only where it is too long`() {
    #expect(DisplayWidth.wrapped("the quick brown fox", to: 9) == ["the quick", "brown fox"])
    #expect(DisplayWidth.wrapped("a verylongword b", to: 6) == ["a", "verylo", "ngword", "b"])
    #expect(DisplayWidth.wrapped("one two three", to: 7, indent: 2) == ["one two", "  three"])
    #expect(DisplayWidth.wrapped("日本語テキスト", to: 5) == ["日本", "語テ", "キス", "ト"])
    #expect(DisplayWidth.wrapped("", to: 5) == [""])
  }

  @Test(arguments: 1...30)
  func `never wraps beyond the width where a cluster fits`(width: Int) {
    let text = "mixed 日本語テキスト words, averyveryverylongword and 👨‍👩‍👧👨‍👩‍👧 again"
    for indent in [0, 2, 5] {
      for line in DisplayWidth.wrapped(text, to: width, indent: indent) where width >= 2 {
        #expect(DisplayWidth.of(line) <= width, "\(line)")
      }
    }
  }

  @Test func `shows what would steer a terminal and drops what cannot be seen`() {
    #expect(DisplayWidth.cleaned("a\u{1B}[31mb") == "a␛[31mb")
    #expect(DisplayWidth.cleaned("one\ntwo\r\nthree\rfour\u{2028}five") == "one↵two↵three↵four↵five")
    #expect(DisplayWidth.cleaned("a\tb\u{0}\u{7F}") == "a␉b␀␡")
    #expect(DisplayWidth.cleaned("a\u{9B}31m\u{202E}b\u{200B}\u{FEFF}\u{E0041}\u{2066}c") == "a31mbc")
    #expect(DisplayWidth.cleaned("👨‍👩‍👧 ❤️") == "👨‍👩‍👧 ❤️")
    #expect(DisplayWidth.cleaned("\u{200D}x") == "x")
    #expect(DisplayWidth.cleaned("a\n\t\u{1B}", lineBreak: "\\n", asciiOnly: true) == "a\\n\\t\\x1b")
  }
}
