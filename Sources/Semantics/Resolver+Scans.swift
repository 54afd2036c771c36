import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// What all scans along time have in common: places, filters, windows.
extension Resolver {
  /// - Parameter onlyKnown: of stage and channel, which stand where no key is written, those that no source has are left
  ///   out.
  func scanKeys(_ call: FinderCall, onlyKnown: Bool = false) throws -> [ResolvedKey] {
    let written = call.tail.keys
    let dimensions = [Dimension.stage, .channel].filter { !onlyKnown || catalog.fields[$0.rawValue] != nil }
    let standard = dimensions.map {
      Key(.field(Word($0.rawValue, form: .bare, span: call.name.span)), span: call.name.span)
    }
    let keys = try resolve(written.isEmpty ? standard : written)
    refuseGrains(zip(keys, written), of: call)
    if keys.isEmpty, mistakes.isEmpty {
      report(
        .invalid(
          "\(call.name.text.lowercased()) needs places", code: "no-keys", span: call.name.span,
          hint: "by stage, channel"))
    }
    return keys
  }

  /// The options `yoy`, `partial` and `level`.
  func apply(_ option: FinderOption, to scan: inout ResolvedScan) {
    switch option.name.text.lowercased() {
    case "yoy": scan.comparison = .yearOnYear
    case "partial": scan.keepsPartial = true
    case "level": scan.level = level(of: option) ?? scan.level
    default: report(.unknownName("option", option.name.text, span: option.name.span, nearest: []))
    }
  }

  /// `where` and the focus, which must be known for every one of the measures.
  func applyFilters(_ tail: Tail, of measures: [Measure], to scan: inout ResolvedScan) throws {
    let condition = try tail.filter.map { try resolve($0) } ?? nil
    let focus = try definitions.focus.map { try resolve($0) } ?? nil
    for part in [condition, focus] {
      for measure in measures { check(part, for: measure, clause: "filter", span: tail.filter?.span) }
    }
    let keyFields = scan.keys.reduce(into: Set<FieldReference>()) { $0.formUnion($1.fields) }
    scan.condition = condition
    guard let focus else { return }
    if focus.fields.isSubset(of: keyFields), !focus.fields.isEmpty {
      scan.hiding = focus
    } else {
      scan.condition = .both(condition, focus)
    }
  }

  func applyPeriods(_ tail: Tail, to scan: inout ResolvedScan) throws {
    if let during = tail.during { scan.period = try resolve(during, kinds: scan.kinds) }
    guard let versus = tail.versus else { return }
    switch versus {
    case .baseline(let name): report(.notYet("baselines", span: name.span))
    case .rest(let span): report(.restInScan(scan.finder, span: span))
    case .period(let period): try applyComparison(period, to: &scan)
    }
  }

  /// `vs last N unit` means the N before the current window.
  private func applyComparison(_ period: Period, to scan: inout ResolvedScan) throws {
    switch period.form {
    case .last(let count, let unit): scan.comparison = .before(unit: unit, count: count)
    case .sameLastYear: scan.comparison = .yearOnYear
    case .previous: scan.comparison = .before(unit: .week, count: 0)
    case .this, .range, .parameter:
      if let resolved = try resolve(period, kinds: scan.kinds) { scan.comparison = .range(resolved.days) }
    }
  }
}
