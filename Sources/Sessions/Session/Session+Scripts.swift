import Diagnostics
import Syntax

extension Session {
  /// Runs the script of a `run` statement, relative to its own place.
  func runScript(_ path: Quoted, at place: Place, keepsGoing: Bool, deliver: (Output) -> Void) {
    do throws(Mistakes) {
      try checkReading(path.text, at: place, span: path.span)
      let (script, inner) = try open(path, at: place)
      _ = run(script, at: inner, keepsGoing: keepsGoing, deliver: deliver)
    } catch {
      let printed = Statement(kind: .run(path)).printed
      deliver(Output(statement: printed, findings: error.list, source: place.source))
    }
  }

  /// Reads the script of a `run` or `replay` statement.
  func open(_ path: Quoted, at place: Place) throws(Mistakes) -> (SessionScript, Place) {
    let shown = Paths.normalized(Paths.join(place.folder, path.text))
    let absolute = absolutePath(shown)
    let identity = Disk.resolved(absolute) ?? absolute
    if place.scripts.contains(identity) { throw Mistakes(.runsItself(shown, span: path.span)) }
    if place.scripts.count >= Place.depthLimit {
      throw Mistakes(.runTooDeep(Place.depthLimit, span: path.span))
    }
    let source = try SourceText.script(at: absolute, shownAs: shown, span: path.span)
    let inner = Place(
      source: source, folder: Paths.folder(of: shown), scripts: place.scripts + [identity], isScript: true)
    return (SessionScript(source), inner)
  }
}

extension SessionScript {
  /// The statements that do what the file's facts say.
  var factStatements: [Statement] {
    func setting(_ name: String, _ value: String?) -> Statement? {
      guard let value, !value.isEmpty else { return nil }
      return parse(SourceText("set \(name) \(Statement.quoting(value))")).statements.first
        .map { Statement(kind: $0.kind, span: Span(0, 0)) }
    }
    return [
      setting("zone", zone),
      now.flatMap { parse(SourceText("set now \($0)")).statements.first }.map {
        Statement(kind: $0.kind, span: Span(0, 0))
      },
    ].compactMap { $0 }
  }
}

extension Statement {
  /// A text in quotes, as the language writes it.
  static func quoting(_ text: String) -> String {
    ParameterValue.literal(Literal(.text(text), span: Span(0, 0))).printed
  }
}
