import Diagnostics
import Engine
import Sentiment
import Words

/// What a session is given by the world.
public struct SessionOptions {
  /// The folder to which typed paths are relative; absolute.
  public var workingFolder: String
  /// The folder below which alone a safe session reads, which writes nothing; absolute, without links.
  public var safeFolder: String?
  /// Values of `--set`, which win over what scripts declare.
  public var parameters: [(name: String, value: String)]
  /// Opens the engine, at the first statement that needs it.
  public var openConnection: () throws(EngineError) -> Connection
  /// Reads the lexicon of `score … method vader`, at the first statement that needs it.
  public var openLexicon: () throws(Mistakes) -> VaderLexicon = { () throws(Mistakes) in
    throw Mistakes(.lexiconNotFound(looked: []))
  }
  /// Reads the lists of stop words, at the first question about terms.
  public var openStopWords: () throws(Mistakes) -> StopWords = { () throws(Mistakes) in
    throw Mistakes(.stopWordsNotFound(looked: []))
  }
  /// What the results were made with, as session files note it; asked after the engine was opened.
  public var engineName: () -> String?
  /// Asks a person whether a file may be replaced, until an interruption; nil where nobody can be asked.
  public var confirmReplacing: ((_ path: String, _ interruption: Interruption) -> Bool)?
  /// Where accepted statements are kept.
  public var journal: Journal?
  /// `save` and `export` write their files; else they are skipped with a note.
  public var writesFiles: Bool

  public init(
    workingFolder: String = Disk.workingFolder(), safeFolder: String? = nil,
    parameters: [(name: String, value: String)] = [],
    openConnection: @escaping () throws(EngineError) -> Connection,
    engineName: @escaping () -> String? = { nil },
    confirmReplacing: ((_ path: String, _ interruption: Interruption) -> Bool)? = nil,
    journal: Journal? = nil, writesFiles: Bool = true
  ) {
    self.workingFolder = workingFolder
    self.safeFolder = safeFolder
    self.parameters = parameters
    self.openConnection = openConnection
    self.engineName = engineName
    self.confirmReplacing = confirmReplacing
    self.journal = journal
    self.writesFiles = writesFiles
  }
}
