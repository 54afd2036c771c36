import DataModel
import Diagnostics
import Sentiment

/// The two files of VADER's lexicon, which `make setup` puts beside the engine.
///
/// They lie in `.engine/vader` of the checkout that holds the executable, or in `lib/cxsh/vader` beside the `bin` of an
/// installed one; `CXSH_VADER` names another folder.
public struct LexiconFiles {
  private let executablePath: String
  private let environment: [String: String]

  public init(executablePath: String, environment: [String: String]) {
    self.executablePath = executablePath
    self.environment = environment
  }

  /// The folder that holds the files; nil where no place has them.
  public var folder: String? { places.first { Disk.exists($0 + "/" + VaderLexicon.files.words.name) } }

  /// Reads the lexicon.
  ///
  /// - Throws: where it is not there, cannot be read, or is not that of the published version: scores are to be
  ///   the same for everybody.
  public func read() throws(Mistakes) -> VaderLexicon {
    guard let folder else { throw Mistakes(.lexiconNotFound(looked: places)) }
    let words = try read(VaderLexicon.files.words, in: folder)
    let emoji = try read(VaderLexicon.files.emoji, in: folder)
    guard let lexicon = VaderLexicon(words: words, emoji: emoji) else {
      throw Mistakes(.lexiconDiffers(folder, version: VaderLexicon.version))
    }
    return lexicon
  }

  private func read(_ file: (name: String, digest: String), in folder: String) throws(Mistakes) -> [UInt8] {
    let path = folder + "/" + file.name
    let bytes: [UInt8]
    do throws(DiskError) {
      bytes = try Disk.read(path)
    } catch {
      throw Mistakes(.lexiconUnreadable(path, reason: error.reason))
    }
    var hash = SHA256()
    hash.update(bytes)
    guard hash.hexDigest() == file.digest else {
      throw Mistakes(.lexiconDiffers(path, version: VaderLexicon.version))
    }
    return bytes
  }

  private var places: [String] {
    if let named = environment["CXSH_VADER"], !named.isEmpty { return [named] }
    let start = Paths.folder(of: executablePath)
    var checkouts: [String] = []
    var folder = start
    while folder != "/" && folder != "." && !folder.isEmpty {
      checkouts.append(folder + "/.engine/vader")
      folder = Paths.folder(of: folder)
    }
    return checkouts + [Paths.folder(of: start) + "/lib/cxsh/vader"]
  }
}
