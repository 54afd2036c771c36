import DataModel
import Diagnostics
import Findings
import Semantics
import Syntax
import Vocabulary

/// What is planned for the fixes of `priorities`, and what a contact costs.
extension Workspace {
  func performPlan(_ plan: PlanStatement) throws -> Performed {
    guard let listed = fixes.listed, listed.indices.contains(plan.number - 1) else {
      throw Mistakes(.noSuchFix(plan.number, of: fixes.listed?.count, span: plan.numberSpan))
    }
    let place = listed[plan.number - 1]
    fixes.add(
      FixPlan(
        owner: plan.owner?.text, target: try plan.target.map(checked),
        due: plan.due.flatMap { point in
          if case .day(let year, let month, let day) = point {
            CivilDate(year: year, month: month, day: day).dayNumber
          } else {
            nil
          }
        }), for: place)
    let said = [
      plan.owner?.text, plan.target.map { "target \($0.printed)" }, plan.due.map { "due \($0.printed)" },
    ].compactMap { $0 }
    return Performed(narration: ["Fix \(plan.number): \(said.joined(separator: ", ")). priorities shows it."])
  }

  /// The target's measure exists, and its value is of its unit.
  private func checked(_ target: PlanTarget) throws -> FixTarget {
    let unit = try resolved(target).items[0].expression.unit
    let name = target.measure.printed
    switch (target.value.form, unit) {
    case (.duration(let length), .seconds): return FixTarget(target, bound: length.milliseconds / 1000)
    case (.number(let number), let unit) where unit != .seconds:
      return FixTarget(target, bound: number.isPercent ? number.value / 100 : number.value)
    default:
      throw Mistakes(
        .targetValue(
          target.value.printed, measure: name, isDuration: unit == .seconds, span: target.value.span))
    }
  }

  private func resolved(_ target: PlanTarget) throws -> ResolvedShow {
    let item = MeasureItem(expression: target.measure, span: target.span)
    let show = try resolving { try $0.resolveShow([item], Tail(), span: target.span) }
    if show.items.contains(where: { $0.expression.measures.contains(where: \.isAboutCustomers) }) {
      throw Mistakes(
        .invalid(
          "\(target.measure.printed) is about customers, not about a place", code: "target-measure",
          span: target.span, hint: "csat, sentiment, escalation_rate or another measure of events"))
    }
    return show
  }

  /// What the measure of a target stands at among some events.
  func standing(_ target: FixTarget, in scope: Scope) throws -> Estimate? {
    var show = try resolved(target.written)
    show.scope = show.scope.narrowed(to: scope.condition).during(scope.days)
    let table = try ShowFinder(show, runner: self, calendar: try calendar()).table()
    guard let row = table.rows.first, let value = row.first else { return nil }
    var estimate = Estimate(value: value)
    if row.count >= 4 { (estimate.low, estimate.high, estimate.count) = (row[1], row[2], row[3]) }
    return estimate
  }

  func performCost(_ amount: NumberLiteral) throws -> Performed {
    guard amount.value > 0, amount.value.isFinite, !amount.isPercent else {
      throw Mistakes(.costRange(amount.printed, span: amount.span))
    }
    fixes.costPerContact = amount.value
    return Performed(narration: ["A contact costs \(amount.printed). priorities says what each place costs."])
  }

  /// Keeps the places of `priorities`, which `plan` refers to.
  func noteFixes(_ finder: any Finder, _ table: Table) {
    guard finder is PrioritiesFinder else { return }
    let names = finder.keys.map { $0.name.lowercased() }
    fixes.listed = table.rows.map {
      Dictionary(zip(names, $0.prefix(names.count)), uniquingKeysWith: { first, _ in first })
    }
  }
}
