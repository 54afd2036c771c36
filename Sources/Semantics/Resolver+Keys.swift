import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// The keys of `by`.
extension Resolver {
  func resolve(_ keys: [Key]) throws -> [ResolvedKey] {
    var resolved: [ResolvedKey] = []
    for key in keys {
      guard let next = try resolve(key) else { continue }
      if resolved.contains(where: { $0.name.lowercased() == next.name.lowercased() }) {
        report(
          .invalid(
            "\(next.name) is a key twice", code: "duplicate-key", span: key.span,
            hint: "give one a name with as"))
        continue
      }
      resolved.append(next)
    }
    return resolved
  }

  private func resolve(_ key: Key) throws -> ResolvedKey? {
    if let name = key.name, let taken = taken(name) {
      report(.nameIsTaken(name.text, by: taken, span: name.span))
    }
    switch key.form {
    case .grain(let grain): return ResolvedKey(name: key.name?.text ?? grain.rawValue, form: .grain(grain))
    case .field(let word): return try fieldKey(word, name: key.name?.text)
    case .steps(let word, let size): return stepsKey(word, size, name: key.name?.text)
    }
  }

  private func fieldKey(_ word: Word, name: String?) throws -> ResolvedKey? {
    if catalog.fields[word.text] == nil, let segment = definitions.segments[word.text.lowercased()] {
      return try resolve(segment).map { ResolvedKey(name: name ?? word.text, form: .condition($0)) }
    }
    guard catalog.fields[word.text] != nil else { return unknownKey(word) }
    guard let field = field(word)?.reference else { return nil }
    switch field.type {
    case .instant:
      report(
        .invalid(
          "\(field.name) is a time: nearly every row has its own", code: "time-as-key", span: word.span,
          hint: "by day, by week, by month"))
      return nil
    case .duration:
      report(
        .invalid(
          "\(field.name) is a duration: nearly every row has its own", code: "duration-as-key",
          span: word.span,
          hint: "by \(field.name) in steps of 4 hours"))
      return nil
    case .text, .number, .boolean: return ResolvedKey(name: name ?? field.name, form: .field(field))
    }
  }

  /// A misspelt grain is as likely as a misspelt field.
  private func unknownKey(_ word: Word) -> ResolvedKey? {
    let names = catalog.fields.names
    let grains = Grain.allCases.map(\.rawValue)
    let near = nearest(to: word.text, in: grains + names + Array(definitions.segments.keys))
    if near.isEmpty || Role(rawValue: word.text.lowercased()) != nil {
      _ = field(word)
    } else {
      report(.unknownName("field", word.text, span: word.span, nearest: near))
    }
    return nil
  }

  private func stepsKey(_ word: Word, _ size: Key.StepSize, name: String?) -> ResolvedKey? {
    guard let field = field(word)?.reference else { return nil }
    switch (size, field.type) {
    case (.number(let number), .number) where number.value > 0:
      return ResolvedKey(name: name ?? field.name, form: .steps(field, size: number.value))
    case (.duration(let duration), .duration) where duration.milliseconds > 0:
      return ResolvedKey(name: name ?? field.name, form: .steps(field, size: duration.milliseconds))
    default:
      let hint = field.type == .duration ? "in steps of 4 hours" : "in steps of 10"
      report(
        .invalid(
          "\(field.name) is \(field.type.phrase): these steps do not fit", code: "wrong-steps",
          span: word.span,
          hint: hint))
      return nil
    }
  }

  /// What a name already means, nil if it is free.
  public func taken(_ word: Word) -> String? {
    guard word.form == .bare else { return nil }
    let name = word.text.lowercased()
    if MeasureName(rawValue: name) != nil { return "a measure" }
    if FunctionName(rawValue: name) != nil { return "a function" }
    if FinderName(rawValue: name) != nil { return "a finder" }
    if Grain(rawValue: name) != nil { return "a grain" }
    if StatementName(rawValue: name) != nil { return "a statement" }
    if ListingName(rawValue: name) != nil { return "a listing" }
    let options = FinderName.allCases.flatMap { $0.declaration.options.map(\.name) }
    return options.contains(name) ? "an option" : nil
  }
}
