import DataModel
import Vocabulary

/// A reading to try on a column: what the engine counts for it and what the counts mean.
struct Candidate: Sendable {
  /// Aggregates over the trimmed cells.
  var aggregates: [String]
  /// What the reading does with the column, from the aggregates' values.
  var finish: @Sendable ([Int]) -> Trial

  /// A reading that was tried.
  struct Trial: Sendable {
    var reading: Reading
    /// Cells that it can read.
    var fits: Int
    /// All that it can read is the same answer.
    var isOneAnswer = false
  }

  /// A reading that is known already.
  init(_ reading: Reading, cell: String) {
    var counts = ["count(\(reading.sql(cell)))"]
    if case .apart(let words, _) = reading {
      counts.append("count(*) filter (lower(\(cell)) in \(sqlTexts(words)))")
    }
    aggregates = counts
    finish = { Trial(reading: reading, fits: $0.reduce(0, +)) }
  }

  /// A text behind its title; the title's column need not be at hand.
  init(titledBy title: Int, cell: String) {
    aggregates = ["count(\(cell))"]
    finish = { Trial(reading: .titled(by: title), fits: $0[0]) }
  }

  /// Answers whose scale is to be recognised.
  init(_ form: ScoreReading.Form, purpose: ScorePurpose, apart: [String], cell: String) {
    let scales = purpose.scale.map { [$0] } ?? ScoreReading.standardScales(for: purpose.scoredRole)
    let probe = ScoreReading(form: form, scale: purpose.target, target: purpose.target)
    let value = probe.number(cell)
    func within(_ low: Double, _ high: Double) -> String {
      "count(*) filter (\(value) between \(decimalText(low)) and \(decimalText(high)))"
    }
    var counts = ["count(\(value))", "count(*) filter (\(value) < 0)", "count(*) filter (\(value) < 1)"]
    counts += scales.map { within($0.lowerBound, $0.upperBound) }
    counts.append(apart.isEmpty ? "0" : "count(*) filter (lower(\(cell)) in \(sqlTexts(apart)))")
    counts.append("coalesce(cast(max(\(value)) = min(\(value)) as integer), 0)")
    aggregates = counts
    finish = { counts in
      let inside = Array(counts[3..<(3 + scales.count)])
      let choice = purpose.choose(
        scales, inside: inside, all: counts[0], belowZero: counts[1], belowOne: counts[2])
      let reading = ScoreReading(
        form: form, scale: scales[choice], target: purpose.target, highIsGood: purpose.highIsGood)
      return Trial(
        reading: .score(reading).apart(from: apart), fits: inside[choice] + counts[counts.count - 2],
        isOneAnswer: counts.last == 1)
    }
  }
}

extension Reading {
  /// The reading with words that stand for a missing value set apart.
  func apart(from words: [String]) -> Reading { words.isEmpty ? self : .apart(words, self) }
}

/// What is known of a column of answers before its cells are read.
struct ScorePurpose: Sendable {
  var scoredRole: ScoredRole
  var target: ClosedRange<Double>
  /// The scale that the user told.
  var scale: ClosedRange<Double>?
  var highIsGood: Bool

  init?(_ role: Role, scale: ClosedRange<Double>?, highIsGood: Bool) {
    guard let target = role.scale else { return nil }
    self.target = target
    self.scale = scale
    self.highIsGood = highIsGood
    switch role {
    case .sentiment: scoredRole = .sentiment
    case .npsScore: scoredRole = .nps
    case .cesScore: scoredRole = .oneToSeven
    default: scoredRole = .oneToFive
    }
  }

  /// The position of the scale that fits: the first that holds every value, else the first that holds 99 of 100.
  ///
  /// A scale from 0 wants values below 1 and one from below 0 wants negative ones, unless it is the role's own.
  func choose(
    _ scales: [ClosedRange<Double>], inside: [Int], all: Int, belowZero: Int, belowOne: Int
  ) -> Int {
    let possible = scales.indices.filter { position in
      let low = scales[position].lowerBound
      // A hundred answers without a negative one are hardly on a scale around zero.
      if low < 0 { return belowZero > 0 || (position == 0 && all < 100) }
      return low > 0 || belowOne > 0 || position == 0
    }
    let exact = possible.first { inside[$0] == all }
    let near = possible.first { inside[$0] * 100 >= all * 99 }
    let best = possible.max { (inside[$0], -$0) < (inside[$1], -$1) }
    return exact ?? near ?? best ?? 0
  }
}
