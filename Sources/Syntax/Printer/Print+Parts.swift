import Diagnostics
import Vocabulary

// The text of each part of the tree, as the formatter writes it: keywords in lower case, every value quoted.

extension Word {
  /// Bare where that reads as the same name, else in backticks; in quotes where it was written so.
  public var printed: String {
    switch form {
    case .quotes: quoted(text)
    case .backticks: backticked(text)
    case .bare: isPlainName(text) && ReservedWord(word: text) == nil ? text : backticked(text)
    }
  }
}

private func backticked(_ name: String) -> String { "`" + name.filter { $0 != "`" && $0 != "\n" } + "`" }

/// A text in quotes with its escapes.
func quoted(_ text: String) -> String {
  var written = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": written += "\\\""
    case "\\": written += "\\\\"
    case "\n": written += "\\n"
    case "\t": written += "\\t"
    case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      written += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: written.unicodeScalars.append(scalar)
    }
  }
  return written + "\""
}

extension Quoted {
  /// As the formatter writes it.
  public var printed: String {
    let scalars = text.unicodeScalars
    guard isBlock, !text.contains("\"\"\""), !scalars.contains("\r"), !scalars.contains("\0") else {
      return quoted(text)
    }
    return "\"\"\"\n" + text + "\n\"\"\""
  }
}

extension NumberLiteral {
  /// As the formatter writes it.
  public var printed: String { text + (isPercent ? "%" : "") }
}

extension DurationLiteral {
  /// As the formatter writes it.
  public var printed: String { amount.printed + " " + unit.rawValue + (amount.value == 1 ? "" : "s") }
}

extension Literal {
  /// Texts and bare words in quotes: a file has no loose values.
  public var printed: String {
    switch form {
    case .word(let text), .text(let text): quoted(text)
    case .number(let number): number.printed
    case .point(let point): point.printed
    case .duration(let duration): duration.printed
    case .parameter(let name): "$" + name
    case .field(let name): Word(name, form: .backticks).printed
    }
  }
}

extension Period {
  /// As the formatter writes it.
  public var printed: String {
    switch form {
    case .last(let count, let grain):
      hasNumber ? "last \(count) \(grain.rawValue)\(count == 1 ? "" : "s")" : "last \(grain.rawValue)"
    case .this(let grain): "this \(grain.rawValue)"
    case .previous: "previous"
    case .sameLastYear: "same last year"
    case .parameter(let name): "$" + name.text
    case .range(let from, let to): Self.printed(from, to)
    }
  }

  private static func printed(_ from: Point?, _ to: Point?) -> String {
    if let from, from == to { return from.printed }
    return (from?.printed ?? "") + ".." + (to?.printed ?? "")
  }
}

func list(_ words: [Word]) -> String { words.map(\.printed).joined(separator: ", ") }
