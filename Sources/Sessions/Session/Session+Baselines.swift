import DataModel
import Diagnostics
import Findings
import Syntax

/// Baselines of a session file: their figures stand beside it, and stay what they were when the data changes.
extension Session {
  /// Lets the baselines of a script be what its recorded results say.
  ///
  /// - Parameter results: what stands beside the script; read from there where it is nil.
  func freezeBaselines(of script: SessionScript, at place: Place, results: ResultsFile? = nil) {
    let recorded = script.entries.compactMap { entry -> (name: String, statement: String, digest: String)? in
      guard case .baseline(let name) = entry.statement.kind, let result = entry.result else { return nil }
      return (name.text, entry.statement.printed, result.digest)
    }
    guard !recorded.isEmpty, let results = results ?? resultsFile(beside: place) else { return }
    for (name, statement, digest) in recorded {
      guard
        let kept = results.results.first(where: {
          $0.statement == statement && $0.digest == digest && $0.isWhole
        }),
        let baseline = Baseline(name: name, rows: kept.rows.map { $0.map(\.value) })
      else { continue }
      workspace.frozen[name.lowercased()] = baseline
    }
  }

  private func resultsFile(beside place: Place) -> ResultsFile? {
    guard let path = place.source.name, let bytes = try? Disk.read(ResultsFile.path(for: absolutePath(path)))
    else {
      return nil
    }
    return ResultsFile(bytes)
  }
}

extension RecordedResult.Cell {
  /// The cell as a value of a table.
  var value: Value {
    switch self {
    case .missing: .missing
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .text(let text): .text(text)
    }
  }
}
