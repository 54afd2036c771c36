import DataModel
import Engine

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
struct FingerprintTask: Sendable {
  private let work: BackgroundWork<[Result<Fingerprint, FileTrouble>]>

  init(_ paths: [String]) {
    work = BackgroundWork {
      paths.map { path in Result { () throws(FileTrouble) in try Fingerprint(of: path) } }
    }
  }

  /// The fingerprints in the order of the paths.
  func wait() throws(FileTrouble) -> [Fingerprint] {
    var out: [Fingerprint] = []
    for result in work.value() { out.append(try result.get()) }
    return out
  }
}
