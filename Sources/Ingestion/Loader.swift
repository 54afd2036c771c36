import DataModel
import Diagnostics
import Engine
import Semantics
import Vocabulary

/// Reads files into tables of the engine and changes what was read.
///
/// Every function either does all it says or leaves the engine as it was.
public struct Loader: Sendable {
  let connection: Connection

  public init(connection: Connection) { self.connection = connection }

  /// Reads the file or files of a `load` statement into one table.
  ///
  /// - Parameters:
  ///   - baseFolder: the folder to which a relative path belongs; empty for the working folder.
  ///   - tableName: the name of the engine's table, which must be free.
  ///   - alias: the source's name, already made unique.
  /// - Throws: `Mistakes` about the path, the files or the `with (…)`; nothing stays behind in the engine.
  public func load(
    _ request: ResolvedLoad, baseFolder: String, tableName: String, alias: String, cancel: CancelToken? = nil
  ) throws(Mistakes) -> LoadOutcome {
    let session = EngineSession(connection: connection, cancel: cancel)
    do throws(Mistakes) {
      return try load(request, baseFolder, tableName, alias, session)
    } catch {
      session.discard(tableName)
      throw error
    }
  }

  /// The alias of a source that the user gave none: the file's name without its ending, made a name.
  public static func defaultAlias(for path: String) -> String {
    var name = ""
    for character in fileStem(path) where !"*?[]".contains(character) {
      if character.isLetter || character.isNumber {
        name.append(character)
      } else if name.last != "_" {
        name.append("_")
      }
    }
    while name.last == "_" { name.removeLast() }
    while name.first == "_" { name.removeFirst() }
    guard let first = name.first else { return "source" }
    return first.isLetter ? name.lowercased() : "s" + name.lowercased()
  }

  private func load(
    _ request: ResolvedLoad, _ baseFolder: String, _ tableName: String, _ alias: String,
    _ session: EngineSession
  ) throws(Mistakes) -> LoadOutcome {
    let found = try FileFinder(baseFolder: baseFolder, span: request.pathSpan).find(request.path)
    let inspector = FileInspector(session: session, request: request, spool: Spool())
    var files: [RawFile] = []
    for file in found { files.append(try inspector.inspect(file)) }
    let fingerprints = FingerprintTask(found.map(\.path))
    var repairs: [Int: FileRepair] = [:]
    while true {
      do throws(LoadRun.Interruption) {
        let (result, union) = try run(request, files, tableName, session)
        return try outcome(result, union, request, alias, fingerprints, session)
      } catch {
        switch error {
        case .mistakes(let mistakes): throw mistakes
        case .needsRepair(let file, let repair):
          // Once is enough: a copy is in the form that the engine takes.
          guard repairs.updateValue(repair, forKey: file) == nil else {
            throw Mistakes(
              .engineCannotRead(found[file].shown, reason: repair.words, span: request.pathSpan))
          }
          files[file] = try inspector.inspect(found[file], repair: repair)
        }
      }
    }
  }

  private func run(
    _ request: ResolvedLoad, _ files: [RawFile], _ tableName: String, _ session: EngineSession
  ) throws(LoadRun.Interruption) -> (LoadRun.Result, ColumnUnion) {
    let union = session.union(of: files)
    let planner: LoadPlanner
    do throws(Mistakes) {
      let export = ExportFormat.fitting(union.names, asKind: request.kind)
      let kind = try self.kind(of: request, export, files, union)
      planner = try LoadPlanner(kind: kind, union: union, request: request, export: export)
    } catch {
      throw .mistakes(error)
    }
    let run = LoadRun(session: session, files: files, union: union, planner: planner, tableName: tableName)
    return (try run.run(), union)
  }

  private func outcome(
    _ result: LoadRun.Result, _ union: ColumnUnion, _ request: ResolvedLoad, _ alias: String,
    _ fingerprints: FingerprintTask, _ session: EngineSession
  ) throws(LoadRun.Interruption) -> LoadOutcome {
    let summary = LoadSummary(session: session, result: result, union: union, request: request, alias: alias)
    do throws(FileTrouble) {
      return try summary.outcome(try fingerprints.wait())
    } catch {
      throw .mistakes(
        Mistakes(.unreadableFile(request.path, reason: error.words, span: request.pathSpan)))
    }
  }

  private func kind(
    of request: ResolvedLoad, _ export: ExportFormat?, _ files: [RawFile], _ union: ColumnUnion
  ) throws(Mistakes) -> SourceKind {
    if let kind = request.kind ?? export?.kind { return kind }
    let name = fileName(files[0].file.path)
    if let kind = KindGuess.kind(fileName: name, columns: union.names) { return kind }
    throw Mistakes(.unknownKind(request.path, columns: union.names, span: request.pathSpan))
  }
}
