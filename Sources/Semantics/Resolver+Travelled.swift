import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `funnel`, `journey`, `cohorts` and `after`.
extension Resolver {
  /// - Throws: `Mistakes`.
  public func resolveFunnel(_ call: FinderCall) throws -> ResolvedFunnel {
    try collect {
      for role in [Role.customer, .stage] { require(role, for: call) }
      let tail = try tail(of: call, kinds: nil)
      checkFilter(of: call, tail.scope)
      guard mistakes.isEmpty else { return nil }
      let values = try catalog.values(of: FieldReference(.stage))?.map(\.text) ?? []
      let known = values.compactMap { name in JourneyStage.place(of: name).map { ($0, name) } }
        .sorted { $0.0 < $1.0 }.map(\.1)
      guard values.count > 1 else {
        report(.tooFewStages(values.count, span: call.name.span))
        return nil
      }
      let isOrdered = known.count == values.count
      return ResolvedFunnel(
        keys: tail.keys, scope: tail.scope, stages: isOrdered ? known : values, isOrdered: isOrdered,
        span: call.name.span, notes: tail.notes)
    }
  }

  /// The path goes over `by`'s field, else stages, channels or touchpoints, the first that the data knows.
  ///
  /// - Throws: `Mistakes`.
  public func resolveJourney(_ call: FinderCall) throws -> ResolvedJourney {
    try collect {
      require(.customer, for: call)
      let usual = [Dimension.stage, .channel, .touchpoint].first { catalog.fields[$0.rawValue] != nil }
      if usual == nil { require(.stage, for: call) }
      let tail = try tail(of: call, kinds: nil, places: usual.map { [$0] } ?? [], takesGrains: true)
      checkFilter(of: call, tail.scope)
      guard mistakes.isEmpty else { return nil }
      guard tail.keys.count == 1, case .field(let field) = tail.keys[0].form, field.type == .text else {
        report(.onePathField(span: call.tail.keys.last?.span ?? call.name.span))
        return nil
      }
      return ResolvedJourney(field: field, scope: tail.scope, notes: tail.notes)
    }
  }

  /// - Throws: `Mistakes`.
  public func resolveCohorts(_ call: FinderCall) throws -> ResolvedCohorts {
    try collect {
      require(.customer, for: call)
      let tail = try tail(of: call, kinds: nil)
      checkFilter(of: call, tail.scope)
      guard case .grain(let grain, let span)? = call.argument else { return nil }
      if grain == .hour || grain == .weekday { report(.noIntakeGrain(grain.rawValue, span: span)) }
      return ResolvedCohorts(
        grain: grain, keys: tail.keys, scope: tail.scope, span: span, notes: tail.notes)
    }
  }

  /// - Throws: `Mistakes`.
  public func resolveAfter(_ call: FinderCall) throws -> ResolvedAfter {
    try collect {
      require(.customer, for: call)
      if let key = call.tail.keys.first { report(.noPlaces("after", span: key.span)) }
      let tail = try tail(of: call, kinds: nil)
      checkFilter(of: call, tail.scope)
      guard case .predicate(let predicate)? = call.argument, let condition = try resolve(predicate) else {
        return nil
      }
      let matching = [Role.persona, .channel].filter { catalog.fields[$0.rawValue] != nil }
      return ResolvedAfter(
        condition: condition, text: predicate.printed, within: within(call) ?? 7 * 86_400_000,
        matching: matching.map { FieldReference($0) }, scope: tail.scope,
        knowsEscalation: catalog.fields["escalated"] != nil, knowsChurn: catalog.fields["churned"] != nil,
        kinds: catalog.fields["kind"]?.kinds ?? [], span: call.name.span, notes: tail.notes)
    }
  }
}
