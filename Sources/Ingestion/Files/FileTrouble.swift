#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file's bytes cannot be had, in the system's words.
struct FileTrouble: Error {
  var words: String
  /// The user ended it.
  var isCancelled = false

  /// The last call of the system failed.
  init() { words = unsafe String(cString: strerror(errno)) }

  init(_ words: String) { self.words = words }

  init(cancelled: Bool) { (words, isCancelled) = ("cancelled", cancelled) }
}
