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
    let other = Session(options: options, interruption: interruption)
    let (script, inner) = try open(path, at: place)
    var statements: [ReplayedStatement] = []
    let replayer = Replayer(session: other) { [onProgress] in
      statements.append($0)
      onProgress?(ReplayReport.text(of: $0))
    }
    replayer.replay(script, path: inner.source.name ?? path.text, at: inner)
    if script.entries.isEmpty && script.errors.isEmpty {
      throw Mistakes(.nothingToReplay(inner.source.name ?? path.text))
    }
    output.table = ReplayReport.table(of: statements)
    output.text =
      (onProgress == nil ? statements.map(ReplayReport.text).joined() : "")
      + ReplayReport.lastLine(replayer.summary) + "\n"
    output.findings += statements.flatMap(\.output.findings).map { finding in
      var finding = finding
      // Its span lies in the other script.
      finding.span = nil
      return finding
    }
    output.status = replayer.summary.status
  }
}
