/// The stages of Northbank's customer journey, in their order.
enum Stage: Int, CaseIterable {
  case awareness, consideration, purchase, onboarding, retention, advocacy

  var name: String { String(describing: self) }

  /// What people write about at this stage, a section for each topic.
  var words: String {
    switch self {
    case .awareness: awarenessWords
    case .consideration: considerationWords
    case .purchase: purchaseWords
    case .onboarding: onboardingWords
    case .retention: retentionWords
    case .advocacy: advocacyWords
    }
  }

  /// Logarithm of how busy the stage is, beside the middle one.
  var logSize: Double {
    switch self {
    case .awareness: -0.35
    case .consideration: -0.1
    case .purchase: 0.05
    case .onboarding: 0.35
    case .retention: 0.3
    case .advocacy: -0.25
    }
  }

  /// How people feel at this stage on average, on the scale from -1 to 1.
  var sentiment: Double {
    switch self {
    case .awareness: 0.05
    case .consideration: 0.04
    case .purchase: 0
    case .onboarding: -0.05
    case .retention: -0.1
    case .advocacy: 0.15
    }
  }

  /// How well the bank knows who is writing.
  var acquaintance: Acquaintance {
    switch self {
    case .awareness, .consideration: .prospect
    case .purchase, .onboarding: .newcomer
    case .retention, .advocacy: .customer
    }
  }
}

/// Who takes part in a stage: people who are not customers yet, new ones, or settled ones.
enum Acquaintance {
  case prospect, newcomer, customer
}
