internal import CEditLine
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What repeated interrupts ask for.
struct InterruptLadder {
  enum Step: Equatable {
    case cancel, abandon, end
  }

  private var count = 0
  private var last = -Double.infinity

  /// The step that an interrupt at a time in seconds takes; after two seconds of patience it is a first one.
  mutating func climb(at time: Double) -> Step {
    count = time - last <= 2 ? count + 1 : 1
    last = time
    switch count {
    case 1: return .cancel
    case 2: return .abandon
    default: return .end
    }
  }
}

/// Calls what a statement's interrupts ask for, on the watching thread.
final class InterruptHandler: Sendable {
  private let first: @Sendable () -> Void
  private let second: @Sendable () -> Void
  private let ladder = Mutex(InterruptLadder())

  init(first: @escaping @Sendable () -> Void, second: @escaping @Sendable () -> Void) {
    self.first = first
    self.second = second
  }

  func handle(_ signal: Int32) {
    switch signal {
    case SIGINT: take(ladder.withLock { $0.climb(at: cx_seconds()) })
    case SIGTERM, SIGHUP: first()
    default: break
    }
  }

  private func take(_ step: InterruptLadder.Step) {
    switch step {
    case .cancel: first()
    case .abandon: second()
    case .end: cx_signal_by_default(SIGINT)
    }
  }
}

/// A thread that hands signals to a handler.
@safe final class InterruptWatch {
  private var watch: OpaquePointer?
  private let handler: InterruptHandler

  init?(_ handler: InterruptHandler) {
    self.handler = handler
    let context = unsafe Unmanaged.passUnretained(handler).toOpaque()
    guard let started = unsafe cx_watch_start(context, signalArrived) else { return nil }
    unsafe watch = started
  }

  /// Ends the thread; a call of the handler that is under way is waited for.
  func stop() {
    if let watch = unsafe watch { unsafe cx_watch_stop(watch) }
    unsafe watch = nil
  }
}

private func signalArrived(_ context: UnsafeMutableRawPointer?, _ signal: Int32) {
  guard let context = unsafe context else { return }
  unsafe Unmanaged<InterruptHandler>.fromOpaque(context).takeUnretainedValue().handle(signal)
}
