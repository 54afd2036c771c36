/// The three kinds of customer that Northbank's research describes.
enum Persona: Int, CaseIterable {
  case digitalNative, branchLoyalist, escalator

  var name: String {
    switch self {
    case .digitalNative: "digital native"
    case .branchLoyalist: "branch loyalist"
    case .escalator: "escalator"
    }
  }

  /// Share of all customers.
  var share: Double { [0.47, 0.40, 0.13][rawValue] }

  /// How much the persona's mood lies off the average of everybody.
  var sentimentShift: Double { [0.02, 0.08, -0.22][rawValue] }

  /// How much more or less than its share of tickets the persona takes of a kind of event.
  func weight(_ kind: EventKind) -> Double {
    switch kind {
    case .ticket: 1
    case .mention: [1.2, 0.5, 0.9][rawValue]
    case .review: [1.3, 0.6, 0.5][rawValue]
    case .survey: [0.7, 1.5, 0.6][rawValue]
    case .call: [0.8, 1.0, 1.3][rawValue]
    case .interaction: [1.3, 0.9, 0.5][rawValue]
    }
  }

  /// Chance that a ticket of this persona is escalated, in a place where nothing is wrong.
  var escalation: Double { [0.04, 0.03, 0.27][rawValue] }

  /// Chance that a ticket of this persona is opened again.
  var reopening: Double { [0.05, 0.04, 0.21][rawValue] }

  /// Chance that a contact is about a problem that the customer has reported a few days before.
  var repetition: Double { [0.11, 0.08, 0.36][rawValue] }

  /// Chance to leave within the half year.
  var churn: Double { [0.05, 0.025, 0.12][rawValue] }

  /// Median contract value in pounds a year.
  var annualValue: Double { [190, 420, 310][rawValue] }
}
