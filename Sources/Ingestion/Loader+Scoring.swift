import DataModel
import Diagnostics
import Engine
import Vocabulary

/// What became of the texts of a source.
public struct ScoringCounts: Sendable, Equatable {
  /// Kept rows, of which `scored` have a sentiment now that is no correction.
  public var rows = 0
  public var scored = 0
  /// Of the scored ones, those without any word that the method knows.
  public var unknown = 0
  /// Rows whose correction stayed.
  public var corrected = 0
  /// The mean of what was scored; nil where nothing was.
  public var mean: Double?
}

/// What a method makes of a text.
public struct TextScore: Sendable {
  /// -10 000 to 10 000.
  public var tenThousandths: Int
  /// The text holds a word that the method knows.
  public var isKnown: Bool

  public init(tenThousandths: Int, isKnown: Bool) {
    self.tenThousandths = tenThousandths
    self.isKnown = isKnown
  }
}

extension Loader {
  /// Gives each text of a source the sentiment that a method finds in it; a row without text has none.
  ///
  /// - Parameters:
  ///   - method: what gives the scores, as listings name it.
  ///   - score: takes the UTF-8 of a text; nil for one that holds nothing to score.
  /// - Returns: the source with the field `sentiment`; the one that it had stays under its column's name.
  public func scoreTexts(
    of source: SourceInfo, by method: String, cancel: CancelToken? = nil,
    _ score: (ArraySlice<UInt8>) -> TextScore?
  ) throws(Mistakes) -> (source: SourceInfo, counts: ScoringCounts) {
    var edit = self.edit(source, cancel)
    let text = try field(Role.text.rawValue, edit)
    defer { edit.session.discard(ScoreTable.name) }
    do throws(EngineError) {
      let (table, unknown) = try scores(of: text, edit, score)
      try table.write(edit.session)
      var scoring = Scoring(method: method, origin: text.name, unknown: unknown)
      scoring.given = try edit.keepGivenSentiment()
      try edit.putSentiment(scoring, expression: "\(ScoreTable.name).score", joining: ScoreTable.name)
      var counts = try edit.scoringCounts("\(ScoreTable.name).score", joining: ScoreTable.name)
      counts.unknown = unknown
      return (edit.source, counts)
    } catch {
      throw edit.session.mistake(error, doing: "score sentiment in \(source.alias)")
    }
  }

  /// Gives each row of a source the sentiment that its stars mean: 1 is -1, 3 is 0, 5 is 1.
  public func scoreStars(
    of source: SourceInfo, cancel: CancelToken? = nil
  ) throws(Mistakes) -> (source: SourceInfo, counts: ScoringCounts) {
    var edit = self.edit(source, cancel)
    let stars = try field(Role.stars.rawValue, edit)
    let expression = Self.starsAsSentiment(stars)
    do throws(EngineError) {
      var scoring = Scoring(method: stars.name, origin: stars.name)
      scoring.given = try edit.keepGivenSentiment()
      try edit.putSentiment(scoring, expression: expression)
      return (edit.source, try edit.scoringCounts(expression))
    } catch {
      throw edit.session.mistake(error, doing: "score sentiment in \(source.alias)")
    }
  }

  /// Scores text by text, in the order in which the engine hands them over.
  private func scores(
    of text: SourceField, _ edit: TableEdit, _ score: (ArraySlice<UInt8>) -> TextScore?
  ) throws(EngineError) -> (table: ScoreTable, unknown: Int) {
    var table = ScoreTable(
      rows: try edit.session.numbers("select coalesce(max(rowid), -1) + 1 from \(edit.table)")[0])
    var unknown = 0
    let sql = "select rowid, \(sqlName(text.name)) from \(edit.table) where \(TableEdit.kept)"
    do {
      try connection.stream(sql, cancel: edit.session.cancel) { batch in
        // Scoring takes longer than reading, so it is here that an interruption must be noticed.
        if edit.session.cancel?.isCancelled == true {
          throw EngineError(kind: .cancelled, message: "cancelled")
        }
        for row in 0..<batch.rowCount {
          guard let number = batch.columns[0].int(row), let words = batch.columns[1].utf8(row),
            let found = score(words)
          else { continue }
          table[Int(number)] = found.tenThousandths
          unknown += found.isKnown ? 0 : 1
        }
      }
    } catch let error as EngineError {
      throw error
    } catch {
      throw EngineError(kind: .internalError, message: "\(error)")
    }
    return (table, unknown)
  }
}

extension TableEdit {
  /// Keeps the sentiment of the file beside the one that is to be made; gives its name, nil where the file has none.
  fileprivate mutating func keepGivenSentiment() throws(EngineError) -> String? {
    guard let place = source.fields.firstIndex(where: { $0.role == .sentiment }) else { return nil }
    let old = source.fields[place]
    if let scoring = old.scoring { return scoring.given }
    guard old.column != nil else { return nil }
    let base = "given_sentiment"
    let name = ([base] + (2...99).map { "\(base)_\($0)" }).first { source.field(named: $0) == nil } ?? base
    try session.execute("alter table \(table) rename column \(sqlName(old.name)) to \(sqlName(name))")
    (source.fields[place].name, source.fields[place].role) = (name, nil)
    return name
  }

  fileprivate mutating func putSentiment(
    _ scoring: Scoring, expression: String, joining origin: String? = nil
  ) throws(EngineError) {
    try put(
      Role.sentiment.rawValue, role: .sentiment, type: .number,
      columnType: Self.columnType(.number, role: .sentiment), column: nil, expression: expression,
      joining: origin)
    if let place = source.fields.firstIndex(where: { $0.role == .sentiment }) {
      source.fields[place].scoring = scoring
    }
  }

  fileprivate func scoringCounts(
    _ expression: String, joining origin: String? = nil
  ) throws(EngineError) -> ScoringCounts {
    let isCorrected = source.corrections > 0 ? "\(HiddenColumn.correction) is not null" : "false"
    let join = origin.map { " join \($0) on \($0).row = \(table).rowid" } ?? ""
    let result = try session.query(
      """
      select count(*), count(\(expression)) filter (not \(isCorrected)), count(*) filter (\(isCorrected)), \
      sum(\(expression)) filter (not \(isCorrected)) from \(table)\(join) where \(Self.kept)
      """)
    let numbers = (0..<3).map { Int(result.columns[$0].int(0) ?? 0) }
    var counts = ScoringCounts(rows: numbers[0], scored: numbers[1], corrected: numbers[2])
    counts.mean = result.columns[3].double(0).map { $0 / Double(max(1, numbers[1])) }
    return counts
  }

  /// Makes room for corrections where there were none yet.
  func prepareCorrections() throws(EngineError) {
    try session.execute(
      "alter table \(table) add column if not exists \(HiddenColumn.correction) decimal(9,6)")
  }

  /// Counts the kept rows whose sentiment was corrected.
  mutating func countCorrections() throws(EngineError) {
    source.corrections = try session.numbers(
      "select count(\(HiddenColumn.correction)) from \(table) where \(Self.kept)")[0]
  }
}
