/// The kinds of event that the sample holds; mentions and reviews share a file.
enum EventKind: Int, CaseIterable {
  case ticket, mention, review, survey, call, interaction

  /// Share of all events.
  var share: Double {
    switch self {
    case .ticket: 0.35
    case .mention: 0.22
    case .review: 0.08
    case .survey: 0.10
    case .call: 0.10
    case .interaction: 0.15
    }
  }

  /// Weekly wobble of the counts, as a share: what makes a week differ from the next beyond chance.
  var wobble: Double { self == .ticket ? 0.12 : 0.08 }
}
