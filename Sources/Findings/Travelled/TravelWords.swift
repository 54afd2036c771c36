import DataModel
import Statistics
import Vocabulary

/// Below this many cases a figure has no verdict.
let leastForVerdict: Double = 10
/// Below this many cases a figure carries a mark.
let leastWithoutMark: Double = 30
/// The accepted share of false findings in a list of many tests.
let travelLevel = 0.10

/// What the note of a row says about its number of cases.
func smallness(_ count: Double) -> String? {
  if count < leastForVerdict { return "too few" }
  return count < leastWithoutMark ? "few" : nil
}

/// `12.3 %`; a share that is not known is a dash.
func percentText(_ share: Double) -> String {
  guard share.isFinite else { return "—" }
  let tenths = Int((share * 1000).rounded(.toNearestOrEven))
  return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(abs(tenths % 10)) %"
}

/// `1 customer`, `12 customers`.
func counted(_ count: Double, _ noun: String) -> String {
  let whole = Int(count)
  return "\(whole) \(whole == 1 ? noun : noun + "s")"
}

/// A length of time from milliseconds: `14 days`, `36 hours`, `90 minutes`.
func lengthText(_ milliseconds: Int64) -> String {
  for (unit, size) in [("day", Int64(86_400_000)), ("hour", 3_600_000), ("minute", 60_000)]
  where milliseconds % size == 0 {
    return counted(Double(milliseconds / size), unit)
  }
  return counted((Double(milliseconds) / 1000).rounded(), "second")
}

/// A median time in seconds, as a sentence has it: `2.5 days`, `14.0 hours`.
func spanText(_ seconds: Double) -> String {
  guard seconds.isFinite else { return "an unknown time" }
  let isLong = seconds >= 2 * 86_400
  let tenths = Int((seconds / (isLong ? 8_640 : 360)).rounded(.toNearestOrEven))
  return "\(tenths / 10).\(tenths % 10) \(isLong ? "days" : "hours")"
}

extension Value {
  /// The number of a sum, 0 where the engine had none.
  var sum: Double { asNumber ?? 0 }

  /// A key as a sentence has it.
  var words: String {
    switch self {
    case .missing: "(none)"
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .boolean(let flag): flag ? "yes" : "no"
    case .period(let period): period.text
    case .instant: ""
    }
  }
}

extension Sequence<Value> {
  /// Keys as a sentence has them: `onboarding, chat`.
  var words: String { map(\.words).joined(separator: ", ") }
}

/// A share with its interval and its n, as four columns.
struct ShareColumns {
  var name: String
  var bad: Direction?
  var givesWay = 0

  var columns: [Column] {
    [
      Column(name, .number, unit: .fraction, part: .figure, bad: bad, givesWay: givesWay),
      Column(name + "_low", .number, unit: .fraction, part: .low(of: name), givesWay: givesWay),
      Column(name + "_high", .number, unit: .fraction, part: .high(of: name), givesWay: givesWay),
      Column(name + "_n", .integer, unit: .count, part: .sampleSize(of: name), givesWay: givesWay),
    ]
  }

  /// Wilson's interval (method 5).
  static func values(_ hits: Double, of count: Double) -> [Value] {
    let interval = Interval.proportion(hits, of: count)
    return [
      .defined(interval.estimate), .defined(interval.low), .defined(interval.high), .integer(Int64(count)),
    ]
  }
}

/// A mean with its interval and its n, as four columns.
struct MeanColumns {
  var name: String
  var isChange = false
  var givesWay = 0

  var columns: [Column] {
    [
      Column(
        name, .number, unit: .score, part: .figure, isChange: isChange, bad: .down, decimals: 2,
        givesWay: givesWay),
      Column(name + "_low", .number, unit: .score, part: .low(of: name), givesWay: givesWay),
      Column(name + "_high", .number, unit: .score, part: .high(of: name), givesWay: givesWay),
      Column(name + "_n", .integer, unit: .count, part: .sampleSize(of: name), givesWay: givesWay),
    ]
  }

  /// Student's interval of count, sum and sum of squares, clipped to the scale.
  static func values(_ sums: ArraySlice<Value>, within scale: ClosedRange<Double>) -> [Value] {
    let numbers = sums.map(\.sum)
    let interval = Interval.mean(
      of: Moments(count: numbers[0], sum: numbers[1], sumOfSquares: numbers[2]), within: scale)
    return [
      .defined(interval.estimate), .defined(interval.low), .defined(interval.high),
      .integer(Int64(numbers[0])),
    ]
  }
}
