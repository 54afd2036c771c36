import DataModel
import Sessions
import Testing

/// Statements that change what is loaded: recode, derive, exclude, override; and who owns what.
struct ShapingTests {
  static let data = csv(
    "id,time,customer,channel,state,amount,qty,wait_seconds,text",
    "1,2026-01-01,A,chat,new,10,2,60,late again",
    "2,2026-01-02,A,chat,open,20,0,7200,", "3,2026-01-03,B,email,done,,3,,late",
    "4,2026-01-04,B,email,done,5.5,4,30,ok",
    "5,2026-01-05,,fax,,1,1,0,late")

  private func desk() throws -> Desk {
    try Desk(["t.csv": Self.data], "load tickets \"t.csv\" as t with (handle_time = wait_seconds)")
  }

  @Test func recodeMakesADimension() throws {
    let desk = try desk()
    try desk.say("recode stage from state (new = onboarding, open = onboarding, else = keep)")
    #expect(try desk.rows("show tickets by stage") == ["done|2", "onboarding|2", "-|1"])
    try desk.say("recode topic from state (done = \"all well\", else = missing)")
    #expect(try desk.rows("show tickets by topic") == ["all well|2", "-|3"])
    try desk.say("recode team from state (done = back, else = front)")
    #expect(try desk.rows("show tickets by team where state is not missing") == ["back|2", "front|2"])
    #expect(desk.mistake("recode stage from state (nwe = a)").contains("new"))
    #expect(desk.mistake("recode stage from stat (new = a)").contains("state"))
  }

  @Test func recodeOfTheSameField() throws {
    let desk = try desk()
    try desk.say("recode channel from channel (fax = other, else = keep)")
    #expect(try desk.rows("show tickets by channel") == ["chat|2", "email|2", "other|1"])
    try desk.say("recode channel from channel (other = missing, else = keep)")
    #expect(try desk.rows("show tickets by channel").last?.hasSuffix("|1") == true)
  }

  @Test func deriveByCases() throws {
    let desk = try desk()
    try desk.say("derive size = case (amount >= 20 => large, amount >= 5 => middling, else => small)")
    // A missing amount meets no test.
    #expect(try desk.rows("show tickets by size") == ["large|1", "middling|2", "small|2"])
    try desk.say("derive stage = case (text contains late and channel = email => complaint, else => other)")
    #expect(try desk.rows("show tickets by stage") == ["complaint|1", "other|4"])
    #expect(desk.mistake("derive x = case (amount > 1 => 1, else => many)").hasPrefix("mixed-types"))
  }

