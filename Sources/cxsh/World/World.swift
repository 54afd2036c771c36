import ArgumentParser
import DataModel
import Diagnostics
import Engine
import Sessions
import Syntax
import Terminal

/// A session with its printer, made from the arguments and from what the process finds.
final class World {
  let session: Session
  let printer: Printer
  let terminal: TerminalInfo
  let opener: EngineOpener
  private let arguments: SessionArguments
  private let folders: Folders
  private var hasToldJournalFailure = false

  /// - Parameter script: The script whose folder bounds a safe session; else the working folder does.
  init(
    _ arguments: SessionArguments, terminal: TerminalInfo, script: String? = nil, keepsJournal: Bool = false,
    writesFiles: Bool = true
  ) {
    self.arguments = arguments
    self.terminal = terminal
    folders = Folders(terminal.environment)
    let opener = EngineOpener(
      threads: arguments.threads, memoryLimit: arguments.memoryLimit, environment: terminal.environment)
    self.opener = opener
    let journal = keepsJournal && !arguments.safe ? folders.journal.map { Journal(folder: $0) } : nil
    var options = SessionOptions(openConnection: { () throws(EngineError) -> Connection in
      try opener.connection()
    })
    options.parameters = arguments.parameters.map { (name: $0.name, value: $0.value) }
    options.engineName = { opener.name }
    let lexicon = LexiconFiles(executablePath: executablePath(), environment: terminal.environment)
    options.openLexicon = { () throws(Mistakes) in try lexicon.read() }
    let stopWords = StopWordFile(executablePath: executablePath(), environment: terminal.environment)
    options.openStopWords = { () throws(Mistakes) in try stopWords.read() }
    if terminal.isInteractive { options.confirmReplacing = { askToReplace($0, $1) } }
    options.journal = journal
    options.writesFiles = writesFiles
    if arguments.safe {
      options.safeFolder = Disk.resolved(script.map(Self.folder) ?? ".") ?? options.workingFolder
    }
    session = Session(options: options)
    printer = Printer(arguments, terminal: terminal, session: session)
  }

  /// The folder of a script, as messages name it.
  static func folder(of script: String) -> String {
    guard script != "-", let slash = script.lastIndex(of: "/") else { return "." }
    return slash == script.startIndex ? "/" : String(script[..<slash])
  }

  // MARK: Performing

  /// Performs something and finishes the output; gives the exit status.
  func performing(_ body: (inout ExitStatus) throws(Mistakes) -> Void) -> Int32 {
    var status = ExitStatus.ok
    do throws(Mistakes) {
      if let engine = arguments.engine, engine != "duckdb" {
        throw Mistakes(.notYet("--engine \(engine)", span: nil))
      }
      try body(&status)
    } catch {
      error.list.forEach { printer.diagnostics.write($0, in: SourceText("")) }
      status = Self.status(of: error)
    }
    if status == .ok, let late = untakenParameters() { status = late }
    if let failed = printer.finish(status == .ok ? .complete : .failed), status == .ok { status = failed }
    return status.rawValue
  }

  /// 2 for what the command line or its script is at fault for.
  static func status(of mistakes: Mistakes) -> ExitStatus {
    let codes: Set<String> = [
      "script-unreadable", "script-not-text", "unknown-parameter", "bad-parameter", "nothing-to-replay",
    ]
    return mistakes.list.contains { codes.contains($0.code) } ? .usage : .failed
  }

  /// Runs statements and prints what they give; Ctrl-C stops them.
  func run(_ source: SourceText, folder: String) -> ExitStatus {
    interruptible {
      session.run(source, folder: folder, keepsGoing: arguments.keepGoing) { printer.show($0) }
    }
  }

