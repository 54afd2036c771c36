import ArgumentParser
import Sessions
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Arguments in, exit status out.
@main enum Main {
  static func main() {
    Signals.install(.script)
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  private static func run(_ arguments: [String]) -> Int32 {
    do {
      var command = try CxshCommand.parseAsRoot(subcommandFirst(arguments))
      try command.run()
      return ExitStatus.ok.rawValue
    } catch let status as ExitCode {
      return status.rawValue
    } catch {
      // Help and the version come this way too.
      let text = CxshCommand.fullMessage(for: error) + "\n"
      let isAnswer = CxshCommand.exitCode(for: error).isSuccess
      StandardStreams.write(text, to: isAnswer ? .output : .error)
      return isAnswer ? ExitStatus.ok.rawValue : ExitStatus.usage.rawValue
    }
  }

  /// Options may stand before the subcommand: `cxsh --format json run q3.cxs`.
  static func subcommandFirst(_ arguments: [String]) -> [String] {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("-"), arguments[index] != "-",
      arguments[index] != "--"
    {
      index += optionsWithValue.contains(arguments[index]) ? 2 : 1
    }
    guard index > 0, index < arguments.count, subcommands.contains(arguments[index]) else { return arguments }
    return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
  }

  private static let subcommands: Set<String> = Set(
    CxshCommand.configuration.subcommands.compactMap { $0.configuration.commandName })

  private static let optionsWithValue: Set<String> = [
    "-c", "--command", "--set", "--format", "--output", "-o", "--color", "--width", "--engine", "--threads",
    "--memory-limit",
  ]
}
