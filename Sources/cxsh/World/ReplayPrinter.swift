import Diagnostics
import Rendering
import Sessions
import Vocabulary

/// Writes a replay as it goes: each statement, its result, and whether it is the recorded one.
final class ReplayPrinter {
  private let printer: Printer
  private var statements: [ReplayedStatement] = []

  init(_ printer: Printer) { self.printer = printer }

  func show(_ replayed: ReplayedStatement) {
    statements.append(replayed)
    guard printer.isForPeople else {
      var silent = replayed.output
      silent.table = nil
      silent.text = nil
      return printer.show(silent)
    }
    let lines = replayed.text.split(separator: "\n", omittingEmptySubsequences: replayed.text.isEmpty)
    printer.write(lines.map { "> " + DisplayWidth.cleaned(String($0)) + "\n" }.joined())
    printer.show(replayed.output)
    let findings = ReplayReport.lines(for: replayed)
    printer.write(findings.map { "= " + $0 + "\n" }.joined() + "\n")
  }

  func finish(_ summary: ReplaySummary) {
    guard printer.isForPeople else {
      var output = Output(source: SourceText(""))
      output.table = ReplayReport.table(of: statements)
      printer.show(output)
      return printer.narrate(ReplayReport.lastLine(summary))
    }
    printer.write(ReplayReport.lastLine(summary) + "\n")
  }
}
