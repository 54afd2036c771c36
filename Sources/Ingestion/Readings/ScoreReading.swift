/// How a column writes the answers of a scale, and how they become the role's own scale.
struct ScoreReading: Equatable, Sendable {
  enum Form: Equatable, Sendable {
    case number(NumberStyle)
    /// `4 - Very helpful`, `4/5`: the number in front.
    case leadingNumber
    case labels(NumberLabels)
  }
  var form: Form
  /// The scale of the file.
  var scale: ClosedRange<Double>
  /// The scale of the role.
  var target: ClosedRange<Double>
  var highIsGood = true

  /// The file's numbers stay as they are.
  var isIdentity: Bool { scale == target && highIsGood }

  /// The SQL for the number as it stands, null where there is none.
  func number(_ cell: String) -> String {
    switch form {
    case .number(let style): style.double(cell)
    case .leadingNumber: "try_cast(regexp_extract(\(cell), '^([+-]?\\d+([.,]\\d+)?)', 1) as double)"
    case .labels(let labels): labels.sql(cell)
    }
  }

  /// The SQL for the answer as DECIMAL(9,6) on the role's scale; null where it is none or outside of the file's scale.
  func sql(_ cell: String) -> String {
    let value = number(cell)
    let inside = "\(value) between \(decimalText(scale.lowerBound)) and \(decimalText(scale.upperBound))"
    return "(case when \(inside) then cast(\(rescaled(value)) as decimal(9,6)) end)"
  }

  private func rescaled(_ value: String) -> String {
    if isIdentity { return value }
    let factor = (target.upperBound - target.lowerBound) / (scale.upperBound - scale.lowerBound)
    let distance =
      highIsGood
      ? "(\(value)) - (\(decimalText(scale.lowerBound)))" : "\(decimalText(scale.upperBound)) - (\(value))"
    return "\(decimalText(target.lowerBound)) + (\(distance)) * cast(\(factor) as double)"
  }

  /// The scales that a role's numbers are tried on, the first that holds nearly all of them wins.
  static func standardScales(for role: ScoredRole) -> [ClosedRange<Double>] {
    switch role {
    case .sentiment:
      [
        -1...1, 0...1, 1...3, 0...4, 1...5, -2...2, -5...5, 0...5, 1...7, 1...10, 0...10, -10...10, 0...100,
        -100...100,
      ]
    case .nps: [0...10, 0...100]
    case .oneToFive: [1...5, 0...1, 0...5, 1...7, 1...10, 0...10, 0...100]
    case .oneToSeven: [1...7, 0...1, 0...7, 1...10, 0...10, 0...100]
    }
  }
}

/// What the scales of a role have in common.
enum ScoredRole: Equatable, Sendable { case sentiment, nps, oneToFive, oneToSeven }
