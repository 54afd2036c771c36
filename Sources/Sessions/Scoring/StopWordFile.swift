import DataModel
import Diagnostics
import Words

/// The file of stop words, which `make setup` puts beside the engine.
///
/// It lies in `.engine/stopwords` of the checkout that holds the executable, or in `lib/cxsh/stopwords` beside the `bin` of an
/// installed one; `CXSH_STOPWORDS` names another folder.
public struct StopWordFile {
  private let resources: ResourceFolders

  public init(executablePath: String, environment: [String: String]) {
    resources = ResourceFolders(
      "stopwords", variable: "CXSH_STOPWORDS", executablePath: executablePath, environment: environment)
  }

  /// The folder that holds the file; nil where no place has it.
  public var folder: String? { resources.first(with: StopWords.file.name) }

  /// Reads the lists.
  ///
  /// - Throws: where they are not there, cannot be read, or are not those of the published version.
  public func read() throws(Mistakes) -> StopWords {
    guard let folder else { throw Mistakes(.stopWordsNotFound(looked: resources.places)) }
    let path = folder + "/" + StopWords.file.name
    let bytes: [UInt8]
    do throws(DiskError) {
      bytes = try Disk.read(path)
    } catch {
      throw Mistakes(.stopWordsUnreadable(path, reason: error.reason))
    }
    var hash = SHA256()
    hash.update(bytes)
    guard hash.hexDigest() == StopWords.file.digest, let words = StopWords(bytes) else {
      throw Mistakes(.stopWordsDiffer(path, version: StopWords.version))
    }
    return words
  }
}
