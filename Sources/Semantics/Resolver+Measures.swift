import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// Measures made into the sums they need.
extension Resolver {
  /// - Parameter keys: the keys of the question, which `share of … per` refers to.
  func resolve(_ expression: MeasureExpression, keys: [ResolvedKey]) throws -> ResolvedMeasure? {
    switch expression {
    case .number(let number): return .number(number.isPercent ? number.value / 100 : number.value)
    case .negated(let inner, _): return try resolve(inner, keys: keys).map { .negated($0) }
    case .binary(let symbol, let left, let right):
      let first = try resolve(left, keys: keys)
      let second = try resolve(right, keys: keys)
      guard let first, let second else { return nil }
      return .binary(symbol, first, second)
    case .aggregate(let aggregate): return try resolve(aggregate, keys: keys)
    }
  }

  private func resolve(_ aggregate: Aggregate, keys: [ResolvedKey]) throws -> ResolvedMeasure? {
    let text = aggregate.printed
    switch aggregate.form {
    case .measure(let word, let predicate): return try named(word, predicate, text, keys)
    case .function(let word, let predicate):
      guard let function = FunctionName(rawValue: word.text.lowercased()) else { return unknownMeasure(word) }
      return try call(function, predicate, text, aggregate.span).map { .measure($0) }
    case .share(let word, let predicate, let per):
      guard case .measure(let measure)? = try named(word, predicate, text, keys) else { return nil }
      return share(of: measure, word, per: per, keys: keys, text)
    }
  }

  private func named(
    _ word: Word, _ predicate: Predicate?, _ text: String, _ keys: [ResolvedKey]
  ) throws -> ResolvedMeasure? {
    let folded = word.text.lowercased()
    let condition = try predicate.map { try resolve($0) } ?? nil
    if predicate != nil, condition == nil { return nil }
    if let name = MeasureName(rawValue: folded) {
      let measure = Measure(name)
      guard isAvailable(measure, word.span) else { return nil }
      let resolved = condition.map { measure.narrowed(to: $0, name: text) } ?? measure
      if let condition { check(condition, for: resolved, clause: "filter", span: predicate?.span) }
      return .measure(resolved)
    }
    if let definition = definitions.measures[folded] {
      guard !openMeasures.contains(folded) else {
        report(.invalid("\(word.text) is defined by itself", code: "circular-definition", span: word.span))
        return nil
      }
      openMeasures.append(folded)
      defer { openMeasures.removeLast() }
      return try resolve(definition, keys: keys).map { $0.narrowed(to: condition) }
    }
    return unknownMeasure(word)
  }

  private func unknownMeasure(_ word: Word) -> ResolvedMeasure? {
    let names = MeasureName.allCases.map(\.rawValue) + definitions.measures.keys.sorted()
    let near = nearest(to: word.text, in: names)
    let parts = word.text.lowercased().split(separator: "-").map(String.init)
    let looksLikeDifference = parts.count > 1 && parts.allSatisfy { names.contains($0) }
    let isField = catalog.fields[word.text] != nil
    let more =
      looksLikeDifference
      ? "a minus needs spaces: \(parts.joined(separator: " - "))"
      : isField && near.isEmpty ? "\(word.text) is a field: mean(\(word.text)), or by \(word.text)?" : nil
    report(.unknownName("measure", word.text, span: word.span, nearest: near, known: names, more: more))
    return nil
  }

  /// Reports a measure for which no loaded source has what it needs.
  private func isAvailable(_ measure: Measure, _ span: Span) -> Bool {
    guard let obstacle = obstacle(to: measure, span) else { return true }
    report(obstacle)
    return false
  }

