/// Draws sentiments between -1 and 1 with a given mean and a standard deviation of 0.5.
///
/// A normal number with a mean near the end of the scale would be cut there, and a planted change of the mean
/// would shrink. So the number is bent smoothly into the scale, and moved beforehand so that the mean after
/// bending is the one that was asked for.
struct SentimentScale {
  /// Standard deviation before bending; gives 0.5 after it in the middle of the scale.
  static let spread = 0.58
  private static let steps = 200
  private static let reach = 0.95
  /// What to add the spread to, for means from -`reach` to `reach`.
  private let locations: [Double]

  init() {
    let points = (0..<256).map { Self.spread * normalQuantile((Double($0) + 0.5) / 256) }
    var location = -8.0
    var found: [Double] = []
    for step in 0...Self.steps {
      let mean = (Double(step) / Double(Self.steps) * 2 - 1) * Self.reach
      location = Self.location(ofMean: mean, points, from: location)
      found.append(location)
    }
    locations = found
  }

  /// Bends the whole line into the open interval from -1 to 1.
  static func bent(_ x: Double) -> Double {
    let square = x * x
    return x / (1 + square * square).squareRoot().squareRoot()
  }

  private static func location(ofMean mean: Double, _ points: [Double], from lowest: Double) -> Double {
    var low = lowest
    var high = 8.0
    for _ in 0..<40 {
      let middle = (low + high) / 2
      let reached = points.reduce(0) { $0 + bent(middle + $1) } / Double(points.count)
      if reached < mean { low = middle } else { high = middle }
    }
    return low
  }

  func draw(mean: Double, _ random: inout RandomSource) -> Double {
    let clamped = max(-Self.reach, min(Self.reach, mean))
    let place = (clamped / Self.reach + 1) / 2 * Double(Self.steps)
    let step = min(Int(place), Self.steps - 1)
    let part = place - Double(step)
    let location = locations[step] * (1 - part) + locations[step + 1] * part
    return Self.bent(location + Self.spread * random.normal())
  }
}
