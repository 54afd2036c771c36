/// What `--color` says.
public enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never

  /// Whether a stream gets colours.
  ///
  /// In this order: the user's own word on the command line; `NO_COLOR` (any text); `CLICOLOR_FORCE` or
  /// `FORCE_COLOR` (any text but 0); a terminal that can show them and `CLICOLOR` that is not 0.
  public func usesColor(isTerminal: Bool, environment: [String: String]) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if environment.filled("NO_COLOR") != nil { return false }
    let forced = ["CLICOLOR_FORCE", "FORCE_COLOR"].compactMap { environment.filled($0) }
    if forced.contains(where: { $0 != "0" }) { return true }
    return isTerminal && !isDumbTerminal(environment) && environment["CLICOLOR"] != "0"
  }
}

/// Whether the terminal can only write one line after the other.
func isDumbTerminal(_ environment: [String: String]) -> Bool {
  guard let kind = environment.filled("TERM") else { return true }
  return kind == "dumb"
}
