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

  private func run(
    _ program: String, _ arguments: [String], input: String = "", environment: [String: String] = [:],
    folder: String = ""
  ) throws -> ProgramRun {
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
    process.waitUntilExit()
    defer { files.forEach { try? FileManager.default.removeItem(atPath: $0) } }
    return ProgramRun(
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      output: try String(contentsOfFile: files[1], encoding: .utf8),
      error: try String(contentsOfFile: files[2], encoding: .utf8))
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
}
