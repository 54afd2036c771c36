import Diagnostics
import Terminal

/// Writes findings to standard error.
struct DiagnosticText {
  private let terminal: TerminalInfo

  init(_ terminal: TerminalInfo) { self.terminal = terminal }

  func write(_ finding: Diagnostic, in source: SourceText) {
    let renderer = DiagnosticRenderer(
      usesColor: terminal.usesColor(on: .error), usesASCII: !terminal.isUnicode,
      width: terminal.errorIsTerminal ? terminal.size.columns : 100)
    // An error of the program's own words lies in no text.
    let text = renderer.render(finding, in: source.text.isEmpty ? nil : source)
    StandardStreams.write(text + "\n", to: .error)
  }
}
