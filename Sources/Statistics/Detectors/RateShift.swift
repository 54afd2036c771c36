/// A single rate against its own past, with a wobble that is given instead of learned; NaN where undefined.
public struct RateShift: Sendable, Hashable {
  /// The ratio of rates, half an event added to each count.
  public let ratio: Double
  /// The current events if the rate had not changed.
  public let expected: Double
  /// The mid-p of a move at least this bad.
  public let p: Double

  /// The relative variance between periods that is assumed: 5 % from week to week.
  public static let assumedWobble = 0.0025

  /// A spike: the last period against earlier ones, such as escalations per ticket.
  ///
  /// - Parameters:
  ///   - current: events and exposure of the last period.
  ///   - earlier: events and exposure of the earlier periods together.
  ///   - periods: how many earlier periods there are.
  ///   - wobble: the relative variance between periods.
  public static func spike(
    current: (events: Double, exposure: Double), earlier: (events: Double, exposure: Double),
    periods: Int, wobble: Double = assumedWobble
  ) -> RateShift {
    guard periods >= 1 else { return .undefined }
    return RateShift(
      WindowSums(previous: earlier, current: current), bad: .up, wobble: wobble * (1 + 1 / Double(periods)))
  }

  /// A collapse: the current window against an earlier one of as many periods, such as feedback per interaction.
  ///
  /// - Parameters:
  ///   - current: events and exposure of the current window.
  ///   - earlier: events and exposure of the earlier window.
  ///   - periods: how many periods each window has.
  ///   - wobble: the relative variance between periods.
  public static func collapse(
    current: (events: Double, exposure: Double), earlier: (events: Double, exposure: Double),
    periods: Int, wobble: Double = assumedWobble
  ) -> RateShift {
    guard periods >= 1 else { return .undefined }
    return RateShift(
      WindowSums(previous: earlier, current: current), bad: .down, wobble: wobble * 2 / Double(periods))
  }

  private init(_ sums: WindowSums, bad: BadDirection, wobble: Double) {
    guard sums.total > 0, sums.currentExposure > 0, sums.previousExposure > 0 else {
      self = .undefined
      return
    }
    let share = sums.currentShare
    let sampling = sums.total * share * (1 - share)
    let variance = sampling + wobble * sampling * sampling
    ratio = sums.ratio
    expected = sums.expected
    let z = (sums.current - sums.total * share) / variance.squareRoot()
    p = conditionalMidP(sums, bad: bad, variance: variance, z: z)
  }

  private static let undefined = RateShift()

  private init() { (ratio, expected, p) = (.nan, .nan, .nan) }
}
