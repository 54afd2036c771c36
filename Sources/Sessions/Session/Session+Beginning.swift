import Diagnostics
import Syntax
import Vocabulary

/// What happens before the first statement of a person or a script.
extension Session {
  /// Declares the parameters of `--set` for statements that come without a script; their values say their types.
  public func declareParameters(deliver: (Output) -> Void) -> ExitStatus {
    for parameter in options.parameters {
      let typed = parse(SourceText("param \(parameter.name) = \(parameter.value)"))
      let text =
        typed.mistakes.isEmpty && typed.statements.count == 1
        ? "param \(parameter.name) = \(parameter.value)"
        : "param \(parameter.name) = \(Statement.quoting(parameter.value))"
      let status = run(SourceText(text, name: "--set"), deliver: deliver)
      if status != .ok { return status }
    }
    return .ok
  }

  /// Performs only the statements that say how results are displayed.
  public func runDisplaySettings(_ source: SourceText, deliver: (Output) -> Void) {
    let place = Place(source: source, folder: ".")
    for statement in SessionScript(source).entries.map(\.statement) {
      guard case .set(let name, _) = statement.kind, let setting = SettingName(word: name.text),
        ![.zone, .now, .language, .threads, .memoryLimit].contains(setting)
      else { continue }
      perform(statement, at: place, keepsGoing: true, deliver: deliver)
    }
  }

  /// Why a journal cannot be brought back; nil where it can.
  public static func reasonAgainstResuming(_ journal: String) -> String? {
    do throws(Mistakes) {
      let script = SessionScript(try SourceText.script(at: journal, shownAs: journal))
      if let error = script.errors.first(where: { $0.code == "script-too-new" }) { return error.message }
      return script.entries.isEmpty ? "it holds no statement" : nil
    } catch {
      return error.list.first?.message ?? "it cannot be read"
    }
  }

  /// Performs the statements of a journal again; what it exported is not written again.
  ///
  /// - Returns: How many statements are back.
  public func resume(_ journal: String, deliver: (Output) -> Void) -> Int {
    guard let source = try? SourceText.script(at: journal, shownAs: journal) else { return 0 }
    let writes = writesFiles
    writesFiles = false
    defer { writesFiles = writes }
    var count = 0
    // It is a conversation that was written down, so that results have their numbers.
    let place = Place(source: source, folder: Paths.folder(of: journal), scripts: [journal])
    _ = run(SessionScript(source), at: place, keepsGoing: true) { output in
      if output.status == .ok { count += 1 }
      deliver(output)
    }
    return count
  }

  /// The error for a parameter that nothing declares.
  public static func unknownParameter(_ name: String, declared: Set<String>) -> Diagnostic {
    .unknownParameter(name, nearest: nearest(to: name, in: declared.sorted()), known: declared.sorted())
  }

  /// The error for a parameter that statements without a script neither declare nor use.
  public static func unusedParameter(_ name: String, named: Set<String>) -> Diagnostic {
    .unusedParameter(name, nearest: nearest(to: name, in: named.sorted()), known: named.sorted())
  }
}

extension SessionScript {
  /// The parameters that the script declares, in lower case.
  public var declaredParameters: Set<String> {
    Set(
      entries.compactMap { entry in
        if case .parameter(let name, _) = entry.statement.kind { name.text.lowercased() } else { nil }
      })
  }

  /// The parameters that its statements use as `$name`, in lower case.
  public var usedParameters: Set<String> {
    Set(
      entries.flatMap { entry in
        entry.statement.printed.lowercased().split(separator: "$").dropFirst().map { piece in
          String(piece.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
        }
      })
  }

  /// The script runs other scripts, which may declare parameters too.
  public var runsOthers: Bool {
    entries.contains { if case .run = $0.statement.kind { true } else { false } }
  }
}
