/// The lines of a text that may hold several, without empty ones.
enum TextLines {
  static func of(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
  }
}
