/// How a column writes its times.
struct InstantReading: Equatable, Sendable {
  enum Form: Equatable, Sendable {
    /// `2026-07-01 09:30:00`, the same with `T`, or only a date; no zone.
    case wall
    /// The same with one offset behind every time, as it is written: `-0800`, `+02:00`, `Z`.
    case offset(suffix: String, seconds: Int)
    /// The same with offsets that differ.
    case offsets
    /// Other orders, as `strptime` calls them; the formats tell no offset, or one that all share.
    case formats([String], offset: Int?)
    /// The same with `%z`.
    case formatsWithOffset([String])
    /// A number of ticks since 1970-01-01, so many in a second.
    case unix(ticksPerSecond: Int)
    /// The same day in every row, which the user says of a file without times.
    case everyRow(day: String)
    /// Several ways of writing in one column: the first that can read a cell does.
    indirect case several([InstantReading])
  }
  var form: Form
  /// Day and month could not be told apart: which order was assumed.
  var dayFirst: Bool?
  /// Seconds that are added so that a column beside the time is in the same zone as the time.
  var shift = 0
  /// The zone of wall clocks, where the file's header tells it: a name of the zone database, or an offset.
  var zone: String?

  init(_ form: Form, dayFirst: Bool? = nil) {
    self.form = form
    self.dayFirst = dayFirst
  }

  /// No cell tells the time.
  var isTheSameInEveryRow: Bool { if case .everyRow = form { true } else { false } }

  /// The times tell no zone.
  var isWallClock: Bool {
    zone == nil && tellsNoZone
  }

  /// The cells themselves tell no zone.
  private var tellsNoZone: Bool {
    switch form {
    case .wall, .everyRow, .formats(_, offset: nil): true
    case .several(let readings): readings.allSatisfy(\.tellsNoZone)
    default: false
    }
  }

  /// The same where the header tells the zone of cells that tell none.
  func located(in zone: String?) -> InstantReading {
    var copy = self
    if tellsNoZone { copy.zone = zone }
    return copy
  }

  /// The offset in seconds that all times share.
  var sharedOffset: Int? {
    if let zone { return Self.offsetSeconds(zone) }
    return switch form {
    case .offset(_, let seconds): seconds
    case .formats(_, let offset): offset
    default: nil
    }
  }

  /// The SQL for the cell as TIMESTAMP, in UTC where the cell tells a zone; null where it is no time.
  func sql(_ cell: String) -> String {
    let whole = zoned(checked(cell))
    return shift == 0 ? whole : "(\(whole) + to_seconds(\(shift)))"
  }

  /// The reading for a column beside the source's time, whose zone all its columns are shown in.
  ///
  /// Wall clocks belong to the offset that the times share; times with an offset become wall clocks beside wall clocks.
  func aligned(to time: InstantReading) -> InstantReading {
    var copy = self
    if isWallClock {
      if time.zone != nil { copy.zone = time.zone } else { copy.shift = -(time.sharedOffset ?? 0) }
    } else if time.isWallClock {
      if zone != nil { copy.zone = nil } else { copy.shift = sharedOffset ?? 0 }
    }
    return copy
  }

  /// A wall clock's time in UTC; the engine decides for the earlier of two times that a clock shows twice.
  private func zoned(_ time: String) -> String {
    guard let zone else { return time }
    if let seconds = Self.offsetSeconds(zone) { return "(\(time) \(shift(by: seconds)))" }
    return "make_timestamp(epoch_us(timezone(\(sqlText(zone)), \(time))))"
  }

  /// Some ways of writing tell a zone and others do not.
  var mixesZones: Bool {
    guard case .several(let readings) = form, zone == nil else { return false }
    return readings.contains(where: \.isWallClock) && !readings.allSatisfy(\.isWallClock)
  }

  /// The SQL for a time of the table on the clocks of the source.
  func localClock(_ time: String) -> String {
    if let zone, Self.offsetSeconds(zone) == nil {
      return "timezone(\(sqlText(zone)), timezone('UTC', \(time)))"
    }
    return "(\(time) + to_seconds(\(sharedOffset ?? 0)))"
  }

  private func checked(_ cell: String) -> String {
    "(case when \(raw(cell)) between timestamp '1900-01-01' and timestamp '2199-12-31 23:59:59' then \(raw(cell)) end)"
  }

  private func raw(_ cell: String) -> String {
    switch form {
    case .wall:
      // Casting forgets an offset and takes words such as `epoch`: both must not pass for a time without a zone.
      return """
        (case when \(cell) < ':' and not ends_with(\(cell), 'Z') and not contains(\(cell), '+') \
        and not contains(substr(\(cell), 11), '-') then try_cast(\(cell) as timestamp) end)
        """
    case .offset(let suffix, let seconds):
      return """
        (case when ends_with(\(cell), \(sqlText(suffix))) and \(cell) < ':' \
        then try_cast(\(cell) as timestamp) \(shift(by: seconds)) end)
        """
    case .offsets:
      let regular = "regexp_replace(\(cell), ' ?([+-]\\d\\d):?(\\d\\d)$', '\\1:\\2')"
      return """
        (case when regexp_matches(\(cell), '\\d ?(Z|UTC|GMT|[+-]\\d\\d(:?\\d\\d)?)$') \
        then make_timestamp(epoch_us(try_cast(\(regular) as timestamptz))) end)
        """
    case .formats(let formats, let offset):
      return "(try_strptime(\(cell), \(list(formats))) \(shift(by: offset ?? 0)))"
    case .formatsWithOffset(let formats):
      return "make_timestamp(epoch_us(try_strptime(\(cell), \(list(formats)))))"
    case .everyRow(let day): return "timestamp \(sqlText(day))"
    case .several(let readings):
      return "coalesce(" + readings.map { $0.checked(cell) }.joined(separator: ", ") + ")"
    case .unix(let ticks):
      return "make_timestamp(cast(round(try_cast(\(cell) as double) * \(1_000_000 / ticks)) as bigint))"
    }
  }

  private func shift(by seconds: Int) -> String {
    seconds == 0 ? "" : "- to_seconds(\(seconds))"
  }

  private func list(_ formats: [String]) -> String {
    "[" + formats.map(sqlText).joined(separator: ", ") + "]"
  }
}
