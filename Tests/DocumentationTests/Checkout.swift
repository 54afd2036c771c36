import Foundation
import Testing

/// The tests that write pages when they record; one after another, so that none writes over what another wrote.
@Suite(.serialized) enum Documentation {}

/// The files of the project, and a copy of those that commands in the documentation read or change.
enum Checkout {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The pages, by their path from the root.
  static let pages: [String] =
    ["README.md", "CHANGELOG.md"]
    + ((try? FileManager.default.contentsOfDirectory(atPath: root + "/docs")) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }

  static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" }

  static func read(_ page: String) throws -> String {
    try String(contentsOfFile: root + "/" + page, encoding: .utf8)
  }

  static func write(_ text: String, to page: String) throws {
    try text.write(toFile: root + "/" + page, atomically: true, encoding: .utf8)
  }

  static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/" + path) }
}

/// A folder that looks like the checkout to a reader who follows a page, and is gone afterwards.
final class Scratch {
  let path: String
  private let home: String

  init() throws {
    let folder =
      FileManager.default.temporaryDirectory.path + "/cxsh-docs-\(UInt64.random(in: 0...UInt64.max))"
    (path, home) = (folder + "/cxsh", folder + "/home")
    for folder in [path, home] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    for name in ["samples", "sessions"] where Checkout.has(name) {
      try FileManager.default.copyItem(atPath: Checkout.root + "/" + name, toPath: path + "/" + name)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }

  /// Runs a line of the shell as in a terminal of 100 columns, and gives all that it writes.
  func run(_ line: String) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = [
      "HOME": home, "PATH": try Self.programFolder() + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "COLUMNS": "100", "SWIFT_BACKTRACE": "enable=no",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The program lies beside the test bundle.
  private static func programFolder() throws -> String {
    let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return (bundle as NSString).deletingLastPathComponent
  }
}
