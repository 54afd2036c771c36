import DataModel
import Diagnostics
import Foundation
import Sessions
import Testing
import Vocabulary

/// What cannot be done is said with its place and what to do, and what was loaded before stays.
struct BadInputTests {
  /// A desk with tickets of three channels, mentions and surveys.
  private func desk() throws -> Desk {
    try Desk(
      SmallBank.files.merging(
        [
          "also.csv": csv("time,stage,channel", "2026-06-01,onboarding,chat"),
          "more.csv": csv("time,stage,csat", "2026-06-01,onboarding,4"),
        ]
      ) { a, _ in a }, SmallBank.load + "\nload tickets \"also.csv\"\nload surveys \"more.csv\"")
  }

  /// Expects a mistake with a place and a hint, or names to choose from, and that everything goes on.
  private func expectRefusal(_ statement: String, _ desk: Desk, code: String? = nil, says words: String...)
    throws
  {
    let mistakes = desk.mistakes(statement)
    let first = try #require(mistakes.first, "\(statement) was not refused")
    if let code { #expect(first.code == code, "\(statement): \(first)") }
    #expect(first.span != nil, "\(statement): no place in \(first)")
    #expect(first.hint != nil || !first.known.isEmpty, "\(statement): no hint in \(first)")
    #expect(first.code != "engine", "\(statement): \(first)")
    let all = ([first.message, first.hint ?? ""] + first.known).joined(separator: " ")
    for word in words { #expect(all.contains(word), "\(statement): \(all)") }
  }

  // MARK: - Files

  @Test func files() throws {
    let desk = try desk()
    try desk.write("empty.csv", "")
    try desk.write("header.csv", "time,channel\n")
    try desk.write(
      "binary.csv", bytes: [0x7f, 0x45, 0x4c, 0x46] + (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    try desk.write("no-time.csv", csv("a,b", "1,x", "2,y"))
    try desk.write("words.csv", csv("time,channel", "soon,chat", "later,chat"))
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/folder", withIntermediateDirectories: true)
    try expectRefusal("load tickets \"missing.csv\"", desk, code: "missing-file")
    try expectRefusal("load tickets \"ticket.csv\"", desk, says: "tickets.csv")
    try expectRefusal("load tickets \"none*.csv\"", desk)
    try expectRefusal("load \"folder\"", desk, says: "load.cxs")
    try expectRefusal("load tickets \"empty.csv\"", desk, code: "empty-file")
    try expectRefusal("load tickets \"header.csv\"", desk, code: "header-only")
    try expectRefusal("load tickets \"binary.csv\"", desk)
    try expectRefusal("load tickets \"no-time.csv\"", desk, code: "no-time-column", says: "with (time")
    try expectRefusal("load tickets \"words.csv\"", desk)
    try expectRefusal("load tickets \"also.csv\" as tickets", desk, code: "name-taken")
    try expectRefusal("load tickets \"also.csv\" with (tme = time)", desk, says: "time")
    try expectRefusal("load tickets \"also.csv\" with (time = tiem)", desk, says: "time")
    try expectRefusal(
      "load surveys \"surveys.csv\" as s with (nps_score = nps scale 10..0)", desk, code: "scale-order")
    try expectStillThere(desk)
  }

  /// A quote that is not closed, dates that are none, numbers with text: what can be kept is kept, and all rows are counted.
  @Test func rowsThatAreWrong() throws {
    let desk = try desk()
    try desk.write(
      "dirty.csv",
      csv(
        "time,channel,amount,csat", "2026-02-30,chat,1,5", "2026-02-01,chat,12 pounds,9",
        "not a date,chat,2,4", "2026-02-02,chat,3,5",
        "2026-02-03,chat,4,x", ",chat,5,3", "2026-02-04,chat,6,4", "2026-02-05,chat,7,2",
        "2026-02-06,chat,8,1"))
    try desk.say("load tickets \"dirty.csv\" as dirty with (csat_score = csat scale 1..5)")
    let counts = try desk.rows("sources | where source = dirty", "rows", "kept", "rejected")
    #expect(counts == ["9|6|3"])
    #expect(try desk.rows("rejects dirty").count == 3)
    // 9 is off the scale, x no number: missing.
    #expect(try desk.rows("show count(csat_score) where source = dirty") == ["4"])
    try desk.write("quote.csv", "time,text\n2026-01-01,\"never closed\n2026-01-02,fine\n2026-01-03,fine\n")
    let isLoaded = desk.mistakes("load tickets \"quote.csv\" as q").isEmpty
    if isLoaded {
      let numbers = try desk.table("sources | where source = q")
      #expect(try numbers.numbers("rows")[0] == numbers.numbers("kept")[0] + numbers.numbers("rejected")[0])
    }
    try expectStillThere(desk)
  }

  @Test func wideCellsAndOddHeaders() throws {
    let desk = try desk()
    let wide = String(repeating: "x", count: 10_000_000)
    try desk.write("wide.csv", "time,text\n2026-01-01,\(wide)\n2026-01-02,short\n")
    if desk.mistakes("load tickets \"wide.csv\" as wide").isEmpty {
      #expect(try desk.rows("show tickets where source = wide") == ["2"])
    }
    try desk.write(
      "odd.csv",
      "time,,a,a,\"x\"\"y\",_reject,rowid,select\n2026-01-01,1,2,3,4,5,6,7\n2026-01-02,1,2,3,4,5,6,7\n")
    try desk.say("load tickets \"odd.csv\" as odd")
    #expect(try desk.rows("show tickets where source = odd") == ["2"])
    #expect(try desk.rows("events where source = odd").count == 2)
    #expect(try desk.rows("show sum(`x\"y`) where source = odd") == ["8"])
    try expectStillThere(desk)
  }

  /// A folder whose script fails half-way leaves nothing behind.
  @Test func aFolderThatFails() throws {
    let desk = try desk()
    try FileManager.default.createDirectory(atPath: desk.folder + "/set", withIntermediateDirectories: true)
    try desk.write("set/a.csv", csv("time,channel", "2026-01-01,chat"))
    for (script, words) in [
      ("load tickets \"a.csv\" as set_a\nload tickets \"b.csv\"", "b.csv"),
      ("load tickets \"a.csv\" as set_a\nshow tickets", "may only load"),
      ("load tickets \"a.csv\" as set_a\ndefine segment x = chanel = chat", "channel"),
      ("load tickets \"a.csv\" as set_a\nlod", "may only load"),
      ("load tickets \"a.csv\" as set_a\nload \"../set\"", "itself"), ("export \"x.csv\"", "may only load"),
    ] {
      try desk.write("set/load.cxs", script + "\n")
      let mistake = desk.mistake("load \"set\"")
      #expect(mistake.contains(words), "\(mistake)")
      #expect(try desk.rows("sources", "source").contains("set_a") == false)
    }
    try desk.write("set/load.cxs", "load tickets \"a.csv\" as set_a\n")
    try desk.say("load \"set\"")
    #expect(try desk.rows("show tickets where source = set_a") == ["1"])
  }

  // MARK: - Meaning

  /// The entries of the parser's corpus that are well formed and refused by meaning.
  @Test func everyLaterEntryOfTheCorpus() throws {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(
      separator: "/")
    let text = try String(
      contentsOfFile: folder + "/SyntaxTests/Fixtures/grammar-corpus.txt", encoding: .utf8)
    var entries: [[String]] = []
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if cells.count == 4, cells[0] == "later" { entries.append(cells) }
    }
    #expect(entries.count >= 19)
    let desk = try desk()
    for entry in entries {
      let mistake = try #require(desk.mistakes(entry[3]).first, "\(entry[3]) was not refused")
      let hinted = mistake.hint != nil || !mistake.known.isEmpty || mistake.code == "not-yet"
      #expect(mistake.span != nil && hinted, "\(entry[3]): \(mistake)")
      // What the corpus suggests behind a question mark is suggested.
      if let wanted = entry[2].split(separator: "mean ").last, entry[2].contains("did you mean") {
        #expect(mistake.hint?.contains(wanted.dropLast()) == true, "\(entry[3]): \(mistake)")
      }
    }
    try expectStillThere(desk)
  }

  @Test func questionsThatCannotBeAnswered() throws {
    let desk = try desk()
    for statement in [
      "show nps where escalated", "show tickets where handle_time > 1 hour", "show nps by topic",
      "show tickets by handle_time in steps of 1 day",
      "show share(kind) by channel", "show tickets per month", "show mean(text)",
      "show tickets where amount = ten", "show tickets where time = chat",
      "show tickets where channel in (chat, fax)", "show tickets where escalated = maybe",
      "show tickets where channel between a and b",
      "show tickets during 2026-13", "show tickets during 2026-02-30", "show tickets during $nothing",
      "show tickets where channel = $nothing",
      "show tickets by channel | sort nps", "show tickets by channel | top 3 per stage",
      "show tickets by channel | keep nps",
      "show tickets by channel | where topic = login", "show tickets by channel | add x = topic",
      "show tickets by channel | drop tickets, channel",
      "values nothing", "fields nothing", "rejects nothing", "events of r[1]",
      "events of $[1] where chanel = chat", "explain $[7].tickets",
      "focus chanel = chat", "define segment s = chanel = chat", "define measure m = tickts / 2",
      "param p = 2026-09..2026-07",
      "override sentiment = 9 where text contains card", "exclude duplicates by nothing",
      "recode stage from nothing (a = b)",
      "derive x = nothing + 1", "set zone \"Mars/Base\"", "set now \"tomorrow\"",
      "effort 4 where channel = chat", "owner \"A\" where chanel = chat",
      "show churn_rate", "show interviews", "show tickets where text matches \"[\"", "compound by week",
      "show tickets as nps",
    ] {
      try expectRefusal(statement, desk)
    }
    try expectStillThere(desk)
  }

  /// Later capabilities answer "not yet".
  @Test func notYet() throws {
    let desk = try desk()
    let finders = FinderName.allCases.map(\.help).filter(\.isLater).map(\.example)
    for statement in finders + [
      "show tickets by channel | chart bar", "show tickets by channel, week | pivot week", "undo",
      "connect \"flightsql://host\"", "load tickets from table cx.tickets",
    ] {
      let mistake = desk.mistake(statement)
      #expect(mistake.hasPrefix("not-yet"), "\(statement): \(mistake)")
    }
    try expectStillThere(desk)
  }

  private func expectStillThere(_ desk: Desk) throws {
    #expect(try desk.rows("show tickets, surveys where source in (tickets, surveys)") == ["10|10"])
    #expect(try desk.rows("show nps", "nps", "nps_n") == ["30|10"])
  }
}
