/// How many terminal columns a text takes, and what follows from it: padding, truncating, wrapping.
///
/// Everything works on grapheme clusters, because a terminal draws clusters: `👨‍👩‍👧` takes two columns, whatever
/// its scalars. The C library's `wcwidth` is no help: it works scalar by scalar and depends on the locale.
public enum DisplayWidth {
  public enum Alignment: Sendable { case left, right }

  /// The columns that a text takes; control characters count as none, so clean a text first.
  public static func of(_ text: some StringProtocol) -> Int {
    if let width = widthIfPrintableASCII(text) { return width }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns that one grapheme cluster takes.
  public static func of(_ cluster: Character) -> Int {
    if isDrawnAsEmoji(cluster) { return 2 }
    return cluster.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The text, or as many of its first clusters as fit together with the mark that says it goes on.
  public static func truncated(_ text: String, to width: Int, mark: String = "…") -> String {
    if of(text) <= width { return text }
    let markWidth = of(mark)
    if markWidth > width { return String(repeating: ".", count: max(0, width)) }
    let kept = prefix(of: text, fitting: width - markWidth)
    return trimmedAtEnd(String(kept)) + mark
  }

  /// The text with spaces up to the width; a longer text stays as it is.
  public static func padded(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
    let spaces = String(repeating: " ", count: max(0, width - of(text)))
    return alignment == .left ? text + spaces : spaces + text
  }

  /// The text in lines no wider than the width, broken at spaces and, where a word is too long, between clusters.
  ///
  /// Every line but the first starts with `indent` spaces. A text that fits stays as it is.
  public static func wrapped(_ text: String, to width: Int, indent: Int = 0) -> [String] {
    if of(text) <= width { return [text] }
    let indent = indent * 2 < width ? indent : 0
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, of(line) + 1 + of(word) <= width, line != margin {
        line += " " + word
        continue
      }
      if !line.isEmpty, line != margin { lines.append(line) }
      line = (lines.isEmpty ? "" : margin) + word
      while of(line) > width, let cut = hardBreak(line, at: width) {
        lines.append(cut.head)
        line = margin + cut.tail
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  // MARK: - Clusters and scalars

  private static func widthIfPrintableASCII(_ text: some StringProtocol) -> Int? {
    var count = 0
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F else { return nil }
      count += 1
    }
    return count
  }

  private static func prefix(of text: String, fitting width: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    for index in text.indices {
      used += of(text[index])
      if used > width { break }
      end = text.index(after: index)
    }
    return text[..<end]
  }

  /// Nil where not even one cluster fits, so that a loop ends.
  private static func hardBreak(_ text: String, at width: Int) -> (head: String, tail: String)? {
    let head = prefix(of: text, fitting: width)
    let tail = text[head.endIndex...]
    guard head.contains(where: { $0 != " " }), !tail.isEmpty else { return nil }
    return (String(head), String(tail))
  }

  private static func trimmedAtEnd(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  /// A cluster of several scalars that terminals draw as one emoji: flags, keycaps, skin tones, joined families.
  private static func isDrawnAsEmoji(_ cluster: Character) -> Bool {
    let scalars = cluster.unicodeScalars
    guard let first = scalars.first, scalars.count > 1, first.properties.isEmoji else { return false }
    return scalars.dropFirst().contains { scalar in
      switch scalar.value {
      case 0xFE0F, 0x200D, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF: true
      default: false
      }
    }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value >= 0x20 && value < 0x7F || value >= 0xA0 && value != 0xAD ? 1 : 0 }
    // Vowels and final consonants of conjoining Hangul are drawn inside the leading consonant's two columns.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: return isWide(value) || scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wideBlocks.contains { $0.contains(value) }
  }

  /// The blocks with East Asian Width W or F (Unicode 16); emoji are known by their own property.
  private static let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DFF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376,
    0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
