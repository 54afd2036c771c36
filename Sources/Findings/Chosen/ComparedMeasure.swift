import DataModel
import Planning
import Semantics
import Vocabulary

/// A measure of two sets of events side by side.
struct ComparedMeasure {
  let figure: ResolvedComparison.Figure
  let first: Estimate
  let second: Estimate
  /// The cases of each side; 0 where the measure is not known.
  let sizes: (Double, Double)
  let change: Change
  /// Corrected over all measures.
  var q = Double.nan

  /// - Parameters: the sums in the order of the figure's statistics.
  init(_ figure: ResolvedComparison.Figure, _ first: [Value], _ second: [Value]) {
    self.figure = figure
    let own = figure.measure.statistics.count
    let sums = (Array(first.prefix(own)), Array(second.prefix(own)))
    self.first = figure.measure.finish(sums.0)
    self.second = figure.measure.finish(sums.1)
    sizes = (Self.size(of: figure, first), Self.size(of: figure, second))
    change = figure.measure.change(sums.0, sums.1, exposures: (1, 1))
  }

  var measure: Measure { figure.measure }

  private static func size(of figure: ResolvedComparison.Figure, _ sums: [Value]) -> Double {
    if figure.cases != nil { return sums.last?.sum ?? 0 }
    switch figure.measure.form {
    // Nothing of its kind happened on this side: no figure of it.
    case .quotient: return sums[0].sum == 0 ? 0 : sums[1].sum
    case .count, .total, .proportion, .balance, .mean, .value:
      return FigureWords(figure.measure).cases(sums) ?? 0
    }
  }

  /// It has cases on both sides.
  var isKnown: Bool { sizes.0 > 0 && sizes.1 > 0 }
  var isSmall: Bool { min(sizes.0, sizes.1) < leastForVerdict }
  var difference: Double { change.change.asNumber ?? .nan }

  /// The probability of such a difference by chance; NaN below 10 cases and where no test fits.
  var p: Double { isSmall ? .nan : change.p.asNumber ?? .nan }

  var isFlagged: Bool { verdict == .better || verdict == .worse }

  var verdict: ComparisonVerdict {
    if isSmall { return .tooFew }
    guard figure.isTested, p.isFinite else { return .untested }
    guard q <= travelLevel, difference != 0 else { return .same }
    return (difference > 0) == (measure.bad == .up) ? .worse : .better
  }

  /// What its numbers count, as the column `unit` has it.
  var unit: String {
    switch measure.unit {
    case .points: "points"
    case .fraction: "share"
    case .score: "score"
    case .seconds: "seconds"
    case .currency: "amount"
    case .none, .count, .ratio, .probability: "per customer"
    }
  }
}

/// A difference that turns round within the parts of a dimension (Simpson's paradox).
struct Reversal {
  var measure: String
  var dimension: String
  /// Parts that differ the other way, of those with a figure on both sides.
  var reversed: [String]
  var parts: Int

  /// The measures whose difference turns round within most parts of a dimension, weighted by the smaller n; cases
  /// without the dimension are a part too, and parts with fewer than 10 cases on a side say nothing.
  static func all(
    of measures: [ComparedMeasure], within dimension: String, _ first: GroupedSums, _ second: GroupedSums
  ) -> [Reversal] {
    let others = Dictionary(second.rows.map { ($0.keys, $0.sums) }) { first, _ in first }
    var position = 0
    return measures.compactMap { compared in
      let range = position..<position + compared.measure.statistics.count
      position = range.upperBound
      var reversal = Reversal(measure: compared.measure.name, dimension: dimension, reversed: [], parts: 0)
      var (weight, against) = (0.0, 0.0)
      for row in first.rows {
        guard let other = others[row.keys] else { continue }
        let part = ComparedMeasure(compared.figure, Array(row.sums[range]), Array(other[range]))
        guard !part.isSmall, part.difference.isFinite else { continue }
        let smaller = min(part.sizes.0, part.sizes.1)
        weight += smaller
        reversal.parts += 1
        if part.difference * compared.difference < 0 {
          against += smaller
          reversal.reversed.append(row.keys.words)
        }
      }
      return reversal.parts > 1 && against > weight / 2 ? reversal : nil
    }
  }
}
