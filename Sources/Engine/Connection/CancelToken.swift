internal import CADBC
import Synchronization

/// Stops a statement from any thread; one token serves one statement.
///
/// Cancelling before the statement starts keeps it from starting, and cancelling after its end does nothing.
public final class CancelToken: Sendable {
  private let state = Mutex(State())

  private struct State {
    var isCancelled = false
    var target: CancelTarget?
  }

  public init() {}

  public var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Asks the engine to stop; it does so within milliseconds, and the statement throws `.cancelled`.
  ///
  /// Calling it again asks again. The lock is held meanwhile, so that the statement cannot be freed.
  public func cancel() {
    state.withLock { state in
      state.isCancelled = true
      state.target?.cancel()
    }
  }

  /// Points the token at a running statement.
  func arm(_ target: CancelTarget) { state.withLock { $0.target = target } }

  /// Takes the statement away; it may be freed after this.
  func disarm() { state.withLock { $0.target = nil } }
}

/// A running statement, as far as cancelling it goes.
@safe struct CancelTarget: @unchecked Sendable {
  let driver: Driver
  let statement: UnsafeMutablePointer<AdbcStatement>

  func cancel() {
    guard let cancel = unsafe driver.functions.pointee.StatementCancel else { return }
    let error = DriverError()
    _ = unsafe cancel(statement, error.pointer)
  }
}
