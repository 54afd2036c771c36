/// Compares text that users see with a golden file, or writes the file.
///
/// `RECORD_SNAPSHOTS=1 make test` writes every golden file anew; a recording run is never green, so that
/// nobody mistakes it for a passing one.
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Expects `actual` to equal the golden file `Snapshots/<name>` beside the test that calls it.
public func expectSnapshot(
  _ actual: String, named name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/")
  let path = folder + "/Snapshots/" + name
  let recording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  let recorded = recording ? nil : try? String(contentsOfFile: path, encoding: .utf8)
  guard let recorded else {
    try? FileManager.default.createDirectory(
      atPath: path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/"), withIntermediateDirectories: true)
    do {
      try actual.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(path); read it, then run again", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot write \(path): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  if recorded != actual {
    Issue.record(
      "\(name) differs (- golden, + actual)\n\(lineDifference(recorded, actual))",
      sourceLocation: sourceLocation)
  }
}

/// The lines that two texts do not share, `-` for the first text and `+` for the second.
public func lineDifference(_ old: String, _ new: String) -> String {
  let before = old.split(separator: "\n", omittingEmptySubsequences: false)
  let after = new.split(separator: "\n", omittingEmptySubsequences: false)
  return after.difference(from: before).map { change in
    switch change {
    case .remove(let offset, let line, _): "-\(offset + 1): \(line)"
    case .insert(let offset, let line, _): "+\(offset + 1): \(line)"
    }
  }.joined(separator: "\n")
}
