#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a new thread is to do, carried through C's untyped pointer.
private final class ThreadBody {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Keeps the signals of the terminal away from this thread and from those that it starts, such as DuckDB's own.
///
/// A line editor waits for keys in the main thread, and only a signal that arrives there interrupts it.
private func leaveSignalsToOthers() {
  var signals = sigset_t()
  unsafe sigemptyset(&signals)
  for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH] { unsafe sigaddset(&signals, signal) }
  unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
}

/// Starts a detached thread with a stack of 16 MiB, to which the terminal's signals do not come; false where the
/// system refuses one.
public func startThread(_ run: @escaping @Sendable () -> Void) -> Bool {
  var attributes = pthread_attr_t()
  guard unsafe pthread_attr_init(&attributes) == 0 else { return false }
  defer { unsafe pthread_attr_destroy(&attributes) }
  unsafe pthread_attr_setstacksize(&attributes, 16 << 20)
  unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  let thread = ThreadBody {
    leaveSignalsToOthers()
    run()
  }
  let body = unsafe Unmanaged.passRetained(thread)
  let status = unsafe createThread(&attributes, body.toOpaque())
  if status != 0 { unsafe body.release() }
  return status == 0
}

/// A number that no other running thread has.
func currentThread() -> UInt64 {
  #if canImport(Glibc)
    return UInt64(pthread_self())
  #else
    var number: UInt64 = 0
    unsafe pthread_threadid_np(nil, &number)
    return number
  #endif
}

#if canImport(Glibc)
  private func createThread(_ attributes: UnsafePointer<pthread_attr_t>, _ body: UnsafeMutableRawPointer)
    -> Int32
  {
    var thread = pthread_t()
    return unsafe pthread_create(
      &thread, attributes,
      { argument in
        if let argument = unsafe argument {
          unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
        }
        return nil
      }, body)
  }
#else
  private func createThread(_ attributes: UnsafePointer<pthread_attr_t>, _ body: UnsafeMutableRawPointer)
    -> Int32
  {
    var thread: pthread_t?
    return unsafe pthread_create(
      &thread, attributes,
      { argument in
        unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, body)
  }
#endif
