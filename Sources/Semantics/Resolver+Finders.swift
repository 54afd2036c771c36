import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// What all finders have in common: clauses and options.
extension Resolver {
  /// The clauses of a finder's call; reports what the finder cannot take.
  ///
  /// - Parameters:
  ///   - kinds: the events that the finder is about; nil for all.
  ///   - places: the dimensions that are its keys where `by` is not written; those that no source has are left out.
  ///   - takesGrains: a grain (`by week`) is a key too.
  func tail(
    of call: FinderCall, kinds: Set<EventKind>?, places: [Dimension] = [], takesGrains: Bool = false
  ) throws -> ResolvedTail {
    if catalog.sources.isEmpty { report(.nothingLoaded(span: call.name.span)) }
    refuseVersus(of: call)
    if call.tail.withTotals { report(.noTotals(call.name.text.lowercased(), span: call.name.span)) }
    let written = call.tail.keys
    let standard = places.filter { catalog.fields[$0.rawValue] != nil }.map {
      Key(.field(Word($0.rawValue, form: .bare, span: call.name.span)), span: call.name.span)
    }
    let keys = try resolve(written.isEmpty ? standard : written)
    if !takesGrains { refuseGrains(zip(keys, written), of: call) }
    let condition = try call.tail.filter.map { try resolve($0) } ?? nil
    let focus = try definitions.focus.map { try resolve($0) } ?? nil
    let period = try call.tail.during.map { try resolve($0, kinds: kinds) } ?? nil
    let scope = Scope(kinds: kinds, condition: .both(condition, focus), days: period?.days)
    let notes = focusNotes + (try self.notes(on: call.tail.during, period, kinds: kinds))
    return ResolvedTail(keys: keys, scope: scope, period: period, notes: notes)
  }

  /// A grain as a place of a finder that looks along time by itself.
  func refuseGrains(_ keys: some Sequence<(ResolvedKey, Key)>, of call: FinderCall) {
    for (key, source) in keys {
      guard case .grain = key.form else { continue }
      report(.grainAsPlace(call.name.text.lowercased(), span: source.span))
    }
  }

  private func refuseVersus(of call: FinderCall) {
    guard let versus = call.tail.versus else { return }
    report(.noVersus(call.name.text.lowercased(), span: versus.span ?? call.name.span))
  }

  /// The setting of `level`, a share between 0 and 1.
  func level(of option: FinderOption) -> Double? {
    guard case .number(let number)? = option.setting else { return nil }
    let level = number.isPercent ? number.value / 100 : number.value
    guard level > 0, level < 1 else {
      report(.levelOutOfRange(number.text, span: number.span))
      return nil
    }
    return level
  }

  /// The duration of `within`, in milliseconds; nil where it is not written.
  func within(_ call: FinderCall) -> Int64? {
    for option in call.options {
      guard option.name.text.lowercased() == "within", case .duration(let length)? = option.setting else {
        continue
      }
      guard length.milliseconds > 0 else {
        report(.noLength(option.name.text.lowercased(), span: length.span))
        return nil
      }
      return Int64(length.milliseconds.rounded())
    }
    return nil
  }

  /// Reports that no loaded source has a field that the finder needs.
  func require(_ role: Role, for call: FinderCall) {
    guard catalog.fields[role.rawValue] == nil, !catalog.sources.isEmpty else { return }
    report(
      .measureWithoutData(
        call.name.text.lowercased(), needs: role.rawValue, span: call.name.span,
        hint: "load … with (\(role.rawValue) = COLUMN)"))
  }
}

extension Versus {
  var span: Span? {
    switch self {
    case .period(let period): period.span
    case .baseline(let name): name.span
    case .rest(let span): span
    }
  }
}
