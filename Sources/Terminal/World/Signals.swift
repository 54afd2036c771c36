internal import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How the process takes signals.
public enum Signals {
  /// Who gives the statements.
  public enum Mode: Sendable {
    /// A person: Ctrl-C never ends the process, and a request to end it is heard at the next prompt.
    case interactive
    /// A script: Ctrl-C ends the process, except during `withInterrupts`.
    case script
  }

  /// Prepares the process; to be called once, first of all.
  ///
  /// Ignores SIGPIPE, so that a closed output is an error of the write. For a person it also catches SIGINT,
  /// SIGTERM and SIGHUP.
  public static func install(_ mode: Mode) {
    cx_signal_ignore(SIGPIPE)
    guard mode == .interactive else { return }
    [SIGINT, SIGTERM, SIGHUP].forEach(catchSignal)
  }

  /// Lets Ctrl-C work also where the thread that started the program blocks signals, which is inherited.
  public static func unblockInterrupts() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, signal) }
    unsafe sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// SIGTERM or SIGHUP if one has asked the process to end; its exit status is then 128 plus this.
  ///
  /// The same signal twice ends the process at once.
  public static var termination: Int32? {
    let signal = cx_signals_termination()
    return signal == 0 ? nil : signal
  }

  /// Runs `body`, a statement, and lets Ctrl-C interrupt it.
  ///
  /// The first Ctrl-C calls `onInterrupt`, which asks the query to end; a second one within two seconds
  /// calls `again`, which gives up waiting for it; a third ends the process. SIGTERM and SIGHUP call
  /// `onInterrupt` too. All of them are called on a thread of their own while `body` runs on this one.
  /// The terminal shows `^C` where its cursor was: what is written next should start a new line.
  /// Not to be nested.
  public static func withInterrupts<Result>(
    _ onInterrupt: @escaping @Sendable () -> Void, again: @escaping @Sendable () -> Void = {},
    _ body: () throws -> Result
  ) rethrows -> Result {
    let caught = [SIGINT, SIGTERM, SIGHUP]
    caught.forEach(catchSignal)
    defer { caught.forEach(releaseSignal) }
    let handler = InterruptHandler(first: onInterrupt, second: again)
    let watch = InterruptWatch(handler)
    defer { watch?.stop() }
    return try body()
  }

  // MARK: For the readers of lines

  /// Where signals arrive, one byte each.
  static var descriptor: Int32 { cx_signals_open() }

  static func catchSignal(_ signal: Int32) { cx_signal_catch(signal) }
  static func releaseSignal(_ signal: Int32) { cx_signal_release(signal) }

  /// Forgets the signals that nobody has taken; a request to end the process stays known.
  static func discardPending() { cx_signals_discard() }

  /// Stops the process as Ctrl-Z does; returns when it goes on.
  static func stopProcess() { cx_signal_by_default(SIGTSTP) }
}
