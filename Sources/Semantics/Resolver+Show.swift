import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `show` and `events`.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveShow(_ items: [MeasureItem], _ tail: Tail, span: Span) throws -> ResolvedShow {
    try collect {
      let keys = try resolve(tail.keys)
      let resolvedItems = try resolve(items, keys: keys)
      let measures = resolvedItems.flatMap { $0.expression.measures }
      let condition = try filter(tail.filter, for: measures)
      checkKeys(keys, measures: measures, span: tail.keys.first?.span)
      let kinds = self.kinds(ofAll: measures)
      var notes = focusNotes
      let period = try currentPeriod(tail, keys: keys, kinds: kinds, notes: &notes)
      notes += try self.notes(on: tail.during, period, kinds: kinds, isCompared: tail.versus != nil)
      let scope = Scope(kinds: kinds, condition: condition, days: period?.days)
      let versus = try self.versus(
        tail, kinds: kinds, period: period, scope: scope, keys: keys, items: resolvedItems)
      return ResolvedShow(
        items: resolvedItems, keys: keys, scope: scope, period: period, versus: versus,
        withTotals: tail.withTotals, notes: notes)
    }
  }

  /// - Throws: `Mistakes`.
  public func resolveEvents(_ tail: Tail, extra: Condition? = nil, base: Scope? = nil, span: Span) throws
    -> ResolvedEvents
  {
    try collect {
      guard !catalog.sources.isEmpty else {
        report(.nothingLoaded(span: span))
        return nil
      }
      let condition = try predicate(tail.filter)
      let focus = try predicate(definitions.focus)
      let period = try tail.during.map { try resolve($0, kinds: nil) } ?? nil
      var scope = base ?? Scope()
      scope.condition = .both(scope.condition, .both(extra, .both(condition, base == nil ? focus : nil)))
      if let period { scope.days = period.days }
      let notes = (base == nil ? focusNotes : []) + (try self.notes(on: tail.during, period, kinds: nil))
      return ResolvedEvents(scope: scope, fields: eventFields(scope.kinds), notes: notes)
    }
  }

  /// The columns of the event model that are loaded, then the files' own.
  private func eventFields(_ kinds: Set<EventKind>?) -> [FieldReference] {
    let order = ["time", "kind"] + Dimension.allCases.map(\.rawValue) + ["customer"]
    let first = order.compactMap { catalog.fields[$0]?.reference }
    let rest = catalog.fields.fields.filter { field in
      !order.contains(field.reference.name) && field.reference.name != "text"
        && (kinds.map { !field.kinds.isDisjoint(with: $0) } ?? true) && field.customerColumns.isEmpty
        && field.touchpointColumns.isEmpty
    }.map(\.reference)
    let text = catalog.fields["text"].map { [$0.reference] } ?? []
    return first + text + rest
  }

  private func predicate(_ predicate: Predicate?) throws -> Condition? {
    guard let predicate else { return nil }
    return try resolve(predicate)
  }

  private func resolve(_ items: [MeasureItem], keys: [ResolvedKey]) throws -> [ResolvedItem] {
    var resolved: [ResolvedItem] = []
    for item in items {
      if let name = item.name, let taken = taken(name) {
        report(.nameIsTaken(name.text, by: taken, span: name.span))
      }
      guard let expression = try resolve(item.expression, keys: keys) else { continue }
      let name = item.name?.text ?? item.expression.printed
      let isDouble =
        resolved.contains { $0.name.lowercased() == name.lowercased() }
        || keys.contains { $0.name.lowercased() == name.lowercased() }
      if isDouble {
        report(
          .invalid(
            "two columns would be named \(name)", code: "duplicate-column", span: item.span,
            hint: "give one a name with as"))
      }
      resolved.append(ResolvedItem(name: name, expression: expression))
    }
    return resolved
  }

  /// `where` and the focus, checked against what each measure can know.
  private func filter(_ written: Predicate?, for measures: [Measure]) throws -> Condition? {
    let condition = try predicate(written)
    let focus = try predicate(definitions.focus)
    for measure in measures where !measure.isAboutCustomers {
      check(condition, for: measure, clause: "filter", span: written?.span)
      check(focus, for: measure, clause: "focus", span: nil)
    }
    return .both(condition, focus)
  }

  /// Reports a key that none of the measures can know.
  private func checkKeys(_ keys: [ResolvedKey], measures: [Measure], span: Span?) {
    for key in keys {
      for field in key.fields where !Self.isUniversal(field) {
        guard let known = catalog.fields[field.name]?.kinds else { continue }
        let abouts = measures.map { kinds(of: $0) }
        let strangers = zip(measures, abouts).filter { $0.1.map { known.isDisjoint(with: $0) } ?? false }
        guard strangers.count == measures.count, let (measure, about) = strangers.first else { continue }
        report(
          .unknowable(
            measure: measure.name, about: phrase(of: about ?? []), field: field.name,
            knownFor: phrase(of: known),
            clause: "key", span: span, hint: keysHint(about ?? [])))
      }
    }
  }

  /// The dimensions that can be known for these kinds.
  private func keysHint(_ kinds: Set<EventKind>) -> String {
    let names = Dimension.allCases.map(\.rawValue).filter {
      !(catalog.fields[$0]?.kinds.isDisjoint(with: kinds) ?? true)
    }
    return names.isEmpty ? "by week, by month" : "by \(names.joined(separator: ", by "))"
  }

  /// The kinds that any of the measures is about; nil for all.
  private func kinds(ofAll measures: [Measure]) -> Set<EventKind>? {
    var all: Set<EventKind> = []
    for measure in measures {
      guard let kinds = kinds(of: measure) else { return nil }
      all.formUnion(kinds)
    }
    return all.isEmpty ? nil : all
  }

  /// `during`; where `vs` refers to a period that is not said, the last complete ones of the grain that is a key, else 4 weeks.
  private func currentPeriod(
    _ tail: Tail, keys: [ResolvedKey], kinds: Set<EventKind>?, notes: inout [String]
  ) throws -> ResolvedPeriod? {
    if let during = tail.during { return try resolve(during, kinds: kinds) }
    guard case .period(let period)? = tail.versus else { return nil }
    let (count, unit) = Self.usualPeriod(keys)
    let standard = Period(.last(count, unit), span: period.span)
    guard let resolved = try resolve(standard, kinds: kinds) else { return nil }
    let words =
      count == 1 ? "the last complete \(unit.rawValue)" : "the last \(count) complete \(unit.rawValue)s"
    notes.append("No during: \(words), \(resolved.days.text).")
    return resolved
  }

  private static func usualPeriod(_ keys: [ResolvedKey]) -> (Int, Grain) {
    for key in keys {
      switch key.form {
      case .grain(.month): return (3, .month)
      case .grain(.quarter): return (1, .quarter)
      case .grain(.year): return (1, .year)
      default: continue
      }
    }
    return (4, .week)
  }

  private func versus(
    _ tail: Tail, kinds: Set<EventKind>?, period: ResolvedPeriod?, scope: Scope, keys: [ResolvedKey],
    items: [ResolvedItem]
  ) throws -> ResolvedVersus? {
    switch tail.versus {
    case nil: return nil
    case .baseline(let name):
      return baseline(name, keys: keys, items: items)
    case .rest(let span):
      guard let filter = tail.filter, let condition = try resolve(filter) else {
        report(
          .invalid(
            "vs rest needs where: the rest is everybody who does not meet it", code: "rest-without-filter",
            span: span,
            hint: "where persona = … vs rest"))
        return nil
      }
      var rest = scope
      rest.condition = .both(.not(condition), try predicate(definitions.focus))
      return .rest(rest)
    case .period(let written):
      return try resolve(written, kinds: kinds, current: period).map { .period($0) }
    }
  }
}
