/// How well a touchpoint's traffic is covered by feedback.
public enum Coverage: String, Sendable, Hashable, CaseIterable {
  /// Too little traffic to expect feedback.
  case quiet
  /// Traffic and no feedback at all.
  case blind
  /// Fewer than 10 answers, or surely less than a quarter of the usual rate.
  case thin
  /// Enough feedback.
  case covered

  /// The coverage of a touchpoint.
  ///
  /// - Parameters:
  ///   - interactions: its traffic.
  ///   - feedback: mentions and answers about it.
  ///   - overallRate: feedback per interaction over all touchpoints.
  ///   - minimumInteractions: traffic from which feedback is expected.
  public init(
    interactions: Double, feedback: Double, overallRate: Double, minimumInteractions: Double = 30
  ) {
    if interactions < minimumInteractions {
      self = .quiet
    } else if feedback == 0 {
      self = .blind
    } else {
      let share = Interval.proportion(min(feedback, interactions), of: interactions)
      self = feedback < 10 || share.high < 0.25 * overallRate ? .thin : .covered
    }
  }
}
