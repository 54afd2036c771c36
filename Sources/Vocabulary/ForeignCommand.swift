/// What people type out of habit from other programs, with what serves here.
public enum ForeignCommand {
  /// What to do instead, such as `write quit`; nil where the text is no such habit.
  public static func instead(of text: String) -> String? { habits[text.lowercased()] }

  private static let habits: [String: String] = [
    "?": help, "\\?": help, "\\h": help, ".help": help,
    "\\q": quit, ".quit": quit, ".exit": quit, ":q": quit, "bye": quit, "logout": quit,
    "\\d": sources, "\\dt": sources, ".tables": sources, "tables": sources, ".schema": fields,
    "clear": clear, "cls": clear,
  ]

  private static let help = "write help"
  private static let quit = "write quit"
  private static let sources = "write sources, or fields for what they hold"
  private static let fields = "write fields"
  private static let clear = "Ctrl-L clears the screen"
}
