internal import CEditLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A pipe whose only message is that there is one.
final class WakePipe: Sendable {
  let reading: Int32
  let writing: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe cx_wake_pipe(&ends) else { return nil }
    reading = ends[0]
    writing = ends[1]
  }

  /// Never waits: a pipe that is full says enough.
  func send() {
    var byte: UInt8 = 1
    _ = unsafe write(writing, &byte, 1)
  }

  deinit {
    close(reading)
    close(writing)
  }
}
