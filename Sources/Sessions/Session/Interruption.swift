import Engine
import Synchronization

/// Stops what a session does, from any thread.
///
/// The running statement is cancelled and a script goes no further, until ``reset()``.
public final class Interruption: Sendable {
  private struct State {
    var isInterrupted = false
    var token: CancelToken?
  }
  private let state = Mutex(State())

  public init() {}

  public var isInterrupted: Bool { state.withLock { $0.isInterrupted } }

  /// Asks the running statement to end; called by the handler of Ctrl-C.
  public func interrupt() {
    let token = state.withLock { state in
      state.isInterrupted = true
      return state.token
    }
    token?.cancel()
  }

  /// Forgets earlier interruptions, before the next line of a person.
  public func reset() { state.withLock { $0.isInterrupted = false } }

  /// A token for the next statement; cancelled already where the interruption came first.
  func token() -> CancelToken {
    let token = CancelToken()
    let isLate = state.withLock { state in
      state.token = token
      return state.isInterrupted
    }
    if isLate { token.cancel() }
    return token
  }
}
