import DataModel

/// Instants as dates and times of day at their own offset.
enum InstantText {
  /// How much of an instant is written.
  enum Detail: Comparable { case date, minutes, seconds }

  /// ISO 8601 with offset, fractions only where there are some: `2026-07-01T12:30:00+02:00`.
  static func iso(_ microseconds: Int64, offset: Int32) -> String {
    let local = LocalTime(microseconds, offset: offset)
    return local.date.text + "T" + local.clock(withSeconds: true) + local.fraction + offsetText(offset)
  }

  /// For people: `2026-07-01 12:30`.
  static func short(_ microseconds: Int64, offset: Int32, detail: Detail) -> String {
    let local = LocalTime(microseconds, offset: offset)
    switch detail {
    case .date: return local.date.text
    case .minutes: return local.date.text + " " + local.clock(withSeconds: false)
    case .seconds: return local.date.text + " " + local.clock(withSeconds: true)
    }
  }

  /// The least detail that loses nothing that a person looks for; fractions of a second are left to csv and json.
  static func detail(of microseconds: Int64, offset: Int32) -> Detail {
    let local = LocalTime(microseconds, offset: offset)
    if local.secondOfDay == 0 { return .date }
    return local.secondOfDay % 60 == 0 ? .minutes : .seconds
  }

  /// `+02:00`.
  static func offsetText(_ offset: Int32) -> String {
    let minutes = Int(offset.magnitude) / 60
    return (offset < 0 ? "-" : "+") + twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60)
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private struct LocalTime {
    var date: CivilDate
    var secondOfDay: Int
    var microsecond: Int

    init(_ microseconds: Int64, offset: Int32) {
      let (shifted, overflow) = microseconds.addingReportingOverflow(Int64(offset) * 1_000_000)
      let local = overflow ? microseconds : shifted
      let day = local.flooredDivision(by: 86_400_000_000)
      let rest = Int(local - day * 86_400_000_000)
      date = CivilDate(dayNumber: Int(day))
      secondOfDay = rest / 1_000_000
      microsecond = rest % 1_000_000
    }

    func clock(withSeconds: Bool) -> String {
      let minutes = twoDigits(secondOfDay / 3600) + ":" + twoDigits(secondOfDay / 60 % 60)
      return withSeconds ? minutes + ":" + twoDigits(secondOfDay % 60) : minutes
    }

    /// `.5`, `.000123`, or nothing.
    var fraction: String {
      if microsecond == 0 { return "" }
      var text = "\(1_000_000 + microsecond)".dropFirst()
      while text.last == "0" { text.removeLast() }
      return "." + text
    }
  }
}

extension Int64 {
  fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
