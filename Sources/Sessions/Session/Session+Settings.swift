import DataModel
import Diagnostics
import Syntax
import Vocabulary

extension Session {
  /// A setting: those of the data go to the data, the others change how results are shown.
  func set(
    _ name: Word, _ value: Literal, _ statement: Statement, at place: Place, into output: inout Output
  ) throws(Mistakes) {
    guard let setting = SettingName(word: name.text) else {
      throw Mistakes(
        .unknownSetting(
          name.text, span: name.span, nearest: nearest(to: name.text, in: SettingName.names),
          known: SettingName.names))
    }
    switch setting {
    case .zone, .now, .language, .threads, .memoryLimit:
      try performOnData(statement, at: place, into: &output)
    case .format, .width, .color, .plain, .timing, .pager:
      do {
        output.narration.append(try settings.change(setting, to: value))
      } catch {
        throw Mistakes(error)
      }
      keep(statement, at: place)
    }
  }

  /// The value of a parameter: that of `--set`, read as the type that the script declares, or the script's own.
  func overriding(_ name: Word, _ value: ParameterValue) throws(Mistakes) -> ParameterValue {
    let folded = name.text.lowercased()
    guard let given = options.parameters.last(where: { $0.name.lowercased() == folded }) else { return value }
    takenParameters.insert(folded)
    let read = try self.read(given.value, of: name, as: value)
    if read.printed != value.printed {
      declaredParameters[Statement(kind: .parameter(name: name, value: read)).printed] = value
    }
    return read
  }

  private func read(_ given: String, of name: Word, as value: ParameterValue) throws(Mistakes)
    -> ParameterValue
  {
    if case .literal(let literal) = value, literal.isText {
      return .literal(Literal(.text(given), span: literal.span))
    }
    let parsed = parse(SourceText("param \(name.text) = \(given)"))
    guard parsed.mistakes.isEmpty, parsed.statements.count == 1,
      case .parameter(_, let read) = parsed.statements[0].kind, read.kindName == value.kindName
    else { throw Mistakes(.badParameter(name.text, value: given, expected: value.kindName)) }
    return read
  }

  /// The parameters of `--set` that no statement has declared.
  public var untakenParameters: [String] {
    options.parameters.map(\.name).filter { !takenParameters.contains($0.lowercased()) }
  }

  /// The statements of this session, numbered; those that contain the search text.
  func historyTable(_ search: String?) -> Table {
    let wanted = search?.lowercased()
    let rows = history.enumerated().filter { wanted == nil || $0.element.lowercased().contains(wanted ?? "") }
    return Table(
      columns: [Column("n", .integer), Column("statement", .text)],
      rows: rows.map { [.integer(Int64($0.offset + 1)), .text($0.element)] })
  }
}

extension Literal {
  fileprivate var isText: Bool {
    switch form {
    case .word, .text: true
    default: false
    }
  }
}

extension ParameterValue {
  /// The type that the value declares, as a message names it.
  var kindName: String {
    switch self {
    case .period: "a period"
    case .literal(let literal):
      switch literal.form {
      case .number: "a number"
      case .duration: "a duration"
      case .point: "a period"
      case .word, .text, .field, .parameter: "a text"
      }
    }
  }
}
