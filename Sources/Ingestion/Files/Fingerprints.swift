import DataModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What makes a file's content recognisable.
struct Fingerprint: Sendable {
  var byteCount: Int
  /// SHA-256 in hexadecimal digits.
  var digest: String

  init(of path: String) throws(FileTrouble) {
    var hash = SHA256()
    var count = 0
    try readPieces(of: path) { piece in
      hash.update(piece)
      count += piece.count
      return true
    }
    byteCount = count
    digest = hash.hexDigest()
  }
}

/// Computes the fingerprints of files on a thread of its own, while the engine reads them.
final class FingerprintTask: Sendable {
  private struct State {
    var thread: pthread_t?
    var results: [Result<Fingerprint, FileTrouble>] = []
  }
  private let paths: [String]
  private let state = Mutex(State())

  init(_ paths: [String]) { self.paths = paths }

  /// Starts the thread; without one `wait` does the work.
  func start() {
    let reference = Unmanaged.passRetained(self)
    let handle = startThread(reference.toOpaque())
    if handle == nil { reference.release() }
    state.withLock { $0.thread = handle.map { SendableThread(handle: $0).handle } }
  }

  /// The fingerprints in the order of the paths.
  func wait() throws(FileTrouble) -> [Fingerprint] {
    if let thread = state.withLock({ $0.thread.take() }) { pthread_join(thread, nil) } else { run() }
    let results = state.withLock { $0.results }
    var out: [Fingerprint] = []
    for result in results { out.append(try result.get()) }
    return out
  }

  fileprivate func run() {
    for path in paths {
      let result = Result { () throws(FileTrouble) in try Fingerprint(of: path) }
      state.withLock { $0.results.append(result) }
    }
  }
}

/// A thread's handle, which on some systems is a pointer.
private struct SendableThread: @unchecked Sendable { var handle: pthread_t }

private func startThread(_ argument: UnsafeMutableRawPointer) -> pthread_t? {
  #if canImport(Darwin)
    var thread: pthread_t?
    let status = pthread_create(&thread, nil, { runFingerprints($0) }, argument)
    return status == 0 ? thread : nil
  #else
    var thread = pthread_t()
    let status = pthread_create(&thread, nil, { runFingerprints($0) }, argument)
    return status == 0 ? thread : nil
  #endif
}

private func runFingerprints(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  Unmanaged<FingerprintTask>.fromOpaque(argument).takeRetainedValue().run()
  return nil
}
