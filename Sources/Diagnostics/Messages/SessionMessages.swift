/// What the session layer says: files, settings, saving, replaying.
extension Diagnostic {
  // MARK: Scripts

  public static func scriptUnreadable(_ path: String, reason: String, span: Span? = nil) -> Diagnostic {
    Diagnostic(code: "script-unreadable", message: "cannot read the script \(path): \(reason)", span: span)
  }

  public static func scriptNotText(_ path: String, span: Span? = nil) -> Diagnostic {
    Diagnostic(
      code: "script-not-text", message: "\(path) is no text in UTF-8", span: span,
      hint: "a session script is a plain text file; is this a data file? then: load \"\(path)\"")
  }

  public static func scriptTooNew(version: String, known: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "script-too-new",
      message:
        "the script is written in version \(version) of the language; this cxsh reads version \(known)",
      span: span, hint: "use a newer cxsh")
  }

  public static func badVersion(_ text: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "bad-version", message: "\"\(text)\" is no version of the language", span: span,
      hint: "a script begins with: #@ cxsh 1")
  }

  public static func unknownFact(_ name: String, span: Span, known: [String]) -> Diagnostic {
    Diagnostic(
      severity: .warning, code: "unknown-fact", message: "#@ \(name) is not known and has no effect",
      span: span,
      known: known)
  }

  public static func unreadableRecord(span: Span) -> Diagnostic {
    Diagnostic(
      severity: .warning, code: "unreadable-record",
      message: "this record is not understood and is not compared",
      span: span, hint: "cxsh replay --accept writes the records anew")
  }

  public static func runsItself(_ path: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "runs-itself", message: "\(path) runs itself, directly or by another script", span: span,
      hint: "remove one of the run statements")
  }

  /// `$` or `$3`, written as `sign`, in a file.
  public static func signOfPrompt(_ sign: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "only-at-prompt", message: "\(sign) is only for the prompt: name the result with | as NAME",
      span: span, hint: "show … | as first, and then first in place of \(sign)")
  }

  public static func runTooDeep(_ limit: Int, span: Span) -> Diagnostic {
    Diagnostic(code: "run-too-deep", message: "scripts run each other more than \(limit) deep", span: span)
  }

  // MARK: Saving and exporting

  public static func nothingToSave(span: Span) -> Diagnostic {
    Diagnostic(
      code: "nothing-to-save",
      message: "there is nothing to save: no statement has changed or shown anything yet",
      span: span)
  }

  public static func countTooSmall(_ count: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "count-too-small", message: "last \(count) holds no statement", span: span, hint: "last 1 or more"
    )
  }

  public static func fileExists(_ path: String, span: Span, hint: String) -> Diagnostic {
    Diagnostic(
      code: "file-exists", message: "\(path) is there already and stays as it is", span: span, hint: hint)
  }

  public static func isFolder(_ path: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "is-folder", message: "\(path) is a folder", span: span,
      hint: "save \"\(path)/session.cxs\"")
  }

  public static func cannotWrite(_ path: String, reason: String, span: Span? = nil, hint: String? = nil)
    -> Diagnostic
  {
    Diagnostic(code: "cannot-write", message: "cannot write \(path): \(reason)", span: span, hint: hint)
  }

  public static func overwritesData(_ path: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "overwrites-data", message: "\(path) is a loaded data file and stays as it is", span: span,
      hint: "export to another name")
  }

  public static func nothingToExport(span: Span) -> Diagnostic {
    Diagnostic(
      code: "nothing-to-export", message: "there is no result to export yet", span: span,
      hint: "ask a question first, such as: show tickets by channel")
  }

  public static func unknownResult(_ name: String, span: Span, nearest: [String], known: [String])
    -> Diagnostic
  {
    Diagnostic(
      code: "unknown-result", message: "no result is named \"\(name)\"", span: span,
      hint: didYouMean(nearest) ?? "name a result with a step: | as \(name)", known: known)
  }

  public static func unknownExtension(_ path: String, span: Span, known: [String]) -> Diagnostic {
    Diagnostic(
      code: "unknown-extension", message: "the ending of \(path) does not say what to write", span: span,
      known: known.map { "." + $0 })
  }

  public static func exportNotLast(span: Span) -> Diagnostic {
    Diagnostic(code: "export-not-last", message: "export is the last step of a query", span: span)
  }

  // MARK: Settings and help

  public static func unknownSetting(_ name: String, span: Span, nearest: [String], known: [String])
    -> Diagnostic
  {
    Diagnostic(
      code: "unknown-setting", message: "no setting is named \"\(name)\"", span: span,
      hint: didYouMean(nearest),
      known: known)
  }

  public static func badSetting(
    _ name: String, expected: String, found: String, span: Span, nearest: [String] = []
  )
    -> Diagnostic
  {
    Diagnostic(
      code: "bad-setting", message: "\(name) is \(expected), not \(found)", span: span,
      hint: didYouMean(nearest))
  }

  public static func unknownTopic(_ topic: String, span: Span, nearest: [String]) -> Diagnostic {
    Diagnostic(
      code: "unknown-topic", message: "there is no help on \"\(topic)\"", span: span,
      hint: didYouMean(nearest) ?? "help lists every topic")
  }

  // MARK: Parameters

  public static func unknownParameter(_ name: String, nearest: [String], known: [String]) -> Diagnostic {
    Diagnostic(
      code: "unknown-parameter", message: "--set \(name): the script declares no parameter of this name",
      hint: didYouMean(nearest) ?? "declare it with: param \(name) = …", known: known)
  }

  public static func unusedParameter(_ name: String, nearest: [String], known: [String]) -> Diagnostic {
    Diagnostic(
      code: "unknown-parameter",
      message: "--set \(name): no statement declares or uses a parameter of this name",
      hint: didYouMean(nearest) ?? "use it as $\(name)", known: known)
  }

  public static func badParameter(_ name: String, value: String, expected: String) -> Diagnostic {
    Diagnostic(
      code: "bad-parameter",
      message: "--set \(name): \"\(value)\" is not \(expected), as the script declares it")
  }

  // MARK: Safety

  public static func refusedInSafeMode(_ what: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "safe-mode", message: "\(what) is refused: this session runs with --safe", span: span,
      hint: "start cxsh without --safe if you trust the script")
  }

  public static func outsideSafeFolder(_ path: String, folder: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "safe-mode", message: "\(path) lies outside \(folder), and this session runs with --safe",
      span: span,
      hint: "start cxsh without --safe if you trust the script")
  }

  // MARK: Journal

  public static func nothingToResume(folder: String) -> Diagnostic {
    Diagnostic(
      severity: .warning, code: "nothing-to-resume", message: "no earlier session is kept in \(folder)")
  }

  public static func journalUnusable(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      severity: .warning, code: "journal-unusable",
      message: "the session in \(path) cannot be brought back: \(reason)",
      hint: "the one before it is taken, where there is one")
  }

  public static func journalUnwritable(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      severity: .warning, code: "journal-unwritable",
      message: "this session is not kept in the journal: cannot write \(path): \(reason)")
  }

  // MARK: Replaying

  public static func nothingToReplay(_ path: String) -> Diagnostic {
    Diagnostic(code: "nothing-to-replay", message: "\(path) holds no statement")
  }

  /// The results beside a script hold a line that this program does not write.
  public static func resultsUnreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      severity: .warning, code: "results-unreadable",
      message: "\(path) cannot be read; results are compared by their digests alone",
      hint: "cxsh replay --accept writes the records anew")
  }

  public static func acceptAfterFailure(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "accept-after-failure", message: "\(path) stays as it is, because a statement failed")
  }

  public static func acceptAfterStop(_ path: String, left: Int) -> Diagnostic {
    Diagnostic(
      code: "accept-after-stop",
      message:
        "\(path) stays as it is, because \(left) statement\(left == 1 ? " was" : "s were") not run",
      hint: "take the quit out of the script")
  }

  /// - Parameter changes: Which files, and how, in words.
  public static func acceptChangedData(_ path: String, changes: [String]) -> Diagnostic {
    Diagnostic(
      code: "accept-changed-data",
      message: "\(path) stays as it is, because the data changed: \(changes.joined(separator: "; "))",
      hint: "--accept-data records the results on the changed data")
  }
}
