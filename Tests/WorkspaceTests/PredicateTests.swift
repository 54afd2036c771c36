import DataModel
import Testing

/// What a filter keeps, row by row.
struct PredicateTests {
  static let data = csv(
    "id,time,customer,channel,topic,escalated,first_response_minutes,amount,text",
    "a,2026-01-05T08:00:00Z,A,Chat,login,yes,10,5,My refund is late",
    "b,2026-01-31T23:59:59Z,A,chat,fees,no,48,0.3,Refunds take a while!",
    "c,2026-02-01T00:00:00Z,B, chat ,,,2880,10,Prefunded card",
    "d,2026-02-15T12:00:00Z,B,email,login,no,,,Café next door; no  reply",
    "e,2026-03-01T00:00:00Z,,,fees,yes,2881,7.5,",
    "f,2026-03-31T10:00:00Z,C,in-store,login,no,5,-2,order 4711. CAFE")

  private func desk() throws -> Desk {
    try Desk(
      ["t.csv": Self.data], "load tickets \"t.csv\" with (response_time = first_response_minutes)")
  }

  /// Expects the ids of the events that meet each predicate.
  private func expectKept(_ cases: [(String, String)]) throws {
    let desk = try desk()
    for (predicate, expected) in cases {
      let kept = try desk.rows("events where \(predicate)", "id").joined()
      #expect(kept == expected, "\(predicate)")
    }
  }

  @Test func texts() throws {
    try expectKept([
      ("channel = chat", "abc"), ("channel = CHAT", "abc"), ("channel = \" chat \"", "abc"),
      ("channel != chat", "def"),
      ("not channel = chat", "def"), ("channel in (chat, email)", "abcd"),
      ("channel not in (chat, email)", "ef"),
      ("channel = in-store", "f"), ("channel is missing", "e"), ("channel is not missing", "abcdf"),
      ("topic != login", "bce"), ("not (topic = login or topic = fees)", "c"),
    ])
  }

  @Test func booleans() throws {
    try expectKept([
      ("escalated", "ae"), ("not escalated", "bcdf"), ("escalated = true", "ae"),
      ("escalated = false", "bdf"),
      ("escalated != true", "bcdf"), ("escalated is missing", "c"), ("not not escalated", "ae"),
    ])
  }

  @Test func numbers() throws {
    try expectKept([
      ("amount > 5", "ce"), ("amount >= 5", "ace"), ("amount = 0.3", "b"), ("amount < 0", "f"),
      ("amount = -2", "f"),
      ("amount != 5", "bcdef"), ("amount between 0.3 and 7.5", "abe"),
      ("amount not between 0.3 and 7.5", "cdf"),
      ("amount in (5, 10)", "ac"), ("amount > 30%", "ace"), ("amount = 30%", "b"),
    ])
  }

  @Test func durations() throws {
    try expectKept([
      ("response_time > 48 hours", "e"), ("response_time >= 48 hours", "ce"), ("response_time = 2 days", "c"),
      ("response_time between 5 minutes and 48 minutes", "abf"), ("response_time < 1 hour", "abf"),
      ("not response_time > 48 hours", "abcdf"),
    ])
  }

  @Test func times() throws {
    try expectKept([
      ("time = 2026-01", "ab"), ("time > 2026-01", "cdef"), ("time >= 2026-02-15", "def"),
      ("time < 2026-02", "ab"),
      ("time <= 2026-02", "abcd"), ("time != 2026-03", "abcd"),
      ("time between 2026-01-31 and 2026-02-01", "bc"),
      ("time = 2026-Q1", "abcdef"), ("time >= 2026", "abcdef"), ("time = 2026-W05", "bc"),
      ("time > 2026", ""),
      ("time in (2026-01-05, 2026-03)", "aef"),
    ])
  }

  @Test func words() throws {
    try expectKept([
      ("text contains refund", "a"), ("text contains \"refund*\"", "ab"), ("text contains REFUND", "a"),
      ("text contains cafe", "df"), ("text contains \"café\"", "df"), ("text contains \"no reply\"", "d"),
      ("text contains any (refund, cafe)", "adf"), ("text not contains refund", "bcdef"),
      ("text contains \"4711\"", "f"), ("text contains \"471\"", ""), ("text contains funded", ""),
      ("text matches \"^[A-Z]+[a-z]* \"", "abc"), ("text matches \"(?i)cafe$\"", "f"),
      ("text not matches \"a\"", "ef"),
    ])
  }

