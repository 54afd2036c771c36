import DataModel
import Testing

/// What `by` takes: fields, grains, steps, segments.
struct KeyTests {
  /// From Monday 2026-06-01 to Wednesday 2026-07-15, with an empty week from 2026-06-15 and one from 2026-06-29.
  static let data = csv(
    "time,channel,amount,escalated,wait_seconds", "2026-06-01T00:00:00Z,chat,1,yes,30",
    "2026-06-01T09:30:00Z,chat,9.99,no,3600",
    "2026-06-07T23:59:59Z,email,10,no,7199", "2026-06-08T00:00:00Z,chat,0.3,yes,7200",
    "2026-06-26T12:00:00Z,email,-0.1,,",
    "2026-07-06T12:00:00Z,chat,,no,3599", "2026-07-15T12:00:00Z,,20,no,0")

  private func desk() throws -> Desk {
    try Desk(["t.csv": Self.data], "load tickets \"t.csv\" with (handle_time = wait_seconds)")
  }

  @Test func emptyPeriodsAreShownAsZero() throws {
    #expect(
      try desk().rows("show tickets by week") == [
        "2026-06-01|3", "2026-06-08|1", "2026-06-15|0", "2026-06-22|1", "2026-06-29|0", "2026-07-06|1",
        "2026-07-13|1",
      ])
  }

  /// Scores of an empty week are missing, with 0 cases.
  @Test func scoresOfEmptyPeriodsAreMissing() throws {
    #expect(
      try desk().rows("show escalation_rate by week", "week", "escalation_rate", "escalation_rate_n") == [
        "2026-06-01|0.333333|3", "2026-06-08|1|1", "2026-06-15|-|0", "2026-06-22|-|0", "2026-06-29|-|0",
        "2026-07-06|0|1", "2026-07-13|0|1",
      ])
  }

  @Test func otherGrains() throws {
    let desk = try desk()
    #expect(try desk.rows("show tickets by month") == ["2026-06|5", "2026-07|2"])
    #expect(try desk.rows("show tickets by quarter") == ["2026-Q2|5", "2026-Q3|2"])
    #expect(try desk.rows("show tickets by year") == ["2026|7"])
    #expect(try desk.rows("show tickets by weekday") == ["Monday|4", "Wednesday|1", "Friday|1", "Sunday|1"])
    #expect(
      try desk.rows("show tickets by day during 2026-06-06..2026-06-08") == [
        "2026-06-06|0", "2026-06-07|1", "2026-06-08|1",
      ])
    #expect(
      try desk.rows("show tickets by hour during 2026-06-01") == ["2026-06-01T00:00|1", "2026-06-01T09:00|1"])
  }

  /// Each channel has all weeks; the missing channel comes last.
  @Test func emptyPeriodsOfEveryOtherKey() throws {
    #expect(
      try desk().rows("show tickets by channel, month") == [
        "chat|2026-06|3", "chat|2026-07|1", "email|2026-06|2", "email|2026-07|0", "-|2026-06|0",
        "-|2026-07|1",
      ])
  }

  /// A filter does not shorten the time that the file covers.
  @Test func periodsThatTheSourceCoversAreShownThoughFiltered() throws {
    #expect(
      try desk().rows("show tickets by week where channel = email") == [
        "2026-06-01|1", "2026-06-08|0", "2026-06-15|0", "2026-06-22|1", "2026-06-29|0", "2026-07-06|0",
        "2026-07-13|0",
      ])
    #expect(try desk().rows("show tickets by month where amount > 15") == ["2026-06|0", "2026-07|1"])
  }

  /// Where a kind is not covered its count is a gap, not a zero.
  @Test func periodsThatASourceDoesNotCoverAreGaps() throws {
    let desk = try desk()
    try desk.write("m.csv", csv("time,sentiment", "2026-06-10,0.5", "2026-06-24,-0.5"))
    try desk.say("load mentions \"m.csv\"")
    #expect(
      try desk.rows("show tickets, mentions, tickets + mentions as both by week") == [
        "2026-06-01|3|-|-", "2026-06-08|1|1|2", "2026-06-15|0|0|0", "2026-06-22|1|1|2", "2026-06-29|0|-|-",
        "2026-07-06|1|-|-", "2026-07-13|1|-|-",
      ])
  }

  /// A period of the question beyond the data is not made up.
  @Test func periodsOutsideTheDataAreLeftOut() throws {
    #expect(try desk().rows("show tickets by month during 2026") == ["2026-06|5", "2026-07|2"])
    #expect(
      try desk().rows("show tickets by week during 2026-06-08..2026-06-21") == [
        "2026-06-08|1", "2026-06-15|0",
      ])
  }

  @Test func missingKeysComeLast() throws {
    #expect(try desk().rows("show tickets by channel") == ["chat|4", "email|2", "-|1"])
    #expect(try desk().rows("show tickets by escalated") == ["false|4", "true|2", "-|1"])
  }

  /// A step is named by its lower end; 9.99 lies below 10, −0.1 below 0.
  @Test func numbersInSteps() throws {
    let desk = try desk()
    #expect(
      try desk.rows("show tickets by amount in steps of 10") == ["-10|1", "0|3", "10|1", "20|1", "-|1"])
    // 0.3 is three times 0.1, though not in binary fractions.
    #expect(try desk.rows("show tickets by amount in steps of 0.1 where amount < 1") == ["-0.1|1", "0.3|1"])
  }

  /// Steps of an hour, in seconds: 0, 30 and 3599 lie in the first.
  @Test func durationsInSteps() throws {
    #expect(
      try desk().rows("show tickets by handle_time in steps of 1 hour") == ["0|3", "3600|2", "7200|1", "-|1"])
  }

  @Test func keysWithNames() throws {
    let table = try desk().table("show tickets by channel as where_from, month as m")
    #expect(table.columns.map(\.name) == ["where_from", "m", "tickets"])
  }

  @Test func wrongKeys() throws {
    let desk = try desk()
    #expect(desk.mistake("show tickets by time").hasPrefix("time-as-key"))
    #expect(desk.mistake("show tickets by handle_time").hasPrefix("duration-as-key"))
    #expect(desk.mistake("show tickets by weeks").contains("week"))
    #expect(desk.mistake("show tickets by amount in steps of 0").hasPrefix("wrong-steps"))
    #expect(desk.mistake("show tickets by channel, channel").hasPrefix("duplicate-key"))
    #expect(desk.mistake("show tickets as channel by channel").hasPrefix("duplicate-column"))
  }

  @Test func totals() throws {
    #expect(
      try desk().rows(
        "show tickets, escalation_rate by channel with totals", "channel", "tickets", "escalation_rate") == [
          "chat|4|0.5", "email|2|0", "-|1|0", "-|7|0.333333",
        ])
  }

  /// The events behind a row of each form of key, and behind the totals.
  @Test func eventsBehindRows() throws {
    let desk = try desk()
    func count(_ row: Int) throws -> Int { try desk.table("events of r[\(row)]").rows.count }
    func counts(_ question: String) throws -> [Int] {
      let table = try desk.table(question + " | as r")
      return try table.rows.indices.map { try count($0 + 1) }
    }
    for question in [
      "show tickets by channel", "show tickets by week", "show tickets by weekday", "show tickets by hour",
      "show tickets by amount in steps of 0.1", "show tickets by handle_time in steps of 1 hour",
      "show tickets by escalated",
      "show tickets by channel, month with totals", "show tickets by amount",
      "show tickets where channel = chat by month",
    ] {
      let figures = try desk.table(question).numbers("tickets").map { Int($0) }
      #expect(try counts(question) == figures, "\(question)")
    }
  }
}

