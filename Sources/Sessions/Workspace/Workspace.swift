import DataModel
import Diagnostics
import Engine
import Findings
import Ingestion
import Planning
import SQLWriting
import Semantics
import Sentiment
import Syntax
import Vocabulary
import Words

/// The loaded data with all that was named and set for it: statements about data go in, tables and narration come out.
///
/// It belongs to one thread. The engine is opened by the first statement that needs it.
public final class Workspace {
  private let openConnection: () throws(EngineError) -> Connection
  private var openedConnection: Connection?
  /// Reads the lexicon of `score … method vader`, at the first statement that needs it.
  public var openLexicon: () throws(Mistakes) -> VaderLexicon = { () throws(Mistakes) in
    throw Mistakes(.lexiconNotFound(looked: []))
  }
  var openedLexicon: VaderLexicon?
  /// Reads the lists of stop words, at the first question about terms.
  public var openStopWords: () throws(Mistakes) -> StopWords = { () throws(Mistakes) in
    throw Mistakes(.stopWordsNotFound(looked: []))
  }
  var openedStopWords: StopWords?
  /// What `set language` chose; nil for a guess.
  var language: WordLanguage?

  /// What is loaded, in the order of loading.
  public internal(set) var sources: [SourceInfo] = []
  /// The path from which each source was loaded, by alias: the same file loaded again replaces its source.
  var origins: [String: String] = [:]
  /// Sources that were read anew; their tables go when the statement is done.
  var outdated: [SourceInfo] = []
  /// The kinds of event in each source, by alias.
  var kindsBySource: [String: Set<EventKind>] = [:]
  public internal(set) var fields = FieldCatalog()
  var definitions = Definitions()
  /// Fields and personas made of what customers did, with the table of them, and whether the data changed since.
  var behaviour = CustomerBehaviour()
  var behaviourSource: SourceInfo?
  var behaviourIsStale = false
  /// The links between customers of several sources, in the order in which they were made.
  var links: [LinkStatement] = []
  /// Files that describe customers or touchpoints with several rows for one of them, by alias.
  var repeating: Set<String> = []
  /// What `set zone` chose; nil for the offset that all files share.
  var chosenZone: Zone?
  /// The day of `set now`.
  var pinnedDay: Int?
  var ownership = OwnershipRules()
  var fixes = FixPlans()
  /// Parameters that `--set` fixed: they win over what a script says.
  var overrides: [String: ParameterValue] = [:]
  /// Each result that a statement gave.
  public internal(set) var results: [StoredResult] = []
  /// Figures of baselines that a session file holds: they are taken as they were frozen, by name in lower case.
  public var frozen: [String: Baseline] = [:]
  /// A value that the data does not hold gives an empty result and a note instead of an error.
  public var isReplaying = false
  /// Folders are read only below this one; nil for anywhere.
  public var readableFolder: String?

  var tableCounter = 0
  var caches = CatalogCaches()
  var cancel = CancelToken()
  var remarks: [Diagnostic] = []
  /// `load.cxs` files being read, so that one that loads itself is noticed.
  var openFolders: [String] = []
  /// The statements of those that were read: no session keeps them.
  var folderStatements: [StatementKind] = []

  public init(openConnection: @escaping () throws(EngineError) -> Connection) {
    self.openConnection = openConnection
  }

  /// - Throws: `Mistakes` where the engine cannot be opened.
  func connection() throws(Mistakes) -> Connection {
    if let openedConnection { return openedConnection }
    do {
      let connection = try openConnection()
      openedConnection = connection
      return connection
    } catch {
      throw Mistakes(.engine(error.message))
    }
  }

  /// Performs a statement about data.
  ///
  /// - Parameters:
  ///   - source: the text that the statement's spans point into.
  ///   - baseFolder: what paths are relative to.
  ///   - cancel: stops the engine from another thread.
  /// - Throws: `Mistakes`; what was loaded and named before stays as it was.
  public func perform(
    _ statement: StatementKind, of source: SourceText, baseFolder: String, cancel: CancelToken
  ) throws(Mistakes) -> Performed {
    self.cancel = cancel
    remarks = []
    do {
      var performed = try performed(statement, baseFolder: baseFolder)
      if behaviourIsStale { performed.narration += try reapplyBehaviour() }
      performed.remarks = remarks + performed.remarks
      try forgetOutdated()
      return performed
    } catch let mistakes as Mistakes {
      throw mistakes
    } catch let error as EngineError {
      throw Mistakes(error.kind == .cancelled ? .interrupted() : .engine(error.message))
    } catch {
      throw Mistakes(.engine("\(error)"))
    }
  }

  private func forgetOutdated() throws {
    guard !outdated.isEmpty else { return }
    let loader = Loader(connection: try connection())
    for source in outdated { loader.unload(source) }
    outdated = []
  }

  func performed(_ statement: StatementKind, baseFolder: String) throws -> Performed {
    // A statement of a folder's load.cxs finds what the one before it changed.
    try refreshBehaviour()
    switch statement {
    case .query(let query): return try answer(query, baseFolder: baseFolder)
    case .load(let load): return try performLoad(load, baseFolder: baseFolder)
    case .recode(let recode): return try performRecode(recode)
    case .derive(let derive): return try performDerive(derive)
    case .define(let define): return try performDefine(define)
    case .exclude(let exclude): return try performExclude(exclude)
    case .link(let link): return try performLink(link)
    case .focus(let predicate, let isNarrowing): return try performFocus(predicate, isNarrowing: isNarrowing)
    case .unfocus: return performUnfocus()
    case .parameter(let name, let value): return try performParameter(name, value)
    case .set(let name, let value): return try performSet(name, value)
    case .owner(let owner, let predicate): return try performOwner(owner, predicate)
    case .effort(let effort, let predicate): return try performEffort(effort, predicate)
    case .override(let field, let value, let predicate): return try performOverride(field, value, predicate)
    case .score(let score): return try performScore(score)
    case .baseline(let name): return try performBaseline(name)
    case .plan(let plan): return try performPlan(plan)
    case .cost(let amount): return try performCost(amount)
    case .explainQuery(let query): return try performExplain(query)
    case .explainCell(let row, let column): return try performExplain(row, column)
    case .connect(let uri): throw Mistakes(.notYet("other engines", span: uri.span))
    case .disconnect: throw Mistakes(.notYet("other engines", span: nil))
    case .later(let later): throw Mistakes(.notYet(later.name.text, span: later.name.span))
    case .undo: throw Mistakes(.notYet("undo", span: nil))
    case .note, .save, .run, .replay, .export, .help, .history, .quit: return Performed()
    }
  }

  /// A resolver for the present data and definitions; `finish` collects its remarks.
  func resolver() -> Resolver {
    Resolver(catalog: self, definitions: definitions, isForgiving: isReplaying)
  }

  func resolving<Result>(_ body: (Resolver) throws -> Result) throws -> Result {
    let resolver = resolver()
    defer { remarks += resolver.remarks }
    return try body(resolver)
  }
}

/// A result that a statement gave, with what is needed to go back to its events.
public struct StoredResult: Sendable {
  /// From 1, in the order of the session.
  public var number: Int
  public var name: String?
  public var table: Table
  /// The events behind a row: the scope of the question and its keys; nil for a listing.
  var origin: ResultOrigin?

  init(number: Int, name: String? = nil, table: Table, origin: ResultOrigin? = nil) {
    self.number = number
    self.name = name
    self.table = table
    self.origin = origin
  }
}

/// The question that gave a result.
struct ResultOrigin: Sendable {
  var scope: Scope
  var keys: [ResolvedKey]
  var items: [ResolvedItem] = []
}
