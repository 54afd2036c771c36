/// A half-open range of UTF-8 offsets in a source text.
public struct Span: Hashable, Sendable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The span of what stands in no text, such as a statement made by the program.
  public static let nowhere = Span(0, 0)

  /// The smallest span that covers both.
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }
}

/// A place as people count it: both from 1, columns in characters.
public struct Place: Hashable, Sendable, CustomStringConvertible {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public var description: String { "\(line):\(column)" }
}

/// A text with a name, in which spans can be shown to a person.
public struct SourceText: Sendable {
  /// The file's path as it was given, or nil for what was typed.
  public let name: String?
  public let text: String
  private let lineStarts: [Int]

  public init(_ text: String, name: String? = nil) {
    self.name = name
    self.text = text
    var starts = [0]
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  public var lineCount: Int { lineStarts.count }

  /// The place of a UTF-8 offset.
  public func place(of offset: Int) -> Place {
    let line = lineIndex(of: offset)
    let before = slice(Span(lineStarts[line], max(lineStarts[line], min(offset, text.utf8.count))))
    return Place(line: line + 1, column: before.count + 1)
  }

  /// The text of a line, counted from 1, without its line break.
  public func line(_ number: Int) -> String {
    guard lineStarts.indices.contains(number - 1) else { return "" }
    let end = number < lineStarts.count ? lineStarts[number] - 1 : text.utf8.count
    let line = slice(Span(lineStarts[number - 1], end))
    return line.hasSuffix("\r") ? String(line.dropLast()) : line
  }

  /// The text that a span covers.
  public func slice(_ span: Span) -> String {
    let bytes = text.utf8
    let length = bytes.count
    let from = bytes.index(bytes.startIndex, offsetBy: min(span.start, length))
    let to = bytes.index(bytes.startIndex, offsetBy: min(span.end, length))
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
