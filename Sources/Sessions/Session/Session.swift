import DataModel
import Diagnostics
import Engine
import Syntax
import Vocabulary

/// One statement in, one output out: the same path for what is typed, run, replayed or tested.
///
/// A session belongs to one thread; only its ``interruption`` may be used from others.
public final class Session {
  public let options: SessionOptions
  public let interruption: Interruption
  public internal(set) var settings = DisplaySettings()
  public let workspace: Workspace
  /// `save` and `export` write their files; else they are skipped with a note.
  var writesFiles: Bool
  private let connecting = Connecting()
  /// A statement `quit` was performed.
  public private(set) var hasQuit = false
  /// What `save` has at hand.
  var kept: [RecordedStatement] = []
  /// How many of them there were at the last `save` of all.
  var savedCount = 0
  /// Statements came after the last `save` that a file could hold.
  public var hasUnsavedStatements: Bool { kept.count > savedCount }
  /// The statements as they were given, for `history`.
  public private(set) var history: [String] = []
  /// The parameters of `--set` that a statement `param` has taken up.
  var takenParameters: Set<String> = []
  /// What they were declared as, where that is something else, by the statement that is kept in its place.
  var declaredParameters: [String: ParameterValue] = [:]

  /// Takes each piece of a long result's text as soon as it is there; the output then holds only the rest.
  public var onProgress: ((_ text: String) -> Void)?

  /// - Parameter interruption: What stops the session; that of another one if it works on its behalf.
  public init(options: SessionOptions, interruption: Interruption = Interruption()) {
    self.options = options
    self.interruption = interruption
    writesFiles = options.writesFiles
    let (connecting, open) = (connecting, options.openConnection)
    workspace = Workspace(openConnection: { () throws(EngineError) -> Connection in
      do throws(EngineError) {
        return try open()
      } catch {
        connecting.hasFailed = true
        throw error
      }
    })
    workspace.readableFolder = options.safeFolder
    workspace.openLexicon = options.openLexicon
    workspace.openStopWords = options.openStopWords
  }

  /// Runs the statements of a text in order and delivers what each gives; stops at the first error.
  ///
  /// - Parameters:
  ///   - folder: To what the paths in the text are relative, as messages name it.
  ///   - keepsGoing: Goes on after an error.
  /// - Returns: How it ended; with `keepsGoing`, how the first statement that failed did.
  @discardableResult
  public func run(
    _ source: SourceText, folder: String = ".", keepsGoing: Bool = false, deliver: (Output) -> Void
  ) -> ExitStatus {
    let script = source.name.flatMap { Disk.resolved(absolutePath($0)) }
    let place = Place(
      source: source, folder: folder, scripts: script.map { [$0] } ?? [], isScript: source.name != nil)
    return run(SessionScript(source), at: place, keepsGoing: keepsGoing, deliver: deliver)
  }

  func run(
    _ script: SessionScript, at place: Place, keepsGoing: Bool, deliver: (Output) -> Void
  ) -> ExitStatus {
    var status = ExitStatus.ok
    var mistakes = script.findings
    var count = StatementCount(whole: script.entries.count)
    let frozen = workspace.frozen
    freezeBaselines(of: script, at: place)
    defer { workspace.frozen = frozen }
    func tell(_ output: Output) -> Bool {
      deliver(output)
      if status == .ok { status = output.status }
      return output.status == .ok || (keepsGoing && output.status != .interrupted)
    }
    for statement in script.factStatements + script.entries.map(\.statement) {
      let due = mistakes.prefix { ($0.span?.start ?? 0) <= statement.span.start }
      mistakes.removeFirst(due.count)
      if !due.isEmpty && !tell(Output(findings: Array(due), source: place.source)) {
        count.tell(at: place, deliver)
        return status
      }
      var isStopped = false
      var hasFailed = false
      perform(statement, at: place, keepsGoing: keepsGoing) { output in
        let goesOn = tell(output)
        isStopped = isStopped || !goesOn || output.isQuit
        hasFailed = hasFailed || !goesOn && output.status != .interrupted
      }
      if hasFailed { count.tell(failing: statement, at: place, deliver) }
      if isStopped { return status }
      count.note(statement)
    }
    if !mistakes.isEmpty { _ = tell(Output(findings: mistakes, source: place.source)) }
    return status
  }

  /// Performs one statement; a `run` delivers the outputs of its script, everything else one output.
  func perform(_ statement: Statement, at place: Place, keepsGoing: Bool, deliver: (Output) -> Void) {
    if case .run(let path) = statement.kind {
      runScript(path, at: place, keepsGoing: keepsGoing, deliver: deliver)
      return
    }
    let clock = ContinuousClock()
    let start = clock.now
    var output = Output(statement: statement.printed, source: place.source)
    if !place.isInProgram { history.append(place.source.slice(statement.span)) }
    do throws(Mistakes) {
      try checkReferences(statement.kind, at: place)
      try checkSafety(statement.kind, at: place)
      try perform(statement, at: place, into: &output)
    } catch {
      output.findings += error.list
      output.status = connecting.hasFailed ? .noConnection : ExitStatus(error.list)
      connecting.hasFailed = false
    }
    output.duration = clock.now - start
    deliver(output)
  }

