import Diagnostics
import TestSupport
import Testing

@testable import Syntax

@Suite struct FormatterTests {
  @Test func `a script with everything`() {
    let text = """
      \u{feff}#@ cxsh 1
      #@   zone Europe/Berlin

      # What the quarter was like.
      PARAM quarter = 2026-Q3   # the last one
      load "../samples/northbank";focus channel in (chat, "phone")
      note \"\"\"
      Chat onboarding is where it breaks.
      #= not a record
      \"\"\"


      SHOW Tickets, sentiment
        by stage, # of the journey
        channel where (channel = chat and ((not escalated))) DURING $quarter
        | as r1
      #= 12 rows sha256:9f2c41
      #> stage       tickets
      #>   onboarding     12
      #>
      show nps where customer had (escalated or (reopened and amount > 5 %)) within 1 weeks before vs rest
      """
    let script = parse(SourceText(text))
    #expect(script.mistakes.map(\.code) == [])
    expectSnapshot(format(script), named: "everything.cxs")
  }

  @Test func `long statements break at clauses, bars and commas`() {
    let text = """
      show tickets, sentiment, tickets(escalated) / tickets as escalated_share by stage, channel where channel = chat during last 12 weeks vs previous with totals | where tickets >= 30 | sort tickets desc | top 3 | as worst
      derive stage = case (touchpoint = "app store" => awareness, touchpoint in ("branch", "web form") => consideration, else => retention) in zendesk
      load tickets "zendesk.csv" as zendesk with (time = `Created at`, csat_score = rating scale 1..5 high is good, topic = "Subject", sentiment = tone scale -0.5..0.5 high is bad)
      show tickets(channel = "chat" and topic = "billing"), tickets(channel = "phone" and topic = "billing"), csat by stage
      recode channel from via ("Web form" = web, "Web Widget" = chat, voice = phone, facebook = social, else = missing) in zendesk # from the export
      """
    let script = parse(SourceText(text))
    #expect(script.mistakes == [])
    let formatted = format(script)
    expectSnapshot(formatted, named: "long-statements.cxs")
    let again = parse(SourceText(formatted))
    #expect(again.mistakes == [])
    #expect(
      again.statements.map { structure(of: $0.kind) } == script.statements.map { structure(of: $0.kind) })
    #expect(format(again) == formatted)
  }

  @Test(arguments: [
    (
      "show tickets where a and (b or c) or not (d and e)",
      "show tickets where a and (b or c) or not (d and e)"
    ),
    ("show tickets where ((a and b) and c) or (d)", "show tickets where a and b and c or d"),
    ("show tickets where a and (b and c)", "show tickets where a and (b and c)"),
    ("show (tickets - mentions) - (reviews - 1)", "show tickets - mentions - (reviews - 1)"),
    ("show -(1) - -2 * -(tickets + 1)", "show -(1) - -2 * -(tickets + 1)"),
    ("derive x = (if a then 1 else 2) + 3", "derive x = (if a then 1 else 2) + 3"),
    ("derive x = 3 + if a then 1 else 2 + 3", "derive x = 3 + (if a then 1 else 2 + 3)"),
    ("derive x = 1 hours - 2 week", "derive x = 1 hour - 2 weeks"),
    ("show tickets where `by` = `Ticket Source`", "show tickets where `by` = `Ticket Source`"),
    ("show tickets where topic = \"a\\tb\\u{7}\\\\\"", "show tickets where topic = \"a\\tb\\u{7}\\\\\""),
    ("set plain on", "set plain on"), ("set zone \"Europe/Berlin\"", "set zone \"Europe/Berlin\""),
    ("exit", "quit"), ("help by", "help by"), ("history chat", "history \"chat\""),
    ("recode a from b (x = keep, else = keep)", "recode a from b (\"x\" = \"keep\", else = keep)"),
    (
      "show tickets during last 1 weeks vs same last year",
      "show tickets during last 1 week vs same last year"
    ),
    ("show tickets during last week", "show tickets during last week"),
    (
      "show tickets where time = 2026-w05 or time < 2026-q3",
      "show tickets where time = 2026-W05 or time < 2026-Q3"
    ),
    ("$ 3 | sort a asc, b desc", "$3 | sort a, b desc"), ("explain $[2].nps", "explain $[2].nps"),
    ("link  customers by email ,handle in( a )", "link customers by email, handle in (a)"),
    ("show COUNT(Escalated)", "show count(Escalated)"),
    (
      "compound where a = b strict of mention,review level 0.1",
      "compound strict of mention, review level 0.1 where a = \"b\""
    ),
  ])
  func `one statement`(_ text: String, _ expected: String) throws {
    let script = parse(SourceText(text))
    #expect(script.mistakes == [])
    #expect(try #require(script.statements.first).printed == expected)
  }

  @Test func `a measure without as is named by its text`() throws {
    #expect(try parseMeasure("share(escalated)").printed == "share(escalated)")
    #expect(try parseMeasure("count( escalated )").printed == "count(escalated)")
    #expect(
      try parseMeasure("tickets(channel = chat)/tickets").printed == "tickets(channel = \"chat\") / tickets")
    #expect(try parsePredicate("a = b").printed == "a = \"b\"")
    #expect(try parseQuery("show nps | top 3").printed == "show nps | top 3")
    #expect(throws: Mistakes.self) { try parseQuery("show nps | top") }
    #expect(throws: Mistakes.self) { try parsePredicate("a = b; c") }
  }

  @Test func `line ends of other systems`() throws {
    let script = parse(
      SourceText("show tickets\r\n  | top 3\r\n# c\r\n#= 1 row\r\nnote \"\"\"\r\na\r\nb\r\n\"\"\"\r\n"))
    #expect(script.mistakes == [])
    #expect(format(script) == "show tickets | top 3\n# c\n#= 1 row\nnote \"\"\"\na\nb\n\"\"\"\n")
  }

  @Test(arguments: [
    ("", Completeness.complete), ("  # c", .complete), ("show tickets", .complete),
    ("show tickets,", .incomplete),
    ("show tickets |", .incomplete), ("show tickets where (a", .incomplete), ("note \"\"\"a", .incomplete),
    ("note \"a", .mistaken), ("show tickets by;", .mistaken), ("foo bar", .mistaken),
    ("show nps; show", .incomplete),
    ("load", .incomplete), ("show tickets\n\n", .complete), ("show tickets where topic = #1", .incomplete),
    ("$", .complete),
  ])
  func `whether Enter runs it`(_ text: String, _ expected: Completeness) {
    #expect(completeness(of: text) == expected)
  }
}
