import DataModel
import Sessions
import Testing

/// The zone in whose hours, days and weeks events are counted.
struct ZoneTests {
  /// Around the night of 2026-03-29 in Berlin: 02:00 does not exist; midnight is 23:00Z before and 22:00Z after.
  static let spring = csv(
    "time", "2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z",
    "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z")

  @Test func aFixedOffsetSharedByTheFile() throws {
    let desk = try Desk(
      ["t.csv": csv("time", "2026-01-01T23:30:00-05:00", "2026-01-02T00:10:00-05:00")],
      "load tickets \"t.csv\"")
    #expect(try desk.rows("show tickets by day") == ["2026-01-01|1", "2026-01-02|1"])
    #expect(desk.workspace.zoneName == "-05:00")
    #expect(try desk.rows("events", "time").first == "2026-01-01T23:30:00-05:00")
    try desk.say("set zone \"+09:00\"")
    // 04:30Z and 05:10Z are 13:30 and 14:10 there.
    #expect(try desk.rows("show tickets by hour") == ["2026-01-02T13:00|1", "2026-01-02T14:00|1"])
    try desk.say("set zone auto")
    #expect(try desk.rows("show tickets by day") == ["2026-01-01|1", "2026-01-02|1"])
  }

  /// A week begins at midnight between Sunday and Monday of the zone; 1970-01-01 was a Thursday.
  @Test func weeksBeginOnMondayBeforeAndAfter1970() throws {
    let desk = try Desk(
      [
        "t.csv": csv(
          "time", "1969-12-21T23:59:59.999999+01:00", "1969-12-22T00:00:00+01:00",
          "1969-12-28T23:59:59+01:00",
          "1969-12-29T00:00:00+01:00", "1970-01-01T00:30:00+01:00", "1970-01-04T23:59:59+01:00",
          "1970-01-05T00:00:00+01:00")
      ], "load tickets \"t.csv\"")
    #expect(
      try desk.rows("show tickets by week") == [
        "1969-12-15|1", "1969-12-22|2", "1969-12-29|3", "1970-01-05|1",
      ])
    try desk.say("set zone \"Europe/Berlin\"")
    #expect(
      try desk.rows("show tickets by week") == [
        "1969-12-15|1", "1969-12-22|2", "1969-12-29|3", "1970-01-05|1",
      ])
    try desk.say("set zone utc")
    #expect(try desk.rows("show tickets by week") == ["1969-12-15|2", "1969-12-22|2", "1969-12-29|3"])
  }

  @Test func offsetsThatDifferAreReadInUTC() throws {
    let desk = try Desk(
      ["t.csv": csv("time", "2026-01-01T23:30:00-05:00", "2026-01-02T01:00:00+01:00")],
      "load tickets \"t.csv\"")
    #expect(desk.workspace.zoneName == "UTC")
    #expect(try desk.rows("show tickets by day") == ["2026-01-02|2"])
  }

  @Test func summerTimeBegins() throws {
    let desk = try Desk(["t.csv": Self.spring], "load tickets \"t.csv\"; set zone \"Europe/Berlin\"")
    #expect(try desk.rows("show tickets by day") == ["2026-03-28|1", "2026-03-29|4", "2026-03-30|1"])
    #expect(
      try desk.rows("show tickets by hour during 2026-03-29") == [
        "2026-03-29T00:00|1", "2026-03-29T01:00|1", "2026-03-29T03:00|1", "2026-03-29T23:00|1",
      ])
    // The 29th is a Sunday: the 30th begins a new week.
    #expect(try desk.rows("show tickets by week") == ["2026-03-23|5", "2026-03-30|1"])
    #expect(try desk.rows("show tickets where time = 2026-03-29") == ["4"])
    #expect(try desk.rows("show tickets where time < 2026-03-30") == ["5"])
  }

  /// On 2026-10-25 the hour from 2 to 3 comes twice: 00:30Z and 01:30Z are both 02:30.
  @Test func summerTimeEnds() throws {
    let desk = try Desk(
      [
        "t.csv": csv(
          "time", "2026-10-24T21:59:59Z", "2026-10-24T22:00:00Z", "2026-10-25T00:30:00Z",
          "2026-10-25T01:30:00Z", "2026-10-25T22:59:59Z", "2026-10-25T23:00:00Z")
      ],
      "load tickets \"t.csv\"; set zone \"europe/berlin\"")
    #expect(try desk.rows("show tickets by day") == ["2026-10-24|1", "2026-10-25|4", "2026-10-26|1"])
    #expect(
      try desk.rows("show tickets by hour where time = 2026-10-25") == [
        "2026-10-25T00:00|1", "2026-10-25T02:00|2", "2026-10-25T23:00|1",
      ])
  }

  /// Times without a zone are the wall clock of whatever zone the session uses.
  @Test func wallClocksStay() throws {
    let desk = try Desk(
      ["t.csv": csv("time", "2026-03-29 23:30:00", "2026-03-30 00:30:00")], "load tickets \"t.csv\"")
    for zone in ["UTC", "Europe/Berlin", "-08:00"] {
      try desk.say("set zone \"\(zone)\"")
      #expect(try desk.rows("show tickets by day") == ["2026-03-29|1", "2026-03-30|1"], "\(zone)")
    }
  }

  @Test func unknownZonesNameTheNearest() throws {
    let desk = try Desk(["t.csv": Self.spring], "load tickets \"t.csv\"")
    #expect(desk.mistake("set zone Berlin").contains("\"Europe/Berlin\""))
    #expect(desk.mistake("set zone \"Europe/Berlim\"").contains("\"Europe/Berlin\""))
    #expect(desk.mistake("set zone \"+25:00\"").hasPrefix("unknown-zone"))
    #expect(desk.workspace.zoneName == "UTC")
  }
}