/// One spelling for values that differ in case and surrounding space only.
struct SpellingTests {
  static let data = csv(
    "time,channel,plan,customer", "2026-01-01,chat,Gold,a", "2026-01-02,Chat,gold,A",
    "2026-01-03,Chat,GOLD,a",
    "2026-01-04, CHAT ,gold,b", "2026-01-05,Web,b,c", "2026-01-06,web,B,d")

  @Test func theMostFrequentIsShown() throws {
    let desk = try Desk(["t.csv": Self.data], "load tickets \"t.csv\"")
    // Chat twice, chat and CHAT once; Web and web once each: byte order.
    #expect(try desk.rows("show tickets by channel") == ["Chat|4", "Web|2"])
    #expect(try desk.rows("show tickets by plan") == ["B|2", "gold|4"])
    // Customers are not folded.
    #expect(try desk.rows("show customers, distinct(channel), distinct(plan)") == ["5|2|2"])
    #expect(try desk.rows("show mode(channel), min(channel)") == ["Chat|Chat"])
    #expect(try desk.rows("values channel", "channel", "rows") == ["Chat|4", "Web|2"])
    #expect(try desk.rows("show tickets by channel where channel = wEB") == ["Web|2"])
    #expect(try desk.rows("show tickets where customer had (plan = GOLD)") == ["3"].map { _ in "4" })
  }

