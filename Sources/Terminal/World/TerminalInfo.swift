internal import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is at the ends of the standard streams.
public struct TerminalInfo: Sendable {
  /// Whether standard input is a terminal.
  public var inputIsTerminal: Bool
  /// Whether standard output is a terminal.
  public var outputIsTerminal: Bool
  /// Whether standard error is a terminal.
  public var errorIsTerminal: Bool
  /// Whether the user's locale is UTF-8, so that `é`, `─` and `▁` may be written.
  public var isUnicode: Bool
  /// What `--color` said.
  public var color: ColorChoice
  /// The environment of the decisions.
  public var environment: [String: String]

  public init(
    inputIsTerminal: Bool, outputIsTerminal: Bool, errorIsTerminal: Bool, isUnicode: Bool,
    color: ColorChoice = .auto, environment: [String: String] = [:]
  ) {
    self.inputIsTerminal = inputIsTerminal
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.isUnicode = isUnicode
    self.color = color
    self.environment = environment
  }

  /// What this process finds; takes the user's locale for characters on the way.
  public static func current(color: ColorChoice = .auto) -> TerminalInfo {
    TerminalInfo(
      inputIsTerminal: isatty(0) == 1, outputIsTerminal: isatty(1) == 1, errorIsTerminal: isatty(2) == 1,
      isUnicode: cx_locale_is_utf8(), color: color, environment: ProcessEnvironment.variables)
  }

  /// Whether a person types statements and sees what comes of them.
  public var isInteractive: Bool { inputIsTerminal && outputIsTerminal }

  /// Whether the terminal can be an editor of lines.
  public var canEdit: Bool { isInteractive && !isDumbTerminal(environment) }

  /// Whether a stream gets colours.
  public func usesColor(on stream: StandardStream) -> Bool {
    let isTerminal = stream == .output ? outputIsTerminal : errorIsTerminal
    return color.usesColor(isTerminal: isTerminal, environment: environment)
  }

  /// The size of the terminal as it is now; changes when its window does.
  ///
  /// What the terminal says, else `COLUMNS` and `LINES`, else 80 and 24.
  public var size: TerminalSize {
    for descriptor: Int32 in [1, 2, 0] {
      if let size = TerminalSize(of: descriptor) { return size }
    }
    return TerminalSize.declared(environment)
  }
}

/// Columns and rows of characters.
public struct TerminalSize: Equatable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  init?(of descriptor: Int32) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard unsafe cx_terminal_size(descriptor, &columns, &rows) else { return nil }
    self.init(columns: Int(columns), rows: rows > 0 ? Int(rows) : 24)
  }

  /// What the environment says of a terminal that does not know its size.
  static func declared(_ environment: [String: String]) -> TerminalSize {
    func positive(_ name: String) -> Int? {
      environment[name].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
    }
    return TerminalSize(columns: positive("COLUMNS") ?? 80, rows: positive("LINES") ?? 24)
  }
}
