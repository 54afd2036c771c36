import DataModel
import Semantics
import Statistics
import Syntax
import Vocabulary

/// What `priorities` says in plain words.
struct PrioritiesWords {
  let finder: PrioritiesFinder
  let found: CompoundScan
  let fixes: [Fix]

  // MARK: - Above

  var explanation: [String] {
    guard !fixes.isEmpty else { return [nothing] }
    return [headline, sensitivity].compactMap { $0 }
  }

  private var window: String { finder.compound.periods.currentDays.text }

  private var nothing: String {
    "No place got worse in both signals in \(window); \(found.scan.eligibleCells) of \(found.scan.cells.count)"
      + " cells have enough data to say so. Not flagged is not fine."
  }

  private var headline: String {
    let sure = fixes.count { $0.cell.status == .compound }
    let what = fixes.count == 1 ? "The fix" : "The \(fixes.count) fixes"
    let watched = fixes.count - sure
    let filled =
      watched == 0
      ? ""
      : " \(watched) of them only to watch, where chance is not ruled out."
    return "\(what) with the highest impact for the effort, from \(window):"
      + " customers reached × severity ÷ effort." + filled
  }

  /// Whether the order would stand if one effort were one step off.
  private var sensitivity: String? {
    let listed = fixes.filter { $0.cell.status == fixes[0].cell.status }
    guard let first = listed.first?.range else { return nil }
    let total = found.scan.cells(listed[0].cell.status).count
    guard total > 1 else { return nil }
    if listed.allSatisfy({ $0.range.map { $0.low == $0.high } ?? true }) {
      return "The order stays the same if any one effort is one step off (1, 2, 3, 5, 8)."
    }
    let leaving = listed.filter { ($0.range?.high ?? 0) > finder.query.count }.map(name)
    let stays = first.high == 1
    let start = "If any one effort is one step off (1, 2, 3, 5, 8), the first "
    let top = stays ? "stays first" : "can fall to place \(first.high)"
    guard !leaving.isEmpty else { return start + top + "; all stay in the list." }
    return start + top + "; " + leaving.joined(separator: ", ") + " can leave the list."
  }

  private func name(_ fix: Fix) -> String { fix.keys.map(words).joined(separator: ", ") }

  private func words(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .boolean(let flag): flag ? "yes" : "no"
    case .integer(let whole): "\(whole)"
    case .number(let number): twoDecimals(number)
    case .missing, .instant, .period: "(none)"
    }
  }

  // MARK: - Below

  var notes: [String] { tooMany + lacking + targets + costs + unproven }

  /// What a target cannot be held against, or hardly.
  private var targets: [String] {
    fixes.compactMap { fix in
      guard let target = fix.plan?.target else { return nil }
      let measure = target.written.measure.printed
      guard let now = fix.standing, !now.value.isMissing else {
        return "\(name(fix)) has no \(measure) in \(window): the target cannot be followed there."
      }
      guard let n = now.count.asNumber, n < 10 else { return nil }
      return "\(measure) of \(name(fix)) rests on \(Int(n)) only: too few for a verdict."
    }
  }

  private var costs: [String] {
    guard finder.plansOfFixes.costPerContact != nil, !fixes.isEmpty else { return [] }
    let value =
      finder.annualValue == nil
      ? "What the customers are worth is not known: load customers … with (annual_value = COLUMN)."
      : "annual_value is what the customers reached are worth in a year, not what is lost."
    return ["cost: tickets beyond everybody's course in \(window), at your cost of a contact.", value]
  }

  private var tooMany: [String] {
    guard finder.query.count > PrioritiesFinder.mostFixes else { return [] }
    return [
      "More than \(PrioritiesFinder.mostFixes) at once: 40 action items will be ignored; three with an owner each are done."
    ]
  }

  /// A fix that nobody owns or whose effort nobody has said, with the statement that says it.
  private var lacking: [String] {
    let owners = fixes.filter { $0.owner == nil }.map {
      "Nobody owns \(name($0)): owner \"…\" where \(test($0))"
    }
    let efforts = fixes.filter { !$0.cell.isEffortKnown }.map {
      "The effort of \(name($0)) is assumed (3?): effort 3 where \(test($0))"
    }
    return owners + efforts
  }

  private var unproven: [String] {
    fixes.contains { $0.cell.status == .watch }
      ? ["watch: both signals got worse, but chance is not ruled out; look before you spend effort."] : []
  }

  /// The place as it is typed behind `where`.
  func test(_ fix: Fix) -> String { finder.keys.test(for: fix.keys) }

  var next: [String] {
    guard let first = fixes.first else { return ["compound"] }
    let plan = first.plan == nil ? ["plan 1 owner \(Literal(.text(first.owner ?? "…")).printed)"] : []
    return plan + ["events of $[1] | keep time, kind, text | top 5 by time"]
  }
}

extension [ResolvedKey] {
  /// A place as it is typed behind `where`.
  func test(for place: [Value]) -> String {
    zip(self, place).map { key, value in
      let field = Word(key.fieldName ?? key.name).printed
      switch value {
      case .text(let text): return "\(field) = \(Literal(.text(text)).printed)"
      case .boolean(let flag): return flag ? field : "not \(field)"
      case .integer(let whole): return "\(field) = \(whole)"
      case .number(let number): return "\(field) = \(twoDecimals(number))"
      case .missing, .instant, .period: return "\(field) is missing"
      }
    }.joined(separator: " and ")
  }
}