  private func perform(_ statement: Statement, at place: Place, into output: inout Output) throws(Mistakes) {
    switch statement.kind {
    case .help(let topic): try help(topic, into: &output)
    case .history(let search): output.table = historyTable(search)
    case .quit:
      hasQuit = true
      output.isQuit = true
    case .undo: throw Mistakes(.notYet("undo", span: statement.span))
    case .connect(let address): throw Mistakes(.notYet("connect", span: address.span))
    case .disconnect: throw Mistakes(.notYet("disconnect", span: statement.span))
    case .later(let later): throw Mistakes(.notYet(later.name.text, span: later.name.span))
    case .run: break
    case .save(let path, let last, let withOutput, let withWords, let replace):
      let choices = SaveChoices(last: last, withOutput: withOutput, withWords: withWords, replaces: replace)
      try save(path, choices, at: place, statement.span, into: &output)
    case .replay(let path, let against): try replay(path, against: against, at: place, into: &output)
    case .export(let what, let path):
      try export(what, path, at: place, into: &output)
      keep(statement, at: place)
    case .note:
      keep(statement, at: place)
      output.narration.append("noted")
    case .set(let name, let value): try set(name, value, statement, at: place, into: &output)
    case .parameter(let name, let value):
      let value = try overriding(name, value)
      try performOnData(
        Statement(kind: .parameter(name: name, value: value), span: statement.span), at: place, into: &output)
    case .query(let query): try ask(query, statement, at: place, into: &output)
    case .load, .recode, .derive, .define, .exclude, .link, .focus, .unfocus, .owner, .effort, .override,
      .score, .baseline, .plan, .cost,
      .explainQuery,
      .explainCell:
      try performOnData(statement, at: place, into: &output)
    }
  }

  /// A query, and the file that its last step may export it to.
  private func ask(_ query: Query, _ statement: Statement, at place: Place, into output: inout Output)
    throws(Mistakes)
  {
    guard let (query, path) = query.splittingExport else {
      throw Mistakes(.exportNotLast(span: statement.span))
    }
    guard let path else { return try performOnData(statement, at: place, into: &output) }
    try checkExport(path, at: place)
    let performed = Statement(kind: .query(query), span: statement.span)
    try performOnData(performed, keeping: statement, at: place, into: &output)
    if let table = output.table { try export(table, to: path, at: place, into: &output) }
  }

  /// Hands a statement to the loaded data and keeps it where it was accepted.
  func performOnData(
    _ statement: Statement, keeping original: Statement? = nil, at place: Place, into output: inout Output
  ) throws(Mistakes) {
    let last = workspace.results.last?.number
    let performed = try workspace.perform(
      statement.kind, of: place.source, baseFolder: place.folder, cancel: interruption.token())
    output.table = performed.table
    output.narration += performed.narration
    output.findings += performed.remarks
    output.resultName = performed.resultName
    output.loadRecords = LoadRecord.named(performed.loadRecords)
    keep(original ?? statement, at: place) { recorded in
      recorded.table = performed.table
      recorded.loadRecords = LoadRecord.named(performed.loadRecords)
      recorded.name = performed.resultName
      recorded.lastNumber = last
      if performed.table != nil { recorded.number = self.workspace.results.last?.number }
    }
  }

  /// Puts an accepted statement into the journal and, where a session file holds it, among what can be saved.
  func keep(_ statement: Statement, at place: Place, _ complete: (inout RecordedStatement) -> Void = { _ in })
  {
    let folder = absolutePath(place.folder)
    if let journal = options.journal {
      let kind = statement.kind.mappingPaths { Paths.normalized(Paths.join(folder, $0)) }
      journal.append(Statement(kind: kind).printed)
    }
    guard statement.kind.isKept else { return }
    var recorded = RecordedStatement(statement: statement, folder: folder)
    complete(&recorded)
    kept.append(recorded)
  }

  /// Results go by number only in a conversation.
  private func checkReferences(_ kind: StatementKind, at place: Place) throws(Mistakes) {
    guard place.isScript else { return }
    for case .numbered(let number, let span) in kind.resultReferences {
      throw Mistakes(.signOfPrompt("$" + (number.map(String.init) ?? ""), span: span))
    }
  }

  /// A path as it is found from the root.
  func absolutePath(_ path: String) -> String { Paths.normalized(Paths.join(options.workingFolder, path)) }
}

/// Remembers why a statement failed, across the loaded data.
private final class Connecting {
  /// The engine could not be opened.
  var hasFailed = false
}

extension Place {
  /// The statement was made by the program and stands in no text.
  fileprivate var isInProgram: Bool { source.text.isEmpty }
}
