import Vocabulary

/// Something in a cell by which it is seen that the cell is not what it should be.
public enum CellMark: String, CaseIterable, Sendable {
  /// `{product_purchased}`, `{{name}}`, `%NAME%`, `[First Name]`, `<<name>>`.
  case template
  /// Tags and entities of HTML.
  case markup
  /// UTF-8 that was read as Windows-1252, and characters that were lost.
  case mojibake
  /// A text that is nothing but `test`, `asdf` or the like.
  case tryout
  /// `5.70306E+17`: a spreadsheet took an id for a number.
  case exponent
  /// 17 or more digits that end in three zeros: a spreadsheet keeps 15 digits.
  case zeroed
  /// 16 or more digits, damaged or not: what `zeroed` is a share of.
  case longNumber
  /// 1970-01-01, 1900-01-01 and the like.
  case placeholder

  /// What the cell matches, as RE2; nil where it is no pattern.
  public var pattern: String? {
    switch self {
    case .template:
      #"\{\{? ?[A-Za-z][A-Za-z0-9_. ]{2,} ?\}?\}|%[A-Z][A-Z_]{2,}%|<<[A-Za-z_ ]+>>"#
        + #"|\[(?i:first|last|full|customer|company|your|user|agent|product|order|insert)[ _](?i:name|number|id|here|email|[a-z]+ (?:name|here))\]"#
    case .markup:
      #"</?(?i:p|br|div|span|a|b|i|u|li|ul|ol|td|tr|table|strong|em|img|font|h[1-6])(?:\s[^<>]*)?/?>|&(?:amp|lt|gt|quot|nbsp|apos|#[0-9]{2,5}|#x[0-9A-Fa-f]{2,4});"#
    case .mojibake:
      "\u{FFFD}|\u{C3}[\u{80}-\u{BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\u{C2}[\u{80}-\u{BF}]|â€[\u{80}-\u{BF}™œ˜“”¢¦]"
    case .exponent: #"^[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{2}$"#
    case .zeroed: "^[0-9]{14,}000$"
    case .longNumber: "^[0-9]{16,}$"
    case .tryout, .placeholder: nil
    }
  }

  /// Texts of which a cell that matches has at least one; a search for them is faster than a pattern.
  public var needles: [String] {
    switch self {
    case .template: ["{", "%", "<<", "["]
    case .markup: ["<", "&"]
    case .mojibake: ["\u{FFFD}", "\u{C3}", "\u{C2}", "â€"]
    case .exponent: ["E", "e"]
    case .zeroed, .longNumber, .tryout, .placeholder: []
    }
  }

  /// What a cell is that was typed to see whether anything happens: small letters, without marks around.
  public static let tryouts = [
    "test", "tests", "testing", "test test", "test ticket", "test message", "this is a test", "just a test",
    "asdf", "asdfasdf", "asd", "qwerty", "qwertz", "lorem ipsum", "dummy", "foo", "foobar", "foo bar",
  ]

  /// Days that stand for none, as years, months and days.
  public static let placeholderDays = [
    (1, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1901, 1, 1), (1970, 1, 1), (2099, 12, 31),
    (9999, 12, 31),
  ]
}
