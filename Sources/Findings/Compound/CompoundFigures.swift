import DataModel
import Semantics
import Statistics

/// The columns that one signal of `compound` fills.
struct CompoundFigures {
  struct Names {
    var previous, current, effect, relative, p, persistent: String
    /// Only of a ratio.
    var excess: String
    /// What stands behind `everybody_`, `wobble_` and `rho_`.
    var fact: String
  }

  let scanned: ScannedSignal
  let names: Names
  /// The windows show cases (tickets, mentions), as in the method's table; else the measure itself.
  let showsCases: Bool

  private var signal: ResolvedSignal { scanned.signal }

  /// Columns named after the measure, such as `csat_prev` and `csat_change`.
  init(_ scanned: ScannedSignal) {
    let name = scanned.signal.name
    let effect = name + (scanned.signal.isRatio ? "_ratio" : "_change")
    let names = Names(
      previous: name + "_prev", current: name + "_cur", effect: effect, relative: effect + "_rel",
      p: name + "_p", persistent: name + "_persist", excess: name + "_excess", fact: name)
    self.init(scanned, names, showsCases: scanned.signal.form == .count)
  }

  private init(_ scanned: ScannedSignal, _ names: Names, showsCases: Bool) {
    self.scanned = scanned
    self.names = names
    self.showsCases = showsCases
  }

  /// The columns of method 3.12 for tickets.
  static func tickets(_ scanned: ScannedSignal) -> CompoundFigures {
    CompoundFigures(
      scanned,
      Names(
        previous: "tickets_prev", current: "tickets_cur", effect: "ticket_ratio",
        relative: "ticket_ratio_rel", p: "ticket_p", persistent: "persist_ratio", excess: "excess_tickets",
        fact: "tickets"), showsCases: true)
  }

  /// The columns of method 3.12 for sentiment.
  static func sentiment(_ scanned: ScannedSignal) -> CompoundFigures {
    CompoundFigures(
      scanned,
      Names(
        previous: "mentions_prev", current: "mentions_cur", effect: "sent_change",
        relative: "sent_change_rel", p: "sent_p", persistent: "persist_change", excess: "",
        fact: "sentiment"), showsCases: true)
  }

  /// The same of all cells added up.
  var whole: CompoundFigures { CompoundFigures(scanned.whole, names, showsCases: showsCases) }

  var effectUnit: Unit { signal.isRatio ? .ratio : signal.measure.unit }
  var wobbleUnit: Unit { signal.isRatio ? .fraction : signal.measure.unit }
  private var effectDecimals: Int? { effectUnit == .ratio || effectUnit == .score ? 2 : nil }

  // MARK: - Columns

  var columns: [Column] { windows + effects }

  var persistence: Column {
    Column(
      names.persistent, .number, unit: effectUnit, isChange: !signal.isRatio, decimals: effectDecimals,
      givesWay: 6)
  }

  private var windows: [Column] {
    let givesWay = signal.isRatio ? 1 : 5
    if showsCases {
      return [names.previous, names.current].map {
        Column($0, .integer, unit: .count, givesWay: givesWay)
      }
    }
    return [names.previous, names.current].map { Column($0, .number, unit: signal.measure.unit, givesWay: 1) }
      + [countName("_n_prev"), countName("_n_cur")].map {
        Column($0, .integer, unit: .count, givesWay: 5)
      }
  }

  private func countName(_ ending: String) -> String { signal.name + ending }

  private var effects: [Column] {
    let effects = [
      Column(
        names.effect, .number, unit: effectUnit, part: .figure, isChange: !signal.isRatio, bad: signal.bad,
        decimals: effectDecimals),
      Column(
        names.relative, .number, unit: effectUnit, isChange: !signal.isRatio, bad: signal.bad,
        decimals: effectDecimals, givesWay: 4),
    ]
    guard signal.isRatio else { return effects }
    return effects + [
      Column(names.excess, .number, unit: .count, isChange: true, decimals: 0, givesWay: 4)
    ]
  }

  // MARK: - Values

  func values(_ cell: ScanCell, _ evidence: SignalEvidence, _ windows: ScanWindows) -> [Value] {
    let effects: [Value] = [.defined(evidence.effect), .defined(evidence.relativeEffect)]
    return figures(cell, evidence, windows) + effects + (signal.isRatio ? [.defined(evidence.excess)] : [])
  }

  /// What the windows hold, without a viral period.
  private func figures(_ cell: ScanCell, _ evidence: SignalEvidence, _ windows: ScanWindows) -> [Value] {
    if showsCases { return [.integer(Int64(evidence.previous)), .integer(Int64(evidence.current))] }
    let current = windows.current.filter { $0 != cell.viralPeriod }
    return [
      scanned.estimate(cell.index, over: windows.previous).value,
      scanned.estimate(cell.index, over: current).value,
      scanned.cases(cell.index, over: windows.previous), scanned.cases(cell.index, over: current),
    ]
  }

  /// The ALL row of this signal.
  func facts(_ cell: ScanCell, _ evidence: SignalEvidence, _ windows: ScanWindows) -> [Fact] {
    let shown = self.windows + effects.prefix(1)
    let values = figures(cell, evidence, windows) + [.defined(evidence.effect)]
    return zip(shown, values).map { Fact(Table.everybodyPrefix + $0.name, $1, unit: $0.unit) }
  }
}