  /// Values of two files are one.
  @Test func acrossSources() throws {
    let desk = try Desk(
      [
        "t.csv": Self.data,
        "m.csv": csv(
          "time,channel,sentiment", "2026-01-01,WEB,0.5", "2026-01-01,WEB,0.5", "2026-01-02,chat,1"),
      ],
      "load tickets \"t.csv\"; load mentions \"m.csv\"")
    #expect(try desk.rows("show tickets, mentions by channel") == ["Chat|4|1", "WEB|2|2"])
  }
}

/// Files of customers and touchpoints fill in what events do not say.
struct DescribingFilesTests {
  static let tickets = csv(
    "id,time,customer,touchpoint,stage", "1,2026-01-01,A,Login,", "2,2026-01-02,A,login,buy",
    "3,2026-01-03,B,branch desk,",
    "4,2026-01-04,X,unknown,", "5,2026-01-05,,,use")
  static let customers = csv("customer,persona,annual_value", "A,Saver,100", "B,digital,200.5", "A,ignored,1")
  static let touchpoints = csv(
    "touchpoint,stage,channel,owner,stakes,effort", "LOGIN,use,app,Ann,5,2", "branch desk,buy,branch,Bob,3,",
    "login,x,y,Z,1,1",
    "hot line,advocacy,phone,Cid,2,3")

  private func desk() throws -> Desk {
    try Desk(
      ["t.csv": Self.tickets, "c.csv": Self.customers, "p.csv": Self.touchpoints],
      "load tickets \"t.csv\"; load customers \"c.csv\"; load touchpoints \"p.csv\"")
  }

  /// The first line of a customer or touchpoint counts; a second one does not double the events.
  @Test func eventsAreFilledInOnce() throws {
    #expect(
      try desk().rows("events", "id", "persona", "stage", "channel") == [
        "1|Saver|use|app", "2|Saver|buy|app", "3|digital|buy|branch", "4|-|-|-", "5|-|use|-",
      ])
    #expect(try desk().rows("show tickets") == ["5"])
    #expect(try desk().rows("show tickets by persona") == ["digital|1", "Saver|2", "-|2"].sortedLikeKeys)
  }

  @Test func numbersOfCustomersAreFields() throws {
    #expect(
      try desk().rows("show mean(annual_value) as v by persona", "persona", "v") == [
        "Saver|100", "digital|200.5", "-|-",
      ])
    #expect(try desk().rows("show tickets where annual_value > 150") == ["1"])
    #expect(try desk().rows("show tickets by owner") == ["Ann|2", "Bob|1", "-|2"])
  }

  /// A stage that only a touchpoint without events has is known: nothing happens there.
  @Test func aPlaceWithoutEventsIsKnown() throws {
    #expect(try desk().rows("show tickets where stage = advocacy") == ["0"])
  }

  @Test func theirOrderOfLoadingDoesNotMatter() throws {
    let desk = try Desk(
      ["t.csv": Self.tickets, "c.csv": Self.customers, "p.csv": Self.touchpoints],
      "load customers \"c.csv\"; load touchpoints \"p.csv\"; load tickets \"t.csv\"")
    #expect(try desk.rows("show tickets by channel") == ["app|2", "branch|1", "-|2"])
  }
}

extension [String] {
  /// Byte order with the missing key last, as keys come.
  var sortedLikeKeys: [String] {
    sorted { ($0.hasPrefix("-|") ? 1 : 0, $0) < ($1.hasPrefix("-|") ? 1 : 0, $1) }
  }
}