  func interruptible<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    session.interruption.reset()
    let interruption = session.interruption
    let result = Signals.withInterrupts({ interruption.interrupt() }) {
      Swift.Result { () throws(Failure) in try body() }
    }
    return try result.get()
  }

  // MARK: Beginning

  /// The parameters of the command line, the user's own statements, and the last session if it is asked for.
  func prepare() -> ExitStatus {
    var status = session.declareParameters { printer.show($0) }
    if let source = initScript() {
      let ended = session.run(source, folder: folders.config ?? ".") { printer.show($0, isSilent: true) }
      if status == .ok { status = ended }
    }
    if arguments.resume { resume() }
    return status
  }

  /// A script is not touched by what the user's own statements do to data; only its display is the user's.
  func readDisplaySettings() {
    guard let source = initScript() else { return }
    session.runDisplaySettings(source) { printer.show($0, isSilent: true) }
  }

  private func initScript() -> SourceText? {
    guard !arguments.noInit, !arguments.safe, let path = folders.initScript, Disk.exists(path) else {
      return nil
    }
    do throws(Mistakes) {
      return try SourceText.script(at: path, shownAs: path)
    } catch {
      error.list.forEach { printer.diagnostics.write($0, in: SourceText("")) }
      return nil
    }
  }

  private func resume() {
    let journals = folders.journal.map { Journal.ended(in: $0) } ?? []
    guard let path = journals.first(where: isUsable) else {
      printer.diagnostics.write(
        .nothingToResume(folder: folders.journal ?? "$XDG_STATE_HOME"), in: SourceText(""))
      return
    }
    let count = interruptible { session.resume(path) { printer.show($0, isSilent: true) } }
    let focus = session.workspace.focusText.map { "; focus " + $0 } ?? ""
    let which = path == journals.first ? "the last session" : "an earlier session"
    printer.narrate("resumed \(which): \(count) statement\(count == 1 ? "" : "s")\(focus)")
  }

  /// A journal can be brought back; else it is told why not.
  private func isUsable(_ journal: String) -> Bool {
    guard let reason = Session.reasonAgainstResuming(journal) else { return true }
    printer.diagnostics.write(.journalUnusable(journal, reason: reason), in: SourceText(""))
    return false
  }

  // MARK: The interactive shell

  var isSafe: Bool { arguments.safe }

  /// The prompt is there before the engine, and the engine most often before the first question.
  func openEngineAhead() { opener.openAhead() }

  /// Tells once that the journal cannot be written.
  func tellJournalFailure() {
    guard !hasToldJournalFailure, let failure = session.options.journal?.failure else { return }
    hasToldJournalFailure = true
    printer.diagnostics.write(.journalUnwritable(failure.path, reason: failure.reason), in: SourceText(""))
  }

  // MARK: Parameters

  /// A parameter that a script does not declare is told before anything runs.
  func checkParameters(of script: SessionScript) throws(Mistakes) {
    let declared = script.declaredParameters
    guard !script.runsOthers else { return }
    for parameter in arguments.parameters where !declared.contains(parameter.name.lowercased()) {
      throw Mistakes(Session.unknownParameter(parameter.name, declared: declared))
    }
  }

  /// A parameter that no statement has is told before anything runs; what comes back from a journal may have it.
  func checkParameters(of texts: [SourceText]) throws(Mistakes) {
    guard !arguments.parameters.isEmpty, !arguments.resume else { return }
    let scripts = (texts + [initScript()].compactMap { $0 }).map { SessionScript($0) }
    guard !scripts.contains(where: \.runsOthers) else { return }
    let named = scripts.reduce(into: Set<String>()) { names, script in
      names.formUnion(script.declaredParameters.union(script.usedParameters))
    }
    for parameter in arguments.parameters where !named.contains(parameter.name.lowercased()) {
      throw Mistakes(Session.unusedParameter(parameter.name, named: named))
    }
  }

  private func untakenParameters() -> ExitStatus? {
    guard let name = session.untakenParameters.first else { return nil }
    printer.diagnostics.write(Session.unknownParameter(name, declared: []), in: SourceText(""))
    return .usage
  }
}

/// Asks the person at the terminal; Ctrl-C is a no.
private func askToReplace(_ path: String, _ interruption: Interruption) -> Bool {
  askYesOrNo("\(path) is there already. Replace it? [y/N] ") { interruption.isInterrupted }
}

/// Where the user's files are, after the XDG base directories: only absolute paths count.
struct Folders {
  var config: String?
  var journal: String?

  init(_ environment: [String: String]) {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let configHome = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    config = (configHome ?? home.map { $0 + "/.config" }).map { $0 + "/cxsh" }
    journal = Journal.standardFolder(environment)
  }

  var initScript: String? { config.map { $0 + "/init.cxs" } }
}
