import DataModel
import Diagnostics
import Engine
import Ingestion
import Semantics
import Sentiment
import Syntax
import Vocabulary

/// `score`: a sentiment for texts that have none.
extension Workspace {
  func performScore(_ statement: ScoreStatement) throws -> Performed {
    let request = try resolving { try $0.resolveScoring(statement) }
    // Before anything is changed: where it is missing, nothing is.
    let scorer = request.method == .vader ? VaderScorer(try lexicon()) : nil
    let connection = try connection()
    let saved = sources
    var performed = Performed()
    try connection.execute("begin transaction")
    do {
      for alias in request.aliases {
        guard let index = sources.firstIndex(where: { $0.alias == alias }) else { continue }
        let (source, counts) = try score(sources[index], scorer, connection)
        performed.narration.append(ScoringReport(before: sources[index], after: source, counts: counts).text)
        performed.loadRecords.append(ScoringRecord(source: source, counts: counts).text)
        sources[index] = source
      }
      try connection.execute("commit")
    } catch {
      // A connection that is broken has lost its tables anyway.
      _ = try? connection.execute("rollback")
      sources = saved
      dataDidChange()
      throw error
    }
    performed.narration += request.left
    dataDidChange()
    return performed
  }

  private func score(
    _ source: SourceInfo, _ scorer: VaderScorer?, _ connection: Connection
  ) throws(Mistakes) -> (source: SourceInfo, counts: ScoringCounts) {
    let loader = Loader(connection: connection)
    guard var scorer else { return try loader.scoreStars(of: source, cancel: cancel) }
    return try loader.scoreTexts(of: source, by: "VADER \(VaderLexicon.version)", cancel: cancel) { text in
      scorer.score(text).map { TextScore(tenThousandths: $0.tenThousandths, isKnown: $0.hasKnownWord) }
    }
  }

  private func lexicon() throws(Mistakes) -> VaderLexicon {
    if let openedLexicon { return openedLexicon }
    let lexicon = try openLexicon()
    openedLexicon = lexicon
    return lexicon
  }
}
