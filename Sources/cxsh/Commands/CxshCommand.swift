import ArgumentParser

/// The command line of cxsh.
struct CxshCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "cxsh",
    abstract: "An interactive shell for customer experience: find the places where it breaks.",
    discussion: """
      Without a subcommand: the interactive shell, or statements from -c or from standard input.
      Results go to standard output, everything else to standard error.

      Exit status: 0 all went well, 1 a statement failed, 2 wrong usage or an unreadable script,
      3 no connection to the engine, 5 a replay differs, 130 interrupted.
      """,
    version: "cxsh \(version)",
    subcommands: [
      ShellCommand.self, RunCommand.self, ReplayCommand.self, TeachCommand.self, SampleCommand.self,
      FormatCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: ShellCommand.self)
}
