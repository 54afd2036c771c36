#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What became of bytes that were written.
public enum WriteOutcome: Equatable, Sendable {
  case written
  /// Nobody reads any more: the other program of a pipe has ended, or the stream was never open.
  case closed
  /// The system's error number, such as `ENOSPC`.
  case failed(errno: Int32)
}

/// The places where a program writes.
public enum StandardStream: Int32, Sendable {
  case output = 1
  case error = 2
}

/// Unbuffered writing that leaves no byte behind.
public enum StandardStreams {
  /// Writes all of `text` as UTF-8.
  ///
  /// Needs SIGPIPE ignored, which `Signals.install` does.
  @discardableResult
  public static func write(_ text: String, to stream: StandardStream) -> WriteOutcome {
    write(Array(text.utf8), to: stream.rawValue)
  }

  /// Writes all of `bytes`.
  @discardableResult
  public static func write(_ bytes: [UInt8], to stream: StandardStream) -> WriteOutcome {
    write(bytes, to: stream.rawValue)
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) -> WriteOutcome {
    unsafe bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
        let count = unsafe systemWrite(descriptor, rest.baseAddress, rest.count)
        if count >= 0 {
          start += count
        } else if let outcome = outcomeOfFailedWrite(descriptor) {
          return outcome
        }
      }
      return .written
    }
  }

  /// Nil if the write should be tried again.
  private static func outcomeOfFailedWrite(_ descriptor: Int32) -> WriteOutcome? {
    switch errno {
    case EINTR: return nil
    case EAGAIN:
      var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = unsafe poll(&wait, 1, 1000)
      return nil
    case EPIPE, EBADF: return .closed
    default: return .failed(errno: errno)
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Glibc)
    unsafe Glibc.write(descriptor, start, count)
  #elseif canImport(Musl)
    unsafe Musl.write(descriptor, start, count)
  #else
    unsafe Darwin.write(descriptor, start, count)
  #endif
}
