#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads once, at most so many bytes; empty at the end, nil if it cannot.
func readBytes(_ descriptor: Int32, atMost limit: Int) -> [UInt8]? {
  var failed = false
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
    var got = -1
    repeat { got = unsafe read(descriptor, buffer.baseAddress, limit) } while got < 0 && errno == EINTR
    // A terminal that has gone away reads as ended.
    failed = got < 0 && errno != EIO
    count = max(0, got)
  }
  return failed ? nil : bytes
}

/// Reads to the end; nil if it cannot.
func readAll(_ descriptor: Int32) -> [UInt8]? {
  var all: [UInt8] = []
  while true {
    guard let bytes = readBytes(descriptor, atMost: 262_144) else { return nil }
    if bytes.isEmpty { return all }
    all += bytes
  }
}

/// Makes a folder and those above it, for the user alone.
func makeFolder(_ path: String) {
  var made = ""
  for part in path.split(separator: "/") {
    made += "/" + part
    _ = unsafe mkdir(made, 0o700)
  }
}

/// An open file that is closed with its last use.
final class OpenFile {
  let descriptor: Int32

  init?(_ path: String, _ flags: Int32) {
    descriptor = unsafe open(path, flags | O_CLOEXEC, 0o600)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Takes a lock, waiting at most about a tenth of a second.
  func lock(_ kind: Int32) -> Bool {
    for _ in 0..<50 {
      if flock(descriptor, kind | LOCK_NB) == 0 { return true }
      usleep(2000)
    }
    return false
  }

  /// Whether `path` still leads to this file.
  func isAt(_ path: String) -> Bool {
    var mine = stat()
    var there = stat()
    guard unsafe fstat(descriptor, &mine) == 0, unsafe stat(path, &there) == 0 else { return false }
    return mine.st_ino == there.st_ino && mine.st_dev == there.st_dev
  }
}
