import ArgumentParser
import Diagnostics
import Sessions
import Terminal

/// Runs a session again and says whether its results are the same.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Run a session again and compare its results with the recorded ones.")

  @Argument(help: ArgumentHelp("A session file.", valueName: "file.cxs"))
  var script: String

  @Option(help: ArgumentHelp("Read the data from another folder.", valueName: "dir"))
  var against: String?

  @Flag(help: "Record the results of this replay in place of the old ones.")
  var accept = false

  @Flag(help: "The same, also where the data files are not the recorded ones.")
  var acceptData = false

  @Flag(help: "Write the files that export and save name.")
  var write = false

  @Option(help: ArgumentHelp("Write a report.", valueName: "file.html"))
  var report: String?

  @OptionGroup var arguments: SessionArguments

  func validate() throws {
    if arguments.safe && (accept || acceptData || write) {
      throw ValidationError("--accept and --write write files, and --safe writes nothing")
    }
    if (accept || acceptData) && !arguments.parameters.isEmpty {
      throw ValidationError("--accept records what the script says, and --set gives it another value")
    }
  }

  func run() throws {
    let terminal = TerminalInfo.current(color: arguments.color ?? .auto)
    let world = World(arguments, terminal: terminal, script: script, writesFiles: write)
    throw ExitCode(
      world.performing { (status: inout ExitStatus) throws(Mistakes) in
        if against != nil { throw Mistakes(.notYet("replay --against", span: nil)) }
        if report != nil { throw Mistakes(.notYet("replay --report", span: nil)) }
        let read = SessionScript(try SourceText.script(at: script, shownAs: script))
        if read.entries.isEmpty && read.errors.isEmpty { throw Mistakes(.nothingToReplay(script)) }
        try world.checkParameters(of: read)
        world.readDisplaySettings()
        status = try replay(in: world)
      })
  }

  private func replay(in world: World) throws(Mistakes) -> ExitStatus {
    let printer = ReplayPrinter(world.printer)
    let replayer = Replayer(session: world.session, keepsGoing: arguments.keepGoing) { printer.show($0) }
    let summary = try world.interruptible { () throws(Mistakes) in try replayer.replay(script) }
    printer.finish(summary)
    guard accept || acceptData else { return summary.status }
    try replayer.accept(script, takesChangedData: acceptData)
    world.printer.narrate("recorded the results of this replay in \(script)")
    return .ok
  }
}
