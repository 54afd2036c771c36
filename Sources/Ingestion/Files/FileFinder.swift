import Diagnostics

/// A file to read: how the user calls it and where it is.
struct FoundFile: Sendable {
  /// As it is shown and recorded.
  var shown: String
  /// Absolute, or relative to the working folder of the process.
  var path: String

  /// The path as the engine's readers take it: marks of patterns are made literal.
  var enginePath: String {
    var out = ""
    for character in path {
      if "*?[".contains(character) { out += "[\(character)]" } else { out.append(character) }
    }
    return out
  }
}

/// Finds the files that a path or a pattern names.
struct FileFinder {
  var baseFolder: String
  var span: Span?

  /// The files in the order in which they are read.
  func find(_ written: String) throws(Mistakes) -> [FoundFile] {
    let path = resolve(written)
    switch PathTarget(path) {
    case .file: return [FoundFile(shown: written, path: path)]
    case .folder: throw Mistakes(.folderWithoutScript(written, files: dataFiles(in: path), span: span))
    case .nothing: break
    }
    guard written.contains(where: { "*?[".contains($0) }) else {
      throw Mistakes(.missingFile(written, nearest: neighbours(of: path), span: span))
    }
    let matches = pathsMatching(path).filter { if case .file = PathTarget($0) { true } else { false } }
    guard !matches.isEmpty else {
      throw Mistakes(.emptyPattern(written, nearest: neighbours(of: path), span: span))
    }
    return matches.map { FoundFile(shown: shown($0, for: written), path: $0) }
  }

  private func resolve(_ written: String) -> String {
    guard !written.hasPrefix("/"), !baseFolder.isEmpty, baseFolder != "." else { return written }
    return (baseFolder.hasSuffix("/") ? baseFolder : baseFolder + "/") + written
  }

  /// A match as the user would write it: relative where the pattern is.
  private func shown(_ match: String, for written: String) -> String {
    let prefix = baseFolder.hasSuffix("/") ? baseFolder : baseFolder + "/"
    guard !written.hasPrefix("/"), match.hasPrefix(prefix) else { return match }
    return String(match.dropFirst(prefix.count))
  }

  /// Names in the same folder that may be meant, nearest first.
  private func neighbours(of path: String) -> [String] {
    nearestNames(to: fileName(path), among: namesInFolder(folderName(path)), limit: 3)
  }

  private func dataFiles(in folder: String) -> [String] {
    namesInFolder(folder).filter { FileFormat.named(by: $0) != nil }
  }
}
