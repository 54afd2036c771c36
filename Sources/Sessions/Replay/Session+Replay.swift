import Diagnostics
import Rendering
import Syntax

extension Session {
  /// The statement `replay`: another session runs the script; this one is not touched.
  func replay(_ path: Quoted, against: Quoted?, at place: Place, into output: inout Output) throws(Mistakes) {
    if let against { throw Mistakes(.notYet("replay … against", span: against.span)) }
    var options = options
    options.journal = nil
    options.writesFiles = false
    let other = Session(options: options)
    let (script, inner) = try open(path, at: place)
    var statements: [ReplayedStatement] = []
    let replayer = Replayer(session: other) { statements.append($0) }
    replayer.replay(script, path: inner.source.name ?? path.text, at: inner)
    if script.entries.isEmpty && script.errors.isEmpty {
      throw Mistakes(.nothingToReplay(inner.source.name ?? path.text))
    }
    output.table = ReplayReport.table(of: statements)
    output.text = report(statements, replayer.summary)
    output.findings += statements.flatMap(\.output.findings).map { finding in
      var finding = finding
      // Its span lies in the other script.
      finding.span = nil
      return finding
    }
    output.status = replayer.summary.status
  }

  private func report(_ statements: [ReplayedStatement], _ summary: ReplaySummary) -> String {
    var lines: [String] = []
    for replayed in statements {
      let found = ReplayReport.lines(for: replayed)
      guard let statement = replayed.output.statement, !found.isEmpty else { continue }
      lines += ["\(replayed.line): \(statement)"] + found.map { "  " + $0 }
    }
    return (lines + [ReplayReport.lastLine(summary)]).joined(separator: "\n") + "\n"
  }
}
