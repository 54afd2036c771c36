import Diagnostics
import Testing
import Vocabulary

@testable import Syntax

/// A wrong word names the right one.
@Suite struct SuggestionTests {
  @Test(arguments: [
    ("shwo tickets", "unknown-statement", "did you mean show?"),
    ("cmopound by stage", "unknown-statement", "did you mean compound?"),
    ("tickets by channel", "unknown-statement", "write show tickets"),
    ("sort nps desc | top 3", "step-as-statement", "write $ | sort nps desc"),
    ("show nps | srot nps", "unknown-step", "did you mean sort?"),
    ("show nps | chart lines", "unknown-chart", "did you mean line?"),
    ("set tme on", "unknown-setting", nil), ("set zones \"a\"", "unknown-setting", "did you mean zone?"),
    ("load ticket \"a.csv\"", "unknown-kind", "did you mean tickets?"),
    ("define segmnt a = b", "unknown-definition", "did you mean segment?"),
    ("compound strct", "unknown-option", "did you mean strict?"),
    ("compound by stage strct", "unknown-option", "did you mean strict?"),
    ("gaps strict", "unknown-option", nil),
    ("show nps | add x = rond(nps)", "unknown-function", "did you mean round?"),
    (
      "show nps | add x = count(a)", "aggregate-in-expression",
      "a column of the result stands in backticks: `count(…)`"
    ),
    ("show count by stage", "missing-bracket", "write count(…)"),
    ("show tickets where channel = live chat", "unexpected", "a text with spaces is quoted: \"live chat\""),
    (
      "show tickets where channel in (live chat)", "unexpected", "a text with spaces is quoted: \"live chat\""
    ),
    ("show tickets where amount ≥ 5", "unknown-character", "write >="),
    ("show tickets where amount => 5", "arrow-in-test", "greater or equal is >="),
    ("show tickets where a && b", "unknown-character", "write and"),
    ("show tickets where !escalated", "unknown-character", "write not"),
    ("show tickets where persona had (a)", "had-of-other", "write customer had (…)"),
    (
      "show tickets where tickets(a) > 3", "aggregate-in-test",
      "a column of the result is tested behind a bar: | where `tickets(…)` > …"
    ),
    ("show tickets where topic contains 24", "contains-needs-text", "quote it: \"24\""),
    ("show tickets where topic contains (a, b)", "contains-needs-text", "write contains any (…)"),
    ("show tickets during 2026-07-01T10:30", "not-a-point", "write 2026-07-01"),
    (
      "show tickets during 2026-02-30", "not-a-point",
      "points are 2026-07-01, 2026-07, 2026-Q3, 2026-W31, 2026"
    ),
    (
      "show tickets during 2025-W53", "not-a-point", "points are 2026-07-01, 2026-07, 2026-Q3, 2026-W31, 2026"
    ),
    ("show tickets during last 0 weeks", "not-a-count", nil),
    ("show tickets where amount > 1234-5678", "not-a-point", "write 1234 - 5678"),
    ("export map.html", "unquoted-path", "quote it: \"map.html\""),
    ("run other.cxs", "unquoted-path", "quote it: \"other.cxs\""),
    ("describe data/export.csv", "unquoted-path", "quote it: \"data/export.csv\""),
    ("explain load \"a.csv\"", "not-a-query", nil), ("$3[2]", "row-as-result", "write events of $3[2]"),
    ("show tickets | top 3 where a", "misplaced-clause", nil), ("show tickets)", "stray-bracket", nil),
    ("show tickets\nwhere a = b\nwhere c = d", "twice", "join tests with and"),
    ("| top 3", "stray-bar", "$ is the last result: $ | …"),
    ("derive x = case (a => b)", "missing-else-of-case", nil),
    ("show tickets | add x = case (a => b, else => c)", "case-in-expression", "here: if … then … else …"),
    ("show tickets where (a", "open-bracket", nil), ("show tickets by # key", "missing-key", nil),
  ])
  func `says what to write`(_ text: String, _ code: String, _ hint: String?) throws {
    let mistake = try #require(parse(SourceText(text)).mistakes.first)
    #expect(mistake.code == code, "\(mistake)")
    if let hint { #expect(mistake.hint == hint) }
  }

  @Test(arguments: [
    ("show tickets wehre stage = onboarding", "did you mean where?"),
    ("show tickets by stage wiht totals", "did you mean with?"),
    ("show tickets where stage = onboarding durng last 4 weeks", "did you mean during?"),
    ("show average response_time by stage", "did you mean mean(response_time)?"),
    ("show average csat by stage", "did you mean csat?"),
    ("show mean response_time", "write mean(response_time)"),
    ("show tickets group by stage", "write by stage"),
    ("show tickets by stage top 3", "write | top 3"),
    ("show tickets top 3", "write | top 3"), ("compound by stage top 3 | as r", "write | top 3"),
    ("show tickets where escalated top 3", "write | top 3"),
    ("show tickets where stage = onboarding top 3", "write | top 3"),
    ("show tickets by stage order by tickets desc", "write | sort tickets desc"),
    ("show tickets by stage sort by tickets", "write | sort tickets"),
    ("show tickets by stage sort tickets", "write | sort tickets"),
    ("show tickets sort tickets", "write | sort tickets"),
    ("show tickets by stage limit 5", "write | top 5"),
    ("show tickets of $[1]", "write events of $[1]"),
    ("show tickets by stage of r2[1]", "write events of r2[1]"),
    ("show tickets where stage like \"on%\"", "write stage contains \"on*\" or matches with a pattern"),
    ("show tickets where stage not like \"%on%\"", "write stage contains \"on\" or matches with a pattern"),
    (
      "show tickets where stage like \"o_n\"",
      "write contains, with * for the end of a word, or matches with a pattern"
    ),
    (
      "show tickets where response_time > 4 parsecs",
      "the units of a duration are seconds, minutes, hours, days, weeks"
    ),
    ("show tickets where response_time > 4 huors", "did you mean hours?"),
    ("show tickets last 4 weeks", "write during last 4 weeks"),
    ("show tickets by stage this month", "write during this month"),
    ("show tickets where stage is null", "write stage is missing"),
    ("show tickets where stage is not null", "write stage is not missing"),
    ("show tickets where stage is onboarding", "write stage = onboarding"),
    ("compound sort severity | top 3", "write | sort severity"),
    ("compound stage, channel", "keys stand behind by: compound by stage, channel"),
    ("show tickets during yesterday", Diagnostic.periodHint),
    ("show tickets during September", Diagnostic.periodHint),
    ("show tickets during 09/2026", "write 2026-09"),
    ("show tickets vs channel = Phone", Diagnostic.versusHint),
    ("sql select count(*) from events | x", "write sql \"select count(*) from events | x\""),
    ("sql select \"a b\" from events", "write sql \"select \\\"a b\\\" from events\""),
    ("SELECT * FROM events", "write sql \"SELECT * FROM events\""),
    ("select 'a' from events", "write sql \"select 'a' from events\""),
    ("?", "write help"), ("? compound", "write help"), ("\\q", "write quit"),
    ("\\d", "write sources, or fields for what they hold"),
    (".tables", "write sources, or fields for what they hold"), ("clear screen", "Ctrl-L clears the screen"),
  ])
  func `says how it is written here`(_ text: String, _ hint: String) throws {
    let mistake = try #require(parse(SourceText(text)).mistakes.first)
    #expect(mistake.hint == hint, "\(mistake)")
  }

  @Test(arguments: [
    ("show tickets csat", "missing-comma"), ("show tickets where topic = cash withdrawal", "unexpected"),
    ("show tickets where topic = drop down", "unexpected"), ("focus channel = chat top 3", "unexpected"),
  ])
  func `takes nothing for a misspelt clause that is none`(_ text: String, _ code: String) {
    #expect(parse(SourceText(text)).mistakes.map(\.code) == [code])
  }

  @Test func `exit with a semicolon leaves`() {
    #expect(parse(SourceText("exit;")).statements.map(\.printed) == ["quit"])
  }

  @Test func `an unknown statement names a dozen that this version can do`() throws {
    let known = try #require(parse(SourceText("frobnicate x")).mistakes.first?.known)
    #expect((6...12).contains(known.count))
    for word in known {
      #expect(Catalogue.statementWords.contains(word))
      #expect(Catalogue.entries(named: word).contains { !$0.help.isLater }, "\(word)")
    }
  }

  @Test func `several mistakes are told, and what is right is read`() {
    let text = """
      show tickets wehre a = b
      show nps
      load data.csv
      compound (
        x
      show csat; shwo csat; show tickets
      #= 3 rows
      by stage
      """
    let script = parse(SourceText(text))
    #expect(
      script.mistakes.map(\.code) == [
        "unknown-clause", "unquoted-path", "open-bracket", "unknown-statement", "stray-clause",
      ])
    #expect(script.statements.map(\.printed) == ["show nps", "show csat", "show tickets"])
  }
}
