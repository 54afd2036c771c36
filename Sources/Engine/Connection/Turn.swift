/// Lets one caller at a time use a connection, for as long as it reads a result.
final class Turn: @unchecked Sendable {
  private let monitor = Monitor()
  private var owner: UInt64?

  /// Runs `body` when the turn has come; throws where the caller's thread already has it.
  func take<Value>(_ body: () throws -> Value) throws -> Value {
    try begin()
    defer { monitor.change { owner = nil } }
    return try body()
  }

  /// The same for a body that throws only this layer's errors.
  func take<Value>(_ body: () throws(EngineError) -> Value) throws(EngineError) -> Value {
    try begin()
    defer { monitor.change { owner = nil } }
    return try body()
  }

  private func begin() throws(EngineError) {
    let caller = currentThread()
    let came: Bool = monitor.wait {
      if let owner { return owner == caller ? false : nil }
      owner = caller
      return true
    }
    if !came {
      throw EngineError(
        kind: .internalError,
        message: "a statement inside the body of another one needs a connection of its own (duplicate())")
    }
  }
}
