import Engine
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folders of all spools of the process, so that none outlives it.
final class SpoolRegistry: Sendable {
  static let shared = SpoolRegistry()

  private struct State {
    var folders: Set<String> = []
    var made = 0
    var isWatching = false
  }
  private let state = Mutex(State())

  /// Makes a new folder; nil where that fails.
  func make(below parent: String?) -> String? {
    guard let home = parent ?? TemporaryFolder.home() else { return nil }
    return state.withLock { state in
      if !state.isWatching {
        state.isWatching = true
        atexit { SpoolRegistry.shared.removeAll() }
        Self.removeLeftovers(in: home)
      }
      state.made += 1
      let path = "\(home)/spool-\(getpid())-\(state.made)"
      removeFolder(path)
      guard makeFolder(path) else { return nil }
      state.folders.insert(path)
      return path
    }
  }

  func remove(_ folder: String) {
    state.withLock { _ = $0.folders.remove(folder) }
    removeFolder(folder)
  }

  private func removeAll() {
    for folder in state.withLock({ $0.folders }) { removeFolder(folder) }
  }

  /// Folders of processes that are no more.
  static func removeLeftovers(in home: String) {
    for name in namesInFolder(home) where name.hasPrefix("spool-") {
      guard let process = name.split(separator: "-").dropFirst().first.flatMap({ pid_t($0) }) else {
        continue
      }
      if process != getpid(), kill(process, 0) != 0, errno == ESRCH { removeFolder("\(home)/\(name)") }
    }
  }
}
