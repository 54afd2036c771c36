import ArgumentParser
import Terminal
import Vocabulary

/// The options of everything that performs statements.
struct SessionArguments: ParsableArguments {
  @Option(
    name: .customLong("set"), help: ArgumentHelp("Give a parameter another value.", valueName: "name=value"))
  var parameters: [Assignment] = []

  @Option(help: ArgumentHelp("How results are written.", valueName: "format"))
  var format: OutputFormat?

  @Option(name: [.short, .long], help: ArgumentHelp("Write the results to a file.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("When colours are used.", valueName: "when"))
  var color: ColorChoice?

  @Option(help: ArgumentHelp("The width of tables, in columns.", valueName: "n"))
  var width: Int?

  @Flag(help: "Write long results at once.")
  var noPager = false

  @Option(help: ArgumentHelp("Use another engine than the one inside the process.", valueName: "uri"))
  var engine: String?

  @Option(help: ArgumentHelp("How many threads the engine uses.", valueName: "n"))
  var threads: Int?

  @Option(help: ArgumentHelp("How much memory the engine uses, such as 4GB.", valueName: "size"))
  var memoryLimit: String?

  @Flag(help: "Do not run init.cxs.")
  var noInit = false

  @Flag(help: "Read only below the script's folder, write nothing, connect to nothing.")
  var safe = false

  @Flag(help: "Bring back the last session first.")
  var resume = false

  @Flag(name: [.short, .long], help: "Write nothing but results and errors.")
  var quiet = false

  @Flag(help: "Tell how long each statement took.")
  var timing = false

  @Flag(help: "Go on after a statement that failed.")
  var keepGoing = false

  func validate() throws {
    if let width, !(20...10_000).contains(width) {
      throw ValidationError("--width is a whole number from 20 to 10000, not \(width)")
    }
    if let threads, threads < 1 { throw ValidationError("--threads is 1 or more, not \(threads)") }
    if let memoryLimit, !Self.isSize(memoryLimit) {
      throw ValidationError("--memory-limit is a size such as 512MB or 4GB, not \(memoryLimit)")
    }
    if safe && output != nil { throw ValidationError("--output writes a file, and --safe writes nothing") }
  }

  /// A number with a unit of bytes behind it.
  private static func isSize(_ text: String) -> Bool {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }.uppercased()
    let units = ["KB", "MB", "GB", "TB", "KIB", "MIB", "GIB", "TIB"]
    return (Double(digits) ?? 0) > 0 && units.contains(unit)
  }
}

/// `NAME=VALUE`.
struct Assignment: ExpressibleByArgument {
  var name: String
  var value: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    name = String(parts[0])
    value = String(parts[1])
  }
}

extension OutputFormat: ExpressibleByArgument {
  public init?(argument: String) { self.init(word: argument) }
}

extension ColorChoice: ExpressibleByArgument {}
