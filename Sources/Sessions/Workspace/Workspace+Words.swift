import DataModel
import Diagnostics
import Engine
import Findings
import Planning
import SQLWriting
import Semantics
import Syntax
import Words

/// The words of the loaded texts.
extension Workspace: WordSource {
  public func wordIndex() throws -> WordIndex {
    if let known = caches.words { return known }
    var index = WordIndex(stopWords: try stopWords(), language: language)
    try connection().stream(PlanWriter(schema: schema).textsSQL, cancel: cancel) { batch in
      // Cutting takes longer than reading, so it is here that an interruption must be noticed.
      if cancel.isCancelled { throw EngineError(kind: .cancelled, message: "cancelled") }
      for row in 0..<batch.rowCount {
        guard let key = batch.columns[0].int(row), let text = batch.columns[1].utf8(row) else { continue }
        index.add(text, key: UInt64(key))
      }
    }
    index.finish()
    caches.words = index
    return index
  }

  public func said(_ plan: WordPlan) throws -> (places: [[Value]], said: Said) {
    let index = try wordIndex()
    let result = try query(try sql(for: .words(plan)))
    let reader = ResultReader(zone: zone)
    var said = Said()
    var places: [[Value]] = []
    let count = plan.keys.count
    for row in 0..<result.rowCount {
      guard let customers = result.columns[count].integers(row),
        let texts = result.columns[count + 1].integers(row)
      else { continue }
      places.append(plan.keys.enumerated().map { reader.key($1, result.columns[$0], row) })
      said.beginPlace()
      for (customer, key) in zip(customers, texts) {
        guard let text = index.text(of: UInt64(key)) else { continue }
        said.add(customer: customer < 0 ? nil : UInt64(customer), text: text)
      }
    }
    return (places, said)
  }

  private func stopWords() throws(Mistakes) -> StopWords {
    if let openedStopWords { return openedStopWords }
    let words = try openStopWords()
    openedStopWords = words
    return words
  }

  func setLanguage(_ value: Literal) throws -> Performed {
    let code = value.settingText.lowercased()
    let chosen = WordLanguage(rawValue: code)
    guard chosen != nil || code == "auto" else {
      let known = ["auto"] + WordLanguage.allCases.map(\.rawValue)
      throw Mistakes(
        .badSetting(
          "language", expected: "one of " + known.joined(separator: ", "), found: value.settingText,
          span: value.span))
    }
    language = chosen
    caches.words = nil
    return Performed(narration: [
      chosen == nil ? "The language of each text is guessed." : "Every text is read as \(code)."
    ])
  }
}