  @Test func deriveByArithmetic() throws {
    let desk = try desk()
    try desk.say("derive total = amount * qty + 0.25; derive each = amount / qty")
    #expect(
      try desk.rows("events", "id", "total", "each") == [
        "1|20.25|5", "2|0.25|-", "3|-|-", "4|22.25|1.375", "5|1.25|1",
      ])
    try desk.say("derive slow = if handle_time > 1 minute then \"yes\" else \"no\"")
    #expect(try desk.rows("show tickets by slow") == ["no|4", "yes|1"])
    try desk.say(
      "derive doubled = handle_time * 2; derive due = time + 2 days; derive old = 2026-01-10 - time")
    #expect(try desk.rows("show max(doubled), max(due), max(old)") == ["14400|2026-01-07T00:00:00UTC|777600"])
    try desk.say(
      "derive known = coalesce(amount, 0 - 1); derive r = round(amount / 3, 1); derive a = abs(1 - amount)")
    #expect(try desk.rows("show sum(known), sum(r), sum(a)") == ["35.5|12.1|32.5"])
  }

  @Test func deriveNeedsFreeNamesAndTypes() throws {
    let desk = try desk()
    #expect(desk.mistake("derive tickets = 1").hasPrefix("name-taken"))
    #expect(desk.mistake("derive time = 2026-01-01") != "no mistake")
    #expect(desk.mistake("derive sentiment = \"x\"").hasPrefix("wrong-type"))
    // A role of the event model may be filled, though a measure has its name.
    try desk.say("derive sentiment = if text contains late then -1 else 0")
    #expect(
      try desk.rows("show sum(sentiment), mean(sentiment)", "sum(sentiment)", "mean(sentiment)") == [
        "-3|-0.6"
      ])
    #expect(desk.mistake("derive x = channel + 1").hasPrefix("wrong-type"))
    #expect(desk.mistake("derive x = rank(amount)") != "no mistake")
    #expect(desk.mistake("derive x = amout").contains("amount"))
    #expect(desk.mistake("derive x = amount in tt").contains("t"))
  }

  /// A derived field is used where an event's customer is looked at, too.
  @Test func deriveFromTheCustomersHistory() throws {
    let desk = try desk()
    try desk.say("derive loyal = case (customer had (amount > 9) => yes, else => no)")
    #expect(try desk.rows("show tickets by loyal") == ["no|3", "yes|2"])
  }

  @Test func excludeCountsAndLists() throws {
    let desk = try desk()
    let done = try desk.say("exclude where channel = fax")
    #expect(done.narration == ["t: 1 rows excluded, 4 kept."])
    #expect(try desk.rows("show tickets") == ["4"])
    #expect(try desk.rows("sources", "source", "rows", "kept", "rejected", "excluded") == ["t|5|4|0|1"])
    #expect(try desk.rows("rejects").count == 1)
    #expect(try desk.rows("rejects")[0].contains("channel = \"fax\""))
    #expect(desk.mistake("show tickets where channel = fax").hasPrefix("unknown-value"))
    // What is excluded already is not counted again.
    #expect(try desk.say("exclude where amount is missing").narration == ["t: 1 rows excluded, 3 kept."])
    #expect(
      try desk.say("exclude where id in (\"1\", \"3\") in t").narration == ["t: 1 rows excluded, 2 kept."])
  }

  @Test func duplicates() throws {
    let desk = try Desk(
      [
        "t.csv": csv(
          "id,time,customer", "a,2026-01-01,A", "b,2026-01-01,A", "a,2026-01-02,A", "c,2026-01-01,",
          "d,2026-01-01,", "a,2026-01-01,A")
      ],
      "load tickets \"t.csv\"")
    try desk.say("exclude duplicates by id, time")
    #expect(try desk.rows("events", "id", "time").count == 5)
    try desk.say("exclude duplicates by id")
    #expect(try desk.rows("events", "id") == ["a", "b", "c", "d"])
    #expect(desk.mistake("exclude duplicates by idd").contains("id"))
  }

  @Test func overrides() throws {
    let desk = try Desk(
      [
        "m.csv": csv(
          "id,time,sentiment,text", "a,2026-01-01,0.5,great", "b,2026-01-02,-1,great irony",
          "c,2026-01-03,,none")
      ],
      "load mentions \"m.csv\"")
    #expect(
      try desk.say("override sentiment = -0.5 where text contains great").narration == [
        "sentiment = -0.5 in 2 rows."
      ])
    #expect(try desk.rows("show sum(sentiment), count(sentiment)") == ["-1|2"])
    try desk.say("override sentiment = 1 where sentiment is missing")
    #expect(try desk.rows("show sum(sentiment), count(sentiment)") == ["0|3"])
    #expect(desk.mistake("override sentiment = 2 where text contains great").hasPrefix("out-of-scale"))
    #expect(desk.mistake("override text = 2 where text contains great").hasPrefix("wrong-type"))
  }

  /// Narrows what later questions are about.
  @Test func focus() throws {
    let desk = try desk()
    let done = try desk.say("focus channel in (chat, email)")
    #expect(done.narration == ["Focus: channel in (\"chat\", \"email\") (4 of 5 events). unfocus ends it."])
    #expect(try desk.rows("show tickets") == ["4"])
    try desk.say("focus and amount > 5")
    #expect(try desk.rows("show tickets; show tickets by channel") == ["chat|2", "email|1"])
    #expect(try desk.rows("events", "id") == ["1", "2", "4"])
    #expect(try desk.rows("show tickets where channel = chat") == ["2"])
    try desk.say("focus channel = fax")
    #expect(try desk.rows("show tickets") == ["1"])
    #expect(desk.mistake("focus channel = fxa").contains("fax"))
    #expect(try desk.rows("show tickets") == ["1"])
    try desk.say("unfocus")
    #expect(try desk.rows("show tickets") == ["5"])
  }

  @Test func ownersAndEfforts() throws {
    let desk = try desk()
    #expect(desk.mistake("effort 4 where channel = chat").hasPrefix("effort-value"))
    #expect(desk.mistake("owner \"Ann\" where chanel = chat").contains("channel"))
    #expect(
      try desk.say("owner \"Ann\" where channel = chat; effort 2 where channel = chat").narration == [
        "Effort 2 for what is channel = \"chat\"."
      ])
  }
}

