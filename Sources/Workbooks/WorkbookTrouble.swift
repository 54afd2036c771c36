/// Why a file cannot be read as a workbook.
public enum WorkbookTrouble: Error, Equatable, Sendable {
  /// The file is no archive, or cannot be opened; the reason in words.
  case unreadable(String)
  /// The archive holds something else, in words: `a Word document`.
  case other(String)
  /// A part of the workbook is missing or broken.
  case broken(part: String, reason: String)
  /// A part is packed with a password.
  case encrypted
  /// A part would unpack to more than is taken.
  case tooLarge(part: String, bytes: Int)
  /// The reader was told to stop.
  case stopped
}
