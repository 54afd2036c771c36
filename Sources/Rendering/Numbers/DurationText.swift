/// Durations in words, at most two units: `3 d 4 h`, `2 h 14 min`, `45 s`.
enum DurationText {
  /// The length of a duration in seconds, without its sign.
  static func magnitude(_ seconds: Double) -> String {
    let length = seconds.magnitude
    guard length.isFinite else { return "∞" }
    if length < 9.95, length != length.rounded() { return NumberText.fixed(length, decimals: 1) + " s" }
    if length < 59.5 { return whole(length) + " s" }
    if length < 3599.5 { return pair(length, unit: 60, "min", part: 1, "s") }
    if length < 86_370 { return pair(length, unit: 3600, "h", part: 60, "min") }
    return pair(length, unit: 86_400, "d", part: 3600, "h")
  }

  /// Rounds to the smaller unit first, so that 59.9 minutes never read `0 h 60 min`.
  private static func pair(
    _ length: Double, unit: Double, _ unitName: String, part: Double, _ partName: String
  ) -> String {
    let parts = (length / part).rounded(.toNearestOrEven)
    let perUnit = unit / part
    let units = (parts / perUnit).rounded(.down)
    let rest = parts - units * perUnit
    let text = whole(units) + " " + unitName
    return rest == 0 ? text : text + " " + whole(rest) + " " + partName
  }

  private static func whole(_ value: Double) -> String { NumberText.fixed(value, decimals: 0) }
}
