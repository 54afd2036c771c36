import ArgumentParser
import Diagnostics
import Sessions
import Syntax
import Terminal

/// Interactive lessons, of a later version.
struct TeachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teach", abstract: "An interactive lesson (not yet).")

  @Argument(help: ArgumentHelp("A lesson.", valueName: "lesson.cxs"))
  var lesson: String

  @OptionGroup var arguments: SessionArguments

  func run() throws {
    let world = World(arguments, terminal: .current(color: arguments.color ?? .auto), script: lesson)
    throw ExitCode(
      world.performing { (_: inout ExitStatus) throws(Mistakes) in throw Mistakes(.notYet("teach", span: nil))
      })
  }
}

/// Formats a script.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "fmt", abstract: "Format a script in place.")

  @Argument(
    help: ArgumentHelp("A script, or - for standard input to standard output.", valueName: "file.cxs"))
  var script: String

  @Flag(help: "Change nothing; exit with 1 if the script is not formatted.")
  var check = false

  func run() throws {
    let terminal = TerminalInfo.current()
    throw ExitCode(reportingMistakes(terminal) { () throws(Mistakes) in try formatScript() })
  }

  private func formatScript() throws(Mistakes) -> ExitStatus {
    let source = script == "-" ? try standardInput() : try SourceText.script(at: script, shownAs: script)
    let parsed = Syntax.parse(source)
    // A file of another version may mean something else by the same words.
    let errors = SessionScript(source).errors
    guard errors.isEmpty else {
      errors.forEach { DiagnosticText(TerminalInfo.current()).write($0, in: source) }
      return .failed
    }
    let formatted = format(parsed)
    if check {
      if formatted == source.text { return .ok }
      StandardStreams.write("\(script) is not formatted; cxsh fmt \(script) does it\n", to: .error)
      return .failed
    }
    if script == "-" {
      StandardStreams.write(formatted, to: .output)
    } else if formatted != source.text {
      do throws(DiskError) {
        try Disk.writeAtomically(formatted, to: script)
      } catch {
        throw Mistakes(.cannotWrite(script, reason: error.reason))
      }
    }
    return .ok
  }
}

/// Performs something, writes its mistakes, and gives the exit status: 2 for a script that cannot be read.
func reportingMistakes(_ terminal: TerminalInfo, _ body: () throws(Mistakes) -> ExitStatus) -> Int32 {
  do throws(Mistakes) {
    return try body().rawValue
  } catch {
    error.list.forEach { DiagnosticText(terminal).write($0, in: SourceText("")) }
    return World.status(of: error).rawValue
  }
}
