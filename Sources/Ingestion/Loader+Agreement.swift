import DataModel
import Diagnostics
import Engine
import Vocabulary

extension Loader {
  /// How the scores of a source fall beside what the file itself says of the same rows.
  ///
  /// A sentiment of 0.05 or more is positive and of -0.05 or less negative, the bounds that VADER's authors give. Rows that were
  /// corrected, and rows that lack one of the two, are left out.
  ///
  /// - Returns: the field beside which the scores stand, and rows by its class and by that of the score, each in the
  ///   order negative, neutral, positive; nil where the source is not scored or the file says nothing else.
  public func agreement(
    of source: SourceInfo, cancel: CancelToken? = nil
  ) throws(Mistakes) -> (field: String, counts: [[Int]])? {
    guard let sentiment = source.fields.first(where: { $0.role == .sentiment }),
      let scoring = sentiment.scoring,
      let (field, given) = Self.given(in: source, scoring)
    else { return nil }
    let edit = self.edit(source, cancel)
    let isCorrected = source.corrections > 0 ? "\(HiddenColumn.correction) is not null" : "false"
    do throws(EngineError) {
      let result = try edit.session.query(
        """
        select \(Self.tone(given)) as given, \(Self.tone(sqlName(sentiment.name))) as scored, count(*) as rows \
        from \(edit.table) where \(TableEdit.kept) and not \(isCorrected) and \(given) is not null \
        and \(sqlName(sentiment.name)) is not null group by 1, 2
        """)
      var counts = Array(repeating: [0, 0, 0], count: 3)
      for row in 0..<result.rowCount {
        let numbers = result.columns.map { Int($0.int(row) ?? 0) }
        counts[numbers[0]][numbers[1]] = numbers[2]
      }
      return (field, counts)
    } catch {
      throw edit.session.mistake(error, doing: "describe sentiment")
    }
  }

  /// The file's own sentiment, or else its stars where the scores were made from something else.
  private static func given(in source: SourceInfo, _ scoring: Scoring) -> (field: String, sql: String)? {
    if let given = scoring.given, let field = source.field(named: given) {
      return (field.name, sqlName(field.name))
    }
    guard scoring.origin != Role.stars.rawValue, let stars = source.fields.first(where: { $0.role == .stars })
    else { return nil }
    return (stars.name, starsAsSentiment(stars))
  }

  private static func tone(_ expression: String) -> String {
    "case when \(expression) >= 0.05 then 2 when \(expression) <= -0.05 then 0 else 1 end"
  }

  /// 1 is -1, 3 is 0, 5 is 1.
  static func starsAsSentiment(_ stars: SourceField) -> String { "((\(sqlName(stars.name)) - 3) * 0.5)" }
}
