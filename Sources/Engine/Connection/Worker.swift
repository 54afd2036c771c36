/// A thread of its own on which a connection's calls run one after another while their callers wait.
///
/// Drivers may keep state by thread, and parse deep statements on the stack: one thread with a large stack
/// serves both, whatever thread the caller is on.
final class Worker: Sendable {
  private let queue = JobQueue()

  init() throws(EngineError) {
    guard startThread({ [queue] in queue.serve() }) else {
      throw EngineError(kind: .internalError, message: "the system does not start another thread")
    }
  }

  deinit { queue.stop() }

  /// Runs a job on the thread and gives what it returns.
  func run<Value: Sendable>(
    _ job: @escaping @Sendable () throws(EngineError) -> Value
  ) throws(EngineError) -> Value {
    let result: Result<Value, EngineError> = queue.run {
      do throws(EngineError) { return .success(try job()) } catch { return .failure(error) }
    }
    return try result.get()
  }
}

/// The jobs that wait for the thread; the monitor guards everything in it.
private final class JobQueue: @unchecked Sendable {
  private let monitor = Monitor()
  private var jobs: [@Sendable () -> Void] = []
  private var isStopped = false

  func run<Value: Sendable>(_ job: @escaping @Sendable () -> Value) -> Value {
    let slot = ResultSlot<Value>()
    monitor.change {
      jobs.append { [monitor] in
        let value = job()
        monitor.change { slot.value = value }
      }
    }
    return monitor.wait { slot.value }
  }

  func stop() { monitor.change { isStopped = true } }

  /// Runs jobs until the queue is stopped and empty.
  func serve() {
    while case .job(let job) = next() { job() }
  }

  private enum Next {
    case job(@Sendable () -> Void)
    case stop
  }

  private func next() -> Next {
    monitor.wait {
      if !jobs.isEmpty { return .job(jobs.removeFirst()) }
      return isStopped ? .stop : nil
    }
  }
}

/// Carries a value from the worker to the caller; the queue's monitor guards it.
private final class ResultSlot<Value>: @unchecked Sendable {
  var value: Value?
}
