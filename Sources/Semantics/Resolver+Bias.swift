import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `bias`.
extension Resolver {
  /// The name of the dimension that tells who had a ticket.
  public static let hadTicket = "had_ticket"

  /// - Throws: `Mistakes`.
  public func resolveBias(_ call: FinderCall) throws -> ResolvedBias {
    try collect {
      let measures = [MeasureName.nps, .csat, .ces].map { Measure($0) }.filter { measure in
        measure.statistics.compactMap(\.field).allSatisfy(isSurveyField)
          && (measure.statistics.flatMap(\.fields)).allSatisfy(isSurveyField)
      }
      if measures.isEmpty, !catalog.sources.isEmpty {
        report(
          .measureWithoutData(
            "bias", needs: "surveys with nps_score, csat_score or ces_score", span: call.name.span,
            hint: "load surveys \"FILE.csv\" with (nps_score = COLUMN)"))
      }
      require(.customer, for: call)
      var tail = try self.tail(of: call, kinds: nil, places: [.persona])
      for (key, written) in zip(tail.keys, call.tail.keys) {
        if case .steps = key.form { report(.stepsAsStrata(span: written.span)) }
      }
      if call.tail.keys.isEmpty, loadedKinds.contains(.ticket) {
        tail.keys.append(
          ResolvedKey(
            name: Self.hadTicket, form: .condition(.compare(.kind, .equal, .text(EventKind.ticket.rawValue))))
        )
      }
      requirePlaces(tail.keys, of: call)
      check(tail.scope.condition, kinds: [.survey], named: "bias", of: call)
      let isListed = { (field: FieldReference) in
        self.catalog.fields[field.name].map { !$0.customerColumns.isEmpty && $0.columns.isEmpty } ?? false
      }
      let ofCustomers = tail.keys.filter { key in
        if case .field(let field) = key.form { isListed(field) } else { false }
      }
      return ResolvedBias(
        tail: tail, ofCustomers: Set(ofCustomers.map(\.name)), measures: measures,
        countsListed: tail.scope.condition == nil && tail.scope.days == nil
          && catalog.sources.contains { $0.kind == .customers },
        hasResponseTime: catalog.fields[Role.responseTime.rawValue]?.kinds.contains(.survey) ?? false)
    }
  }

  private func isSurveyField(_ field: FieldReference) -> Bool {
    Self.isUniversal(field) || catalog.fields[field.name]?.kinds.contains(.survey) ?? false
  }
}
