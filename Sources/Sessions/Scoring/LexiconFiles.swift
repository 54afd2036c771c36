import DataModel
import Diagnostics
import Sentiment

/// The two files of VADER's lexicon, which `make setup` puts beside the engine.
///
/// They lie in `.engine/vader` of the checkout that holds the executable, or in `lib/cxsh/vader` beside the `bin` of an
/// installed one; `CXSH_VADER` names another folder.
public struct LexiconFiles {
  private let resources: ResourceFolders

  public init(executablePath: String, environment: [String: String]) {
    resources = ResourceFolders(
      "vader", variable: "CXSH_VADER", executablePath: executablePath, environment: environment)
  }

  /// The folder that holds the files; nil where no place has them.
  public var folder: String? { resources.first(with: VaderLexicon.files.words.name) }

  /// Reads the lexicon.
  ///
  /// - Throws: where it is not there, cannot be read, or is not that of the published version: scores are to be
  ///   the same for everybody.
  public func read() throws(Mistakes) -> VaderLexicon {
    guard let folder else { throw Mistakes(.lexiconNotFound(looked: resources.places)) }
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
}
