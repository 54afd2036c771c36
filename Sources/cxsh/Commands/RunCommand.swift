import ArgumentParser
import Diagnostics
import Sessions
import Terminal

/// Runs a script and prints its results.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a script and print its results.")

  @Argument(help: ArgumentHelp("A script, or - for standard input.", valueName: "file.cxs"))
  var script: String

  @OptionGroup var arguments: SessionArguments

  func run() throws {
    let world = World(arguments, terminal: .current(color: arguments.color ?? .auto), script: script)
    throw ExitCode(
      world.performing { (status: inout ExitStatus) throws(Mistakes) in
        let source = script == "-" ? try standardInput() : try SourceText.script(at: script, shownAs: script)
        try world.checkParameters(of: SessionScript(source))
        world.readDisplaySettings()
        status = world.run(source, folder: script == "-" ? "." : World.folder(of: script))
      })
  }
}
