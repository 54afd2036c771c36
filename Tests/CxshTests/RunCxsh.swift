import Foundation
import Testing

/// What a run of the program gave.
struct ProgramRun {
  var status: Int32
  var output: String
  var error: String
}

/// A folder for one test, with a home of its own, that is gone afterwards.
final class Sandbox {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/cxsh-e2e-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: path + "/home", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: path + "/" + target)
  }
  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []).sorted()
  }

  /// Runs the program in this folder, and waits for its end.
  func cxsh(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], folder: String = ""
  ) throws -> ProgramRun {
    try run(programPath(), arguments, input: input, environment: environment, folder: folder)
  }

  /// Runs a line of bash in this folder.
  func shell(_ line: String) throws -> ProgramRun { try run("/bin/bash", ["-c", line]) }

  /// Starts the program, waits until standard output or standard error holds a text, sends a signal and waits again.
  func cxsh(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], signal: Int32,
    onceItSays text: String
  ) throws -> ProgramRun {
    let running = try start(programPath(), arguments, input: input, environment: environment, folder: "")
    let patience = ContinuousClock.now + .seconds(60)
    while running.process.isRunning, !running.says(text), ContinuousClock.now < patience { usleep(20_000) }
    kill(running.process.processIdentifier, signal)
    let end = ContinuousClock.now + .seconds(60)
    while running.process.isRunning, ContinuousClock.now < end { usleep(20_000) }
    if running.process.isRunning { kill(running.process.processIdentifier, SIGKILL) }
    return try running.finish()
  }

  private func run(
    _ program: String, _ arguments: [String], input: String = "", environment: [String: String] = [:],
    folder: String = ""
  ) throws -> ProgramRun {
    try start(program, arguments, input: input, environment: environment, folder: folder).finish()
  }

  private func start(
    _ program: String, _ arguments: [String], input: String, environment: [String: String], folder: String
  ) throws -> RunningProgram {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path + "/" + folder)
    process.environment = [
      "HOME": path + "/home", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
    ].merging(environment) { $1 }
    let files = ["stdin", "stdout", "stderr"].map {
      path + "/home/." + $0 + "-\(UInt64.random(in: 0...UInt64.max))"
    }
    try input.write(toFile: files[0], atomically: true, encoding: .utf8)
    files.dropFirst().forEach { _ = FileManager.default.createFile(atPath: $0, contents: nil) }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    return RunningProgram(process: process, output: files[1], error: files[2])
  }
}

/// A program that has been started, and the files that it writes.
private struct RunningProgram {
  var process: Process
  var output: String
  var error: String

  func says(_ text: String) -> Bool {
    [output, error].contains { (try? String(contentsOfFile: $0, encoding: .utf8))?.contains(text) == true }
  }

  func finish() throws -> ProgramRun {
    process.waitUntilExit()
    return ProgramRun(
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      error: try String(contentsOfFile: error, encoding: .utf8))
  }
}

/// The program lies beside the test bundle.
func programPath() throws -> String {
  let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  return (bundle as NSString).deletingLastPathComponent + "/cxsh"
}

enum Engine {
  /// The program finds an engine on this machine.
  static let isThere = (try? Sandbox().cxsh(["doctor"]).status) == 0
  /// It finds the lexicon of VADER too.
  static let hasLexicon = (try? Sandbox().cxsh(["doctor"]).output.contains("lexicon: VADER")) == true
}
