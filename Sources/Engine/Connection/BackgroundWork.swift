/// Work that goes on, on a thread of its own, until its result is asked for.
public final class BackgroundWork<Value: Sendable>: Sendable {
  private let result = PendingResult<Value>()

  /// Starts the work; where the system refuses a thread, it is done at once.
  public init(_ work: @escaping @Sendable () -> Value) {
    let didStart = startThread { [result] in result.set(work()) }
    if !didStart { result.set(work()) }
  }

  /// What the work gave; waits for its end.
  public func value() -> Value { result.get() }
}

/// A result that is still to come; the monitor guards it.
private final class PendingResult<Value: Sendable>: @unchecked Sendable {
  private let monitor = Monitor()
  private var value: Value?

  func set(_ value: Value) { monitor.change { self.value = value } }

  func get() -> Value { monitor.wait { value } }
}
