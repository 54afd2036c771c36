import ArgumentParser
import Diagnostics
import Sessions
import Terminal

/// The shell: interactive, or with the statements of `-c` or of standard input.
struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "The interactive shell; this is what cxsh does without a subcommand.")

  @Option(
    name: [.customShort("c"), .customLong("command")],
    help: ArgumentHelp("Run statements and leave; may be given several times.", valueName: "statements"))
  var commands: [String] = []

  @OptionGroup var arguments: SessionArguments

  func run() throws {
    let terminal = TerminalInfo.current(color: arguments.color ?? .auto)
    if commands.isEmpty && terminal.inputIsTerminal {
      throw ExitCode(Shell(World(arguments, terminal: terminal, keepsJournal: true)).run())
    }
    let world = World(arguments, terminal: terminal, keepsJournal: commands.isEmpty)
    throw ExitCode(
      world.performing { (status: inout ExitStatus) throws(Mistakes) in
        let texts = try texts()
        try world.checkParameters(of: texts)
        status = world.prepare()
        guard status == .ok || arguments.keepGoing else { return }
        for source in texts {
          let ended = world.run(source, folder: ".")
          if status == .ok { status = ended }
          if ended != .ok && !arguments.keepGoing || ended == .interrupted || world.session.hasQuit { return }
        }
      })
  }

  private func texts() throws(Mistakes) -> [SourceText] {
    if !commands.isEmpty { return commands.map { SourceText($0) } }
    return [try standardInput()]
  }
}

/// The text of standard input.
func standardInput() throws(Mistakes) -> SourceText {
  let bytes: [UInt8]
  do throws(DiskError) {
    bytes = try Disk.readAll(0, path: "standard input")
  } catch {
    throw Mistakes(.scriptUnreadable("standard input", reason: error.reason))
  }
  return try SourceText.script(bytes, name: nil)
}