  /// What a measure lacks in the loaded sources; nil for nothing.
  func obstacle(to measure: Measure, _ span: Span) -> Diagnostic? {
    guard !catalog.sources.isEmpty else { return .nothingLoaded(span: span) }
    if measure.isAboutCustomers {
      if catalog.fields["joined"] != nil, catalog.fields["churned"] != nil { return nil }
      return .measureWithoutData(
        measure.name, needs: "joined and churned", span: span,
        hint: "load customers … with (joined = COLUMN, churned = COLUMN)")
    }
    let loaded = catalog.fields["kind"]?.kinds ?? []
    if let kinds = measure.kinds, kinds.isDisjoint(with: loaded) {
      let names = phrase(of: kinds)
      return .measureWithoutData(
        measure.name, needs: "\(names) among the events", span: span, hint: "load \(names) \"FILE.csv\"")
    }
    let computed = FieldReference.computedFromHistory
    let lacking = measure.statistics.flatMap(\.fields).first {
      !computed.contains($0) && catalog.fields[$0.name] == nil
    }
    return lacking.map {
      .measureWithoutData(measure.name, needs: $0.name, span: span, hint: hint(lacking: $0))
    }
  }

  /// How to have a field that no source has.
  private func hint(lacking field: FieldReference) -> String {
    let hasText = catalog.sources.contains { $0.fields.contains { $0.role == .text } }
    if field.name == Role.sentiment.rawValue, hasText { return Diagnostic.makeSentiment }
    return "load … with (\(field.name) = COLUMN)"
  }

  private func share(
    of measure: Measure, _ word: Word, per: [Word], keys: [ResolvedKey], _ text: String
  ) -> ResolvedMeasure? {
    guard measure.form == .count || measure.form == .total, measure.statistics.allSatisfy(\.isAdditive) else {
      report(
        .invalid(
          "a share of \(word.text) does not add up to the whole", code: "share-of-ratio", span: word.span,
          hint: "share of takes a count, such as tickets"))
      return nil
    }
    var positions: [Int] = []
    for name in per {
      if let position = keys.firstIndex(where: { $0.name.lowercased() == name.text.lowercased() }) {
        positions.append(position)
      } else {
        report(.perNeedsKey(name.text, keys: keys.map(\.name), span: name.span))
      }
    }
    var named = measure
    named.name = text
    return .share(named, per: positions)
  }

  // MARK: - What a measure can know

  /// The kinds of event that a measure is about: declared, or those for which its fields are known.
  public func kinds(of measure: Measure) -> Set<EventKind>? {
    if let kinds = measure.kinds { return kinds }
    let fields =
      measure.statistics.compactMap(\.field) + measure.statistics.flatMap { $0.condition?.fields ?? [] }
    let known = fields.filter { !FieldReference.computedFromHistory.contains($0) && !Self.isUniversal($0) }
      .compactMap { catalog.fields[$0.name]?.kinds }
    return known.first.map { first in known.dropFirst().reduce(first) { $0.intersection($1) } }
  }

  /// Fields that every event can have.
  static func isUniversal(_ field: FieldReference) -> Bool {
    ["time", "kind", "source", "customer", "id"].contains(field.name)
  }

  /// Reports the fields of a condition that are not known for what a measure is about.
  func check(_ condition: Condition?, for measure: Measure, clause: String, span: Span?) {
    guard let condition, let about = kinds(of: measure) else { return }
    for field in condition.fields.sorted(by: { $0.name < $1.name }) where !Self.isUniversal(field) {
      guard let known = catalog.fields[field.name]?.kinds, known.isDisjoint(with: about) else { continue }
      let hint =
        clause == "filter"
        ? "where customer had (\(field.name)\(field.type == .boolean ? "" : " = …"))?" : nil
      report(
        .unknowable(
          measure: measure.name, about: phrase(of: about), field: field.name, knownFor: phrase(of: known),
          clause: clause, span: span, hint: hint))
    }
  }
}

extension ResolvedMeasure {
  /// The same expression with every measure narrowed.
  func narrowed(to condition: Condition?) -> ResolvedMeasure {
    guard let condition else { return self }
    switch self {
    case .number: return self
    case .measure(let measure): return .measure(measure.narrowed(to: condition, name: measure.name))
    case .share(let measure, let per):
      return .share(measure.narrowed(to: condition, name: measure.name), per: per)
    case .negated(let inner): return .negated(inner.narrowed(to: condition))
    case .binary(let symbol, let left, let right):
      return .binary(symbol, left.narrowed(to: condition), right.narrowed(to: condition))
    }
  }
}
