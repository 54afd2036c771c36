import Vocabulary

/// What the values of a field are, and so what may be done with them.
public enum FieldType: String, Sendable, Hashable {
  case text
  case boolean
  /// Whole numbers and fixed-point numbers of 6 decimals: sums are exact.
  case number
  /// Milliseconds.
  case duration
  case instant

  /// As a message names it: `a time`, `a number`.
  public var phrase: String {
    switch self {
    case .text: "text"
    case .boolean: "true or false"
    case .number: "a number"
    case .duration: "a duration"
    case .instant: "a time"
    }
  }
}

extension Role {
  /// The type of the column that a role fills.
  public var fieldType: FieldType {
    switch self {
    case .time, .joined, .churned: .instant
    case .sentiment, .npsScore, .csatScore, .cesScore, .stars, .amount, .annualValue, .stakes, .effort:
      .number
    case .escalated, .reopened, .resolved, .answered, .firstContact: .boolean
    case .responseTime, .resolutionTime, .handleTime: .duration
    case .kind, .id, .customer, .persona, .stage, .channel, .touchpoint, .topic, .team, .text, .segment,
      .owner, .owned:
      .text
    }
  }

  /// The range onto which the role's numbers are rescaled, nil where they stay as they are.
  public var scale: ClosedRange<Double>? {
    switch self {
    case .sentiment: -1...1
    case .npsScore: 0...10
    case .csatScore, .stars: 1...5
    case .cesScore: 1...7
    default: nil
    }
  }

  /// Roles that a file of customers or of touchpoints has and an event has not.
  public var describesCustomer: Bool { [.persona, .segment, .joined, .churned, .annualValue].contains(self) }
  public var describesTouchpoint: Bool {
    [.stage, .channel, .owner, .team, .owned, .stakes, .effort].contains(self)
  }
}