/// Listings and explanations.
struct ListingTests {
  @Test func sourcesAndFields() throws {
    let desk = try SmallBank.desk()
    #expect(
      try desk.rows("sources", "source", "kind", "rows", "kept", "first", "last") == [
        "tickets|tickets|10|10|2026-06-01|2026-06-30", "surveys|surveys|10|10|2026-06-01|2026-06-10",
        "mentions|mentions|7|7|2026-06-01|2026-06-07", "calls|calls|3|3|2026-06-05|2026-06-12",
        "interactions|interactions|4|4|2026-06-01|2026-06-04",
      ])
    #expect(
      try desk.rows("fields | where field = escalated", "type", "known_for", "missing") == [
        "boolean|ticket|0.1"
      ])
    #expect(try desk.rows("fields calls", "field").contains("handle_time"))
    #expect(try desk.rows("fields | where field = sentiment", "known_for") == ["mention, review"])
    #expect(desk.mistake("fields callz").contains("calls"))
  }

  @Test func valuesAndDescribe() throws {
    let desk = try SmallBank.desk()
    // 5 tickets, P1 P2 P3; web 2, app 2; 17 events without a channel.
    #expect(
      try desk.rows("values channel", "channel", "rows") == [
        "-|17", "chat|5", "phone|5", "email|3", "app|2", "web|2",
      ])
    #expect(try desk.rows("values channel", "share").first == "0.5")
    #expect(
      try desk.rows("describe amount") == [
        "type|a number", "rows|34", "known|3", "different|3", "smallest|0.1", "largest|20.25", "median|10.5",
        "p90|18.3", "most_frequent|0.1",
      ])
    #expect(desk.mistake("values chanel").contains("channel"))
    #expect(desk.mistake("describe \"nothing.csv\"").hasPrefix("missing-file"))
    #expect(try desk.rows("describe \"tickets.csv\"").isEmpty == false)
  }

  /// `explain` of a question says what is summed; of a cell which sums gave it.
  @Test func explains() throws {
    let desk = try SmallBank.desk()
    let lines = try desk.rows("explain show escalation_rate by channel where topic = login | top 2")
    #expect(lines.contains("plan|by channel"))
    #expect(lines.contains { $0.hasPrefix("sql|") })
    #expect(lines.contains("step|in memory: top 2"))
    try desk.say("show escalation_rate by channel | as r")
    // Chat: T1 yes, T2, T7, T8, T10 no.
    #expect(try desk.rows("r", "channel", "escalation_rate").first == "chat|0.2")
    let sums = try desk.rows("explain r[1].escalation_rate")
    #expect(sums.contains("of|channel|chat"))
    #expect(sums.contains("formula|escalation_rate|1 ÷ 5"))
    #expect(sums.contains { $0.hasPrefix("numerator|") && $0.hasSuffix("|1") })
    #expect(sums.contains { $0.hasPrefix("denominator|") && $0.hasSuffix("|5") })
    #expect(sums.contains { $0.hasPrefix("method|") && $0.contains("Wilson") })
    #expect(sums.count { $0.hasPrefix("event|") } == 3)
    // What has no interval has no method, and a listing has no events behind it.
    let counts = try desk.table("show tickets by channel; explain $[1].tickets")
    #expect(counts.rows.allSatisfy { $0[0] != .text("method") })
    #expect(counts.next == ["events of $3[1]"])
    #expect(try desk.table("sources; explain $[1].rows").notes.contains { $0.contains("nothing behind it") })
    #expect(desk.mistake("explain r[9].escalation_rate").hasPrefix("no-row"))
    #expect(desk.mistake("explain r[1].escalation").contains("escalation_rate"))
  }

  @Test func eventsBehindARow() throws {
    let desk = try SmallBank.desk()
    try desk.say("show tickets by channel where topic = login | as r")
    #expect(try desk.rows("events of r[1]", "id") == ["T1", "T2"])
    #expect(try desk.rows("events of r[1] where escalated", "id") == ["T1"])
    #expect(try desk.rows("events of r[3] during 2026-06-16", "id") == ["T5"])
    #expect(desk.mistake("events of r[4]").hasPrefix("no-row"))
    try desk.say("sources | as s")
    #expect(desk.mistake("events of s[1]").hasPrefix("no-events-behind"))
  }
}