  /// `and` binds before `or`, `not` before both.
  @Test func precedence() throws {
    try expectKept([
      ("channel = chat and escalated or channel = email", "ad"),
      ("channel = chat and (escalated or topic = fees)", "ab"),
      ("not channel = chat and topic = login", "df"), ("not (channel = chat and topic = login)", "bcdef"),
    ])
  }

  // A: a, b; B: c, d; e has no customer; C: f. From a to b 26 days, from c to d 14 days and 12 hours.
  @Test func customersHistory() throws {
    try expectKept([
      ("customer had (escalated)", "ab"), ("customer not had (escalated)", "cdef"),
      ("customer had (topic = fees) and channel = chat", "ab"), ("customer had (channel = CHAT) ", "abcd"),
      ("customer had (topic = login) within 30 days before", "b"),
      ("customer had (topic = login) within 26 days before", ""),
      ("customer had (topic = login) within 27 days before", "b"),
      ("customer had (channel = email) within 15 days after", "c"),
      ("customer had (channel = email) within 14 days after", ""),
      ("customer had (customer had (escalated) and topic = fees)", "ab"),
      ("customer had (customer had (topic = login) within 27 days before)", "ab"),
      ("customer not had (channel = chat) within 15 days before", "abcef"),
    ])
  }

  /// Fields beside fields, in backticks.
  @Test func fieldsBesideFields() throws {
    let desk = try Desk(
      [
        "t.csv": csv(
          "id,time,amount,paid", "a,2026-01-01,1,2", "b,2026-01-01,2,2", "c,2026-01-01,,2", "d,2026-01-01,,")
      ],
      "load interactions \"t.csv\"")
    let kept = { (predicate: String) in try desk.rows("events where \(predicate)", "id").joined() }
    #expect(try kept("amount = `paid`") == "b")
    #expect(try kept("amount != `paid`") == "acd")
    #expect(try kept("not amount = `paid`") == "acd")
    #expect(try kept("amount < `paid`") == "a")
    #expect(try kept("not amount < `paid`") == "bcd")
  }

  @Test func segmentsAreTests() throws {
    let desk = try desk()
    try desk.say(
      "define segment slow = response_time > 47 minutes; define segment angry = slow and escalated")
    #expect(try desk.rows("events where angry", "id") == ["e"])
    #expect(try desk.rows("show tickets by slow") == ["false|3", "true|3"])
    #expect(desk.mistake("define segment time = escalated").hasPrefix("name-taken"))
    #expect(desk.mistake("define segment tickets = escalated").hasPrefix("name-taken"))
    try desk.say("define segment again = escalated")
    try desk.say("define segment again = again and escalated")
    #expect(desk.mistake("show tickets where again").hasPrefix("circular-definition"))
  }

  /// How many rows a negated filter keeps because they do not know is said.
  @Test func keptForMissingIsSaid() throws {
    let notes = try desk().table("show tickets where channel != chat").notes
    #expect(notes.contains("1 of these events have no channel; the filter keeps them."))
  }

  @Test func mistakesNameTheNearest() throws {
    let desk = try desk()
    #expect(
      desk.mistake("show tickets where channel = caht")
        == "unknown-value: no channel \"caht\" → did you mean chat?")
    #expect(desk.mistake("show tickets where chanel = chat").contains("channel"))
    #expect(desk.mistake("show tickets where amount > chat").hasPrefix("wrong-type"))
    #expect(desk.mistake("show tickets where channel > chat").hasPrefix("wrong-operator"))
    #expect(
      desk.mistake("show tickets where response_time > 48")
        == "wrong-type: a number without a unit against response_time, which is a duration → 48 hours?")
    #expect(desk.mistake("show tickets where channel = chat or email").contains("channel in"))
    #expect(desk.mistake("show tickets where text matches \"(\"").hasPrefix("bad-pattern"))
    #expect(desk.mistake("show tickets where text contains \"\"").hasPrefix("empty-word"))
  }
}
