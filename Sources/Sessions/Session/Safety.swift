import Diagnostics
import Syntax

/// What `--safe` refuses: everything outside the script's folder, everything that writes, every connection.
extension Session {
  func checkSafety(_ kind: StatementKind, at place: Place) throws(Mistakes) {
    guard options.safeFolder != nil else { return }
    switch kind {
    case .save(let path, _, _, _, _): throw Mistakes(.refusedInSafeMode("save", span: path.span))
    case .export(_, let path): throw Mistakes(.refusedInSafeMode("export", span: path.span))
    case .connect(let address): throw Mistakes(.refusedInSafeMode("connect", span: address.span))
    case .query(let query):
      if case .some((_, let path?)) = query.splittingExport {
        throw Mistakes(.refusedInSafeMode("export", span: path.span))
      }
      if case .listing(let call) = query.head, case .text(let text) = call.argument,
        call.name.text.lowercased() == "describe"
      {
        try checkReading(text.text, at: place, span: text.span)
      }
    case .load(let load):
      if case .path(let path) = load.origin { try checkReading(path.text, at: place, span: path.span) }
    case .run(let path), .replay(let path, _): try checkReading(path.text, at: place, span: path.span)
    default: break
    }
  }

  /// Whether a path may be read; links are followed, and of a pattern every file counts.
  func checkReading(_ path: String, at place: Place, span: Span?, depth: Int = 0) throws(Mistakes) {
    guard let folder = options.safeFolder else { return }
    let absolute = absolutePath(Paths.join(place.folder, path))
    for found in filesMatching(absolute) {
      let real = Disk.resolved(found) ?? Disk.resolved(Paths.folder(of: found)) ?? Paths.normalized(found)
      guard Paths.isPath(real, within: folder) else {
        throw Mistakes(.outsideSafeFolder(path, folder: folder, span: span))
      }
      if Disk.isFolder(real) && depth < Place.depthLimit {
        try checkLoadScript(in: real, span: span, depth: depth + 1)
      }
    }
  }

  /// A folder's `load.cxs` is held to the same limits.
  private func checkLoadScript(in folder: String, span: Span?, depth: Int) throws(Mistakes) {
    guard let source = try? SourceText.script(at: folder + "/load.cxs", shownAs: "load.cxs") else { return }
    for case .load(let load) in SessionScript(source).entries.map(\.statement.kind) {
      guard case .path(let path) = load.origin, Paths.normalized(path.text) != "." else { continue }
      try checkReading(path.text, at: Place(source: source, folder: folder), span: span, depth: depth)
    }
  }

  /// The files that a pattern names; the path itself where it is no pattern or nothing fits.
  private func filesMatching(_ pattern: String) -> [String] {
    guard pattern.contains(where: { "*?[".contains($0) }) else { return [pattern] }
    let found = Disk.paths(matching: pattern)
    return found.isEmpty ? [pattern] : found
  }
}
