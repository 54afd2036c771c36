/// The zone in whose days and weeks events are counted.
public enum Zone: Hashable, Sendable {
  /// Seconds east of UTC.
  case offset(Int)
  /// A name of the IANA data base, such as `America/New_York`.
  case named(String)

  public static let utc = Zone.offset(0)

  /// `UTC`, `+02:00`, `America/New_York`.
  public var text: String {
    switch self {
    case .named(let name): return name
    case .offset(0): return "UTC"
    case .offset(let seconds):
      let minutes = abs(seconds) / 60
      return (seconds < 0 ? "-" : "+") + twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60)
    }
  }

  /// Reads `UTC`, `Z`, `+02:00`, `-0800`; anything else is taken as a name.
  public init(_ text: String) {
    self = Zone.offsetSeconds(text).map { .offset($0) } ?? .named(text)
  }

  private static func offsetSeconds(_ text: String) -> Int? {
    if ["utc", "z", "gmt"].contains(text.lowercased()) { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 4 || digits.count == 2, let number = Int(digits) else { return nil }
    let (hours, minutes) = digits.count == 4 ? (number / 100, number % 100) : (number, 0)
    guard hours <= 18, minutes < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
