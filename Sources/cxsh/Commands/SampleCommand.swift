import ArgumentParser
import Diagnostics
import Samples
import Sessions
import Terminal

/// Makes a sample data set with known failure points.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Make a sample data set with known failure points.")

  @Argument(help: ArgumentHelp("northbank.", valueName: "name"))
  var name: SampleName

  @Argument(
    help: ArgumentHelp("A new or empty folder, or an earlier sample, which is replaced.", valueName: "dir"))
  var folder: String

  @Option(
    help: ArgumentHelp("How many events (by default 50000, or the size of the scenario).", valueName: "n"))
  var rows: Int?

  @Option(help: ArgumentHelp("Another seed makes another data set.", valueName: "s"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "What is planted: \(Scenario.allCases.map { "\($0.rawValue) (\($0.summary))" }.joined(separator: ", ")).",
      valueName: "name"))
  var scenario = Scenario.standard

  @Flag(name: [.short, .long], help: "Write nothing but errors.")
  var quiet = false

  func validate() throws {
    guard let rows else { return }
    if rows < NorthbankSample.minimumRows {
      throw ValidationError("--rows is \(NorthbankSample.minimumRows) or more, not \(rows)")
    }
    if rows > NorthbankSample.maximumRows {
      throw ValidationError("--rows is \(NorthbankSample.maximumRows) or less, not \(rows)")
    }
  }

  func run() throws {
    throw ExitCode(reportingMistakes(.current()) { () throws(Mistakes) in try make() })
  }

  private func make() throws(Mistakes) -> ExitStatus {
    do throws(SampleError) {
      let sample = NorthbankSample(rows: rows ?? scenario.usualRows, seed: seed, scenario: scenario)
      let interruption = Interruption()
      let summary = try Signals.withInterrupts({ interruption.interrupt() }) {
        Result { () throws(SampleError) in
          try sample.write(to: folder) { interruption.isInterrupted }
        }
      }.get()
      guard !quiet else { return .ok }
      let files = summary.files.map { "  \($0.name) \($0.rows)\n" }.joined()
      let replacing = summary.isReplacing ? ", in place of the sample that was there" : ""
      StandardStreams.write("wrote \(summary.events) events to \(folder)\(replacing)\n\(files)", to: .error)
      return .ok
    } catch .cancelled {
      StandardStreams.write("interrupted; nothing was written\n", to: .error)
      return .interrupted
    } catch {
      throw Mistakes(diagnostic(of: error))
    }
  }

  private func diagnostic(of error: SampleError) -> Diagnostic {
    switch error {
    case .tooFewRows(let minimum): .cannotWrite(folder, reason: "a sample has at least \(minimum) events")
    case .tooManyRows(let maximum): .cannotWrite(folder, reason: "a sample has at most \(maximum) events")
    case .cannotCreate(let path, let code), .cannotWrite(let path, let code):
      .cannotWrite(path, reason: DiskError(path: path, code: code).reason)
    case .wouldOverwrite(let path):
      .cannotWrite(path, reason: "it is there already, and no part of a sample", hint: "name another folder")
    case .holdsOtherFiles(let path):
      .cannotWrite(
        path, reason: "the folder holds other files and no sample", hint: "name a new folder or an empty one")
    case .cancelled: .interrupted()
    }
  }
}

extension SampleName: ExpressibleByArgument {}
extension Scenario: ExpressibleByArgument {}
