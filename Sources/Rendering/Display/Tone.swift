/// What a piece of text means for its colour.
///
/// A tone never says anything alone: a sign or a word says it too.
enum Tone: Equatable {
  case normal
  /// Titles.
  case strong
  /// Rules, sample sizes, counts: there, but not first.
  case quiet
  case bad
  case good
  /// The worst status.
  case alarm
  case watch
  case next
}

/// Wraps text in SGR sequences, or leaves it alone.
///
/// Red, green, magenta, bold and faint are the ones of the sixteen colours that common dark and light themes both
/// leave readable; yellow and cyan vanish on white, blue on black.
struct Painter {
  var isOn: Bool

  func paint(_ text: String, _ tone: Tone) -> String {
    guard isOn, !text.isEmpty, let code = Self.code(of: tone) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private static func code(of tone: Tone) -> String? {
    switch tone {
    case .normal: nil
    case .strong, .next: "1"
    case .quiet: "2"
    case .bad: "31"
    case .good: "32"
    case .alarm: "1;31"
    case .watch: "35"
    }
  }
}
