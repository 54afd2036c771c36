import Diagnostics
import Rendering
import Sessions
import Terminal
import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes outputs: results to standard output or a file, everything else to standard error.
final class Printer {
  let diagnostics: DiagnosticText
  private let arguments: SessionArguments
  private let terminal: TerminalInfo
  private let session: Session
  private let pager: Pager
  private var stream: (format: OutputFormat, renderer: ResultStreamRenderer)?
  private var hasResults = false
  /// With `--output`: what the file gets.
  private var collected = ""

  init(_ arguments: SessionArguments, terminal: TerminalInfo, session: Session) {
    self.arguments = arguments
    self.terminal = terminal
    self.session = session
    pager = Pager(terminal: terminal, isEnabled: !arguments.noPager && !arguments.safe)
    diagnostics = DiagnosticText(terminal)
  }

  // MARK: Outputs

  /// Writes what a statement gave.
  ///
  /// - Parameter isSilent: Only errors are written.
  func show(_ output: Output, isSilent: Bool = false) {
    if !isSilent {
      output.narration.forEach(narrate)
      if let text = output.text, isForPeople {
        write(inWindow(text), isWhole: true)
      } else if let table = output.table {
        write(rendering { $0.table(table) }, isWhole: isForPeople)
      }
    }
    for finding in output.findings where finding.severity == .error || !(arguments.quiet || isSilent) {
      diagnostics.write(finding, in: output.source)
    }
    if arguments.timing || session.settings.showsTiming, !isSilent, output.statement != nil {
      narrate(timingText(output.duration))
    }
  }

  /// Writes a piece of a text for people whose end is still to come.
  func progress(_ text: String) {
    if isForPeople { write(inWindow(text)) }
  }

  /// A line about what was done.
  func narrate(_ line: String) {
    guard !arguments.quiet else { return }
    let text = DisplayWidth.cleaned(line, lineBreak: "\n")
    StandardStreams.write(inWindow(text, isTerminal: terminal.errorIsTerminal) + "\n", to: .error)
  }

  private func inWindow(_ text: String) -> String {
    inWindow(text, isTerminal: terminal.outputIsTerminal && arguments.output == nil)
  }

  /// Prose that the window would break inside words; elsewhere it stays as it is.
  private func inWindow(_ text: String, isTerminal: Bool) -> String {
    isTerminal ? DisplayWidth.hangingLines(text, to: terminal.size.columns) : text
  }

  /// A line for the person at the terminal about the shell itself.
  func remark(_ line: String) {
    guard terminal.errorIsTerminal, !arguments.quiet else { return }
    StandardStreams.write(dimmed(line) + "\n", to: .error)
  }

  /// A text that stands behind the others.
  func dimmed(_ text: String) -> String {
    terminal.usesColor(on: .error) ? "\u{1B}[2m\(text)\u{1B}[0m" : text
  }

  /// What comes to its end.
  enum Ending {
    case complete, failed
    /// Its reader is a person, who has seen what there was.
    case conversation
  }

  /// Ends the output.
  ///
  /// - Returns: A failure to write the file of `--output`.
  func finish(_ ending: Ending) -> ExitStatus? {
    // A failed run that has answered nothing neither makes a file nor empties one.
    if arguments.output != nil && ending != .complete && !hasResults && collected.isEmpty { return nil }
    // A reader of JSON gets an array also where there was no result.
    if !hasResults && format == .json && ending != .conversation { write(ResultStreamRenderer.emptyJSON) }
    endResults()
    guard let path = arguments.output else { return nil }
    do {
      try Disk.writeAtomically(collected, to: path)
      return nil
    } catch {
      diagnostics.write(.cannotWrite(path, reason: error.reason), in: SourceText(""))
      return .failed
    }
  }

  /// The format that results have now; the command line wins over settings.
  var format: OutputFormat { arguments.format ?? session.settings.effectiveFormat }

  var isForPeople: Bool { [.table, .plain, .markdown, .html].contains(format) }

  /// Writes text that belongs among the results.
  func write(_ text: String, isWhole: Bool = false) {
    if arguments.output != nil {
      collected += text
      return
    }
    let isPaged = isWhole && session.settings.usesPager
    switch isPaged ? pager.show(text) : StandardStreams.write(text, to: .output) {
    case .written: break
    // Nobody reads any more: there is nothing left to do and nothing to complain about.
    case .closed: exit(ExitStatus.ok.rawValue)
    case .failed(let code):
      diagnostics.write(
        .cannotWrite("standard output", reason: DiskError(path: "", code: code).reason), in: SourceText(""))
      exit(ExitStatus.failed.rawValue)
    }
  }

  // MARK: The stream of results

  private func rendering(_ draw: (inout ResultStreamRenderer) -> String) -> String {
    var text = ""
    hasResults = true
    if stream?.format != format {
      text += stream?.renderer.end() ?? ""
      var renderer = ResultStreamRenderer(format, options: options)
      text += renderer.start()
      stream = (format, renderer)
    }
    guard var current = stream?.renderer else { return text }
    text += draw(&current)
    stream?.renderer = current
    return text
  }

  /// Ends the stream of results so far: in a conversation after each line, else at the end.
  func endResults() {
    let text = stream?.renderer.end() ?? ""
    if !text.isEmpty { write(text) }
    stream = nil
  }

  private var options: RenderOptions {
    let isTerminal = terminal.outputIsTerminal && arguments.output == nil
    return RenderOptions(
      width: arguments.width ?? session.settings.width ?? width(isTerminal: isTerminal),
      color: arguments.output == nil && usesColor, asciiOnly: !terminal.isUnicode, footer: isTerminal)
  }

  /// What is piped is as wide as it is, unless the environment says otherwise.
  private func width(isTerminal: Bool) -> Int? {
    if isTerminal { return terminal.size.columns }
    return terminal.environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  private var usesColor: Bool {
    switch arguments.color == nil ? session.settings.color : .auto {
    case .always: true
    case .never: false
    case .auto: terminal.usesColor(on: .output)
    }
  }

  private func timingText(_ duration: Duration) -> String {
    let milliseconds =
      Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    if milliseconds < 1000 { return "\(Int(milliseconds.rounded())) ms" }
    return "\(Double(Int(milliseconds / 10)) / 100) s"
  }
}

extension ResultStreamRenderer {
  /// No result at all, as JSON.
  fileprivate static var emptyJSON: String {
    var renderer = ResultStreamRenderer(.json)
    return renderer.start() + renderer.end()
  }
}
