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
    Signals.unblockInterrupts()
    Signals.install(.script)
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  private static func run(_ arguments: [String]) -> Int32 {
    if let first = arguments.first, ["-h", "--help"].contains(first), arguments.count == 1 {
      StandardStreams.write(help + "\n", to: .output)
      return ExitStatus.ok.rawValue
    }
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

  /// The help of the whole program: its subcommands, and the options of the one that is meant without a name.
  private static var help: String {
    let whole = CxshCommand.helpMessage()
    let shell = CxshCommand.helpMessage(for: ShellCommand.self)
    let marks = (options: "OPTIONS:", subcommands: "SUBCOMMANDS:")
    guard let options = shell.firstRange(of: marks.options), let before = whole.firstRange(of: marks.options),
      let after = whole.firstRange(of: marks.subcommands)
    else { return whole }
    let usage = whole[..<before.lowerBound]
      .replacing("USAGE: cxsh <subcommand>", with: "USAGE: cxsh [<options>] [-c <statements>] [<subcommand>]")
    return usage + shell[options.lowerBound...].trimmingSuffix { $0.isNewline } + "\n\n"
      + whole[after.lowerBound...]
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

extension Substring {
  /// Without the last characters that fit.
  fileprivate func trimmingSuffix(while fits: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, fits(last) { rest.removeLast() }
    return rest
  }
}
