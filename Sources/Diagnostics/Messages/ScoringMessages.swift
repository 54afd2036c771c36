/// The words of what `score` cannot do.
extension Diagnostic {
  public static func onlySentimentIsScored(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "not-scored", message: "score makes sentiment, not \(name)", span: span,
      hint: "score sentiment in ALIAS; derive makes other fields")
  }

  /// A source that was named and lacks the field that the method reads.
  public static func nothingToScore(_ alias: String, lacks field: String, span: Span, hint: String)
    -> Diagnostic
  {
    Diagnostic(code: "nothing-to-score", message: "\(alias) has no \(field)", span: span, hint: hint)
  }

  /// No source was named, and none has what the method reads and no sentiment.
  public static func noSourceToScore(_ field: String, span: Span, hint: String) -> Diagnostic {
    Diagnostic(
      code: "nothing-to-score", message: "no source has \(field) and no sentiment", span: span, hint: hint)
  }

  public static func noSentimentYet(span: Span) -> Diagnostic {
    Diagnostic(
      code: "no-sentiment", message: "no source has sentiment yet", span: span, hint: makeSentiment)
  }

  /// What makes a sentiment, as a hint.
  public static let makeSentiment =
    "score sentiment makes it from the texts; load … with (sentiment = COLUMN) takes the file's own"

  /// - Parameter lacking: The sources that could have such rows and lack the field.
  public static func nothingOverridden(_ field: String, lacking: [String], span: Span) -> Diagnostic {
    let first = lacking.first.map { alias in
      "\(lacking.joined(separator: ", ")) without \(field): score \(field) in \(alias), and then override"
    }
    return Diagnostic(
      severity: .warning, code: "nothing-overridden", message: "no row with \(field) passes this test",
      span: span,
      hint: first)
  }

  /// - Parameter looked: The folders that were searched.
  public static func lexiconNotFound(looked: [String]) -> Diagnostic {
    Diagnostic(
      code: "no-lexicon", message: "the lexicon of VADER is not there",
      hint: "run 'make setup' in the checkout, with a network"
        + (looked.isEmpty ? "" : "; searched: " + looked.joined(separator: ", ")))
  }

  public static func lexiconUnreadable(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      code: "no-lexicon", message: "\(path) cannot be read: \(reason)",
      hint: "run 'make setup' in the checkout")
  }

  /// Figures made with another lexicon would be nobody else's.
  public static func lexiconDiffers(_ path: String, version: String) -> Diagnostic {
    Diagnostic(
      code: "other-lexicon", message: "\(path) is not the lexicon of VADER \(version)",
      hint: "remove its folder and run 'make setup' in the checkout")
  }

  /// - Parameter looked: The folders that were searched.
  public static func stopWordsNotFound(looked: [String]) -> Diagnostic {
    Diagnostic(
      code: "no-stop-words", message: "the lists of stop words are not there",
      hint: "run 'make setup' in the checkout, with a network"
        + (looked.isEmpty ? "" : "; searched: " + looked.joined(separator: ", ")))
  }

  public static func stopWordsUnreadable(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      code: "no-stop-words", message: "\(path) cannot be read: \(reason)",
      hint: "run 'make setup' in the checkout")
  }

  /// Terms found with other lists would be nobody else's.
  public static func stopWordsDiffer(_ path: String, version: String) -> Diagnostic {
    Diagnostic(
      code: "other-stop-words", message: "\(path) is not the list of Whoosh-Reloaded \(version)",
      hint: "remove its folder and run 'make setup' in the checkout")
  }
}
