import Diagnostics

extension SourceText {
  /// The text of a script, from a file.
  ///
  /// - Parameter shownAs: The path as messages name it.
  /// - Throws: ``Mistakes`` where the file cannot be opened or is no UTF-8; nothing else.
  public static func script(at path: String, shownAs name: String, span: Span? = nil) throws(Mistakes)
    -> SourceText
  {
    let bytes: [UInt8]
    do {
      bytes = try Disk.read(path)
    } catch {
      throw Mistakes(.scriptUnreadable(name, reason: error.reason, span: span))
    }
    return try script(bytes, name: name, span: span)
  }

  /// The text of a script, from its bytes; a byte order mark is dropped.
  public static func script(_ bytes: [UInt8], name: String?, span: Span? = nil) throws(Mistakes) -> SourceText
  {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard !content.contains(0), let text = String(validating: content, as: UTF8.self) else {
      throw Mistakes(.scriptNotText(name ?? "standard input", span: span))
    }
    return SourceText(text, name: name)
  }
}
