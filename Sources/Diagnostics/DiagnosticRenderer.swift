/// Shows a diagnostic to a person: what is wrong, where, and what to do.
///
///     error[unknown-step]: no such step: tpo (q3.cxs:3:16)
///       3 │ show tickets | tpo 3
///         │                ^^^
///         = did you mean top?
///         known: where, sort, top, bottom
public struct DiagnosticRenderer: Sendable {
  /// ANSI colours; words and signs say the same without them.
  public var usesColor: Bool
  /// Nothing but ASCII: other characters are shown as escapes.
  public var usesASCII: Bool
  /// The width in columns within which lines are shown.
  public var width: Int

  public init(usesColor: Bool = false, usesASCII: Bool = false, width: Int = 100) {
    self.usesColor = usesColor
    self.usesASCII = usesASCII
    self.width = max(width, 40)
  }

  /// The diagnostic in lines, without a line break at the end.
  ///
  /// - Parameter source: the text that the span counts in; nil shows no excerpt.
  public func render(_ diagnostic: Diagnostic, in source: SourceText? = nil) -> String {
    var lines = [headline(diagnostic, source)]
    var margin = "  "
    if let source, let span = diagnostic.span {
      let excerpt = Excerpt(span, in: source, width: width, showing: visible)
      lines += excerpt.lines(bar: usesASCII ? "|" : "│") { paint($0, diagnostic.severity.color) }
      margin = String(repeating: " ", count: excerpt.margin)
    }
    if let hint = diagnostic.hint { lines.append(margin + paint("=", .bold) + " " + visible(hint)) }
    lines += known(diagnostic.known, margin: margin)
    return lines.joined(separator: "\n")
  }

  private func headline(_ diagnostic: Diagnostic, _ source: SourceText?) -> String {
    let kind = paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", diagnostic.severity.color)
    let line = kind + ": " + paint(visible(diagnostic.message), .bold)
    guard let source, let span = diagnostic.span else { return line }
    let file = source.name.map { visible($0) + ":" } ?? ""
    return line + " (\(file)\(source.place(of: span.start)))"
  }

  /// The known names, wrapped; of very many, the first.
  private func known(_ names: [String], margin: String) -> [String] {
    guard !names.isEmpty else { return [] }
    let shown = 40
    var words = names.prefix(shown).map(visible)
    if names.count > shown { words.append("and \(names.count - shown) more") }
    var lines = [margin + "known:"]
    for (index, word) in words.enumerated() {
      let piece = " " + word + (index < words.count - 1 ? "," : "")
      if displayWidth(lines[lines.count - 1] + piece) > width { lines.append(margin + "      ") }
      lines[lines.count - 1] += piece
    }
    return lines
  }

  // MARK: Characters

  /// A text with control and direction characters as escapes, so that a file cannot steer the terminal.
  private func visible(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        shown += escape(scalar)
      } else if usesASCII, !scalar.isASCII {
        shown += scalar == "…" ? "..." : escape(scalar)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x61C: true
    default: false
    }
  }

  private func paint(_ text: String, _ color: Color) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// The colours of the sixteen that every terminal has.
enum Color: String {
  case bold = "1"
  case red = "1;31"
  case yellow = "1;33"
  case cyan = "1;36"
}

extension Diagnostic.Severity {
  fileprivate var color: Color {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }
}

// MARK: - The excerpt

/// The line of a span with a mark below it, cut to a width around the mark.
private struct Excerpt {
  private var number: String
  private var before: String
  private var marked: String
  private var after: String

  init(_ span: Span, in source: SourceText, width: Int, showing visible: (String) -> String) {
    let place = source.place(of: span.start)
    let line = source.line(place.line)
    let start = line.index(line.startIndex, offsetBy: min(place.column - 1, line.count))
    let length = source.slice(span).prefix { !$0.isNewline }.count
    let end = line.index(start, offsetBy: length, limitedBy: line.endIndex) ?? line.endIndex
    number = String(place.line)
    before = visible(String(line[..<start]))
    marked = visible(String(line[start..<end]))
    after = visible(String(line[end...]))
    cut(to: width - margin, dots: visible("…"))
  }

  /// How many columns stand before the line's text.
  var margin: Int { 2 + number.count + 3 }

  /// Drops what is far from the mark in a line that is too long.
  private mutating func cut(to width: Int, dots: String) {
    guard displayWidth(before + marked + after) > width else { return }
    let half = width / 2
    if displayWidth(before) > half { before = dots + String(before.suffix(half - dots.count)) }
    let room = width - displayWidth(before) - dots.count
    if displayWidth(marked) > room { marked = String(marked.prefix(max(room, 1))) + dots }
    let left = max(width - displayWidth(before + marked) - dots.count, 0)
    if displayWidth(after) > left { after = String(after.prefix(left)) + dots }
  }

  func lines(bar: String, paint: (String) -> String) -> [String] {
    let gutter = String(repeating: " ", count: number.count)
    let space = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: displayWidth(String($0))) }
    let mark = String(repeating: "^", count: max(1, displayWidth(marked)))
    return [
      "  \(number) \(bar) \(before)\(marked)\(after)",
      "  \(gutter) \(bar) \(space.joined())\(paint(mark))",
    ]
  }
}

/// How many columns a terminal gives a text: 2 for wide East Asian characters and emoji, 0 for marks.
func displayWidth(_ text: String) -> Int {
  text.reduce(0) { total, character in
    let widths = character.unicodeScalars.map(displayWidth)
    return total + (widths.max() ?? 0)
  }
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x20...0x7E: return 1
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    return 2
  default: break
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return 1
  }
}
