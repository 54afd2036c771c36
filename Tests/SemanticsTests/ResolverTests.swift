import DataModel
import Diagnostics
import Planning
import Semantics
import Syntax
import Testing
import Vocabulary

/// What a question means against the sample catalog, or why it means nothing.
@Suite struct ResolverTests {
  let catalog = SampleCatalog()

  private func show(_ text: String, _ definitions: Definitions = Definitions()) throws -> ResolvedShow {
    let query = try parseQuery(text)
    guard case .show(let items, let tail) = query.head else { throw Mistakes([]) }
    return try Resolver(catalog: catalog, definitions: definitions).resolveShow(items, tail, span: query.span)
  }

  private func mistakes(_ text: String, _ definitions: Definitions = Definitions()) -> [Diagnostic] {
    do {
      _ = try show(text, definitions)
      return []
    } catch let mistakes as Mistakes {
      return mistakes.list
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  @Test(arguments: [
    ("show tickets by stage where channel = caht", "unknown-value", "did you mean chat?"),
    ("show tickts by stage", "unknown-measure", "did you mean tickets?"),
    ("show tickets by stge", "unknown-field", "did you mean stage?"),
    ("show tickets by weeks", "unknown-field", "did you mean week?"),
    ("show nps where escalated", "unknowable-filter", "where customer had (escalated)?"),
    ("show tickets where time > chat", "wrong-type", "write a date"),
    ("show tickets where response_time > 48", "wrong-type", "48 hours?"),
    ("show tickets where channel = chat or phone", "not-boolean", "channel in (…, phone)?"),
    ("show tickets-mentions by week", "unknown-measure", "a minus needs spaces"),
    ("show escalation_rate as tickets", "name-taken", "choose another name"),
    ("show tickets during 2026-09..2026-07", "period-order", "write the earlier point first"),
    ("show sum(text)", "wrong-argument", ""),
    ("show fcr by handle_time", "unknown-field", "no loaded source has it"),
    ("show revenue by stage vs rest", "rest-without-filter", "where persona"),
    ("show tickets where channel < chat", "wrong-operator", "use = or !="),
    ("show aht", "no-data-for-measure", "load … with (handle_time = COLUMN)"),
    ("show tickets by time", "time-as-key", "by day"),
    ("show tickets where amount = many", "wrong-type", "write a number"),
    ("show tickets where sentiment = negative", "wrong-type", "sentiment < 0"),
    ("show tickets where channel = none", "unknown-value", "channel is missing, or channel is not missing"),
    ("show tickets where channel != null", "unknown-value", "channel is not missing"),
    ("show tickets where amount = none", "wrong-type", "amount is missing, or amount is not missing"),
    ("show share of tickets per channel by stage", "per-needs-key", "per takes stage"),
    ("show tickets, tickets", "duplicate-column", "give one a name with as"),
  ])
  func `a mistake in meaning has its code and says what to do`(text: String, code: String, hint: String) {
    let found = mistakes(text)
    #expect(found.map(\.code).contains(code), "\(found)")
    #expect(found.contains { ($0.hint ?? "").contains(hint) }, "\(found)")
    for mistake in found where mistake.span != nil {
      #expect((mistake.span?.end ?? 0) <= text.utf8.count)
    }
  }

  @Test func `several mistakes are reported together`() {
    #expect(mistakes("show tickts by stge where channel = caht").count == 3)
  }

  @Test(arguments: [
    ("show tickets where channel = CHAT", "channel = \"chat\""),
    ("show tickets where priority = high", "priority = \"High\""),
    ("show tickets where not escalated and channel != chat", "not escalated and channel != \"chat\""),
    ("show tickets where time = 2026-07", "time >= 2026-07-01 and time < 2026-08-01"),
    ("show tickets where time > 2026-07", "time >= 2026-08-01"),
    (
      "show tickets where response_time between 1 hour and 2 days",
      "response_time >= 3600 seconds and response_time <= 172800 seconds"
    ),
    ("show tickets where channel in (chat, \"Phone\")", "channel in (\"chat\", \"phone\")"),
    (
      "show csat where customer had (escalated) within 14 days before",
      "customer had (escalated) within 1209600 seconds before"
    ),
    ("show tickets where amount > 5 %", "amount > 0.05"),
  ])
  func `predicates become conditions`(text: String, condition: String) throws {
    #expect(try show(text).scope.condition?.text == condition)
  }

  @Test(arguments: [
    // The data ends on Sunday 2026-09-27, so that week is complete and September is not.
    ("show tickets during last 4 weeks", "2026-08-31 to 2026-09-27"),
    ("show tickets during last week", "2026-09-21 to 2026-09-27"),
    ("show tickets during last month", "2026-08-01 to 2026-08-31"),
    ("show tickets during this month", "2026-09-01 to 2026-09-30"),
    ("show tickets during last 2 quarters", "2026-01-01 to 2026-06-30"),
    ("show tickets during 2026-Q3", "2026-07-01 to 2026-09-30"),
    ("show tickets during 2026-W31", "2026-07-27 to 2026-08-02"),
    ("show tickets during 2026-07-01..2026-07-14", "2026-07-01 to 2026-07-14"),
    ("show tickets during ..2026-06", "to 2026-06-30"),
  ])
  func `periods are read against the end of the data`(text: String, days: String) throws {
    #expect(try show(text).scope.days?.text == days)
  }

  @Test(arguments: [
    ("show tickets during last 4 weeks vs previous", "2026-08-03 to 2026-08-30"),
    ("show tickets during 2026-Q3 vs previous", "2026-04-01 to 2026-06-30"),
    ("show tickets during 2026-Q3 vs same last year", "2025-07-01 to 2025-09-30"),
    ("show tickets during last 4 weeks vs same last year", "2025-09-01 to 2025-09-28"),
    ("show tickets during 2026-07-08..2026-07-14 vs previous", "2026-07-01 to 2026-07-07"),
    ("show tickets vs previous", "2026-08-03 to 2026-08-30"),
  ])
  func `vs finds the other period`(text: String, days: String) throws {
    guard case .period(let other)? = try show(text).versus else {
      Issue.record("no period")
      return
    }
    #expect(other.days.text == days)
  }

  @Test(arguments: [
    // September ends on the 30th, the data on the 27th.
    (
      "show tickets during last 2 months",
      ["During 2026-07-01 to 2026-08-31. 2026-09-01 to 2026-09-27 is left out: that month is not complete."]
    ),
    (
      "show tickets during last 2 months vs previous",
      ["2026-09-01 to 2026-09-27 is left out: that month is not complete."]
    ),
    ("show tickets during last 4 weeks", ["During 2026-08-31 to 2026-09-27."]),
    ("show tickets during 2026-08", []),
    (
      "show tickets during 2026-Q3",
      [
        "The period 2026-07-01 to 2026-09-30 lies partly outside the data, which is of 2026-03-23 to 2026-09-27."
      ]
    ),
    (
      "show tickets during 2020",
      ["The period 2020-01-01 to 2020-12-31 lies outside the data, which is of 2026-03-23 to 2026-09-27."]
    ),
    (
      "show tickets by month vs previous",
      ["No during: the last 3 complete months, 2026-06-01 to 2026-08-31."]
    ),
  ])
  func `what a period means, leaves out and lacks is said`(text: String, notes: [String]) throws {
    #expect(try show(text).notes == notes)
  }

  @Test func `a focus is said with every result`() throws {
    var definitions = Definitions()
    definitions.focus = try parsePredicate("channel = chat")
    #expect(try show("show tickets", definitions).notes == ["Focus: channel = \"chat\"; unfocus ends it."])
  }

  @Test func `a week that ends early is not complete`() throws {
    let friday = SampleCatalog(lastDay: CivilDate(year: 2026, month: 9, day: 25).dayNumber)
    let query = try parseQuery("show tickets during last 1 week")
    guard case .show(let items, let tail) = query.head else { return }
    let resolved = try Resolver(catalog: friday, definitions: Definitions()).resolveShow(
      items, tail, span: query.span)
    #expect(resolved.scope.days?.text == "2026-09-14 to 2026-09-20")
  }

  @Test func `a segment and a measure of the user are put in`() throws {
    var definitions = Definitions()
    definitions.segments["angry"] = try parsePredicate("channel = chat and escalated")
    definitions.measures["load"] = try parseMeasure("tickets(escalated) / tickets")
    let resolved = try show("show load where angry by angry", definitions)
    #expect(resolved.scope.condition?.text == "channel = \"chat\" and escalated")
    #expect(resolved.items[0].expression.measures.map(\.name) == ["tickets(escalated)", "tickets"])
    #expect(resolved.keys.map(\.name) == ["angry"])
  }

  @Test func `a segment that is defined by itself is noticed`() throws {
    var definitions = Definitions()
    definitions.segments["loop"] = try parsePredicate("loop")
    #expect(mistakes("show tickets where loop", definitions).map(\.code) == ["circular-definition"])
  }

  @Test func `in a replay a value that is gone gives nothing and a note`() throws {
    let query = try parseQuery("show tickets where channel = fax")
    guard case .show(let items, let tail) = query.head else { return }
    let resolver = Resolver(catalog: catalog, definitions: Definitions(), isForgiving: true)
    let resolved = try resolver.resolveShow(items, tail, span: query.span)
    #expect(resolved.scope.condition == .always(false))
    #expect(resolver.remarks.map(\.code) == ["value-gone"])
  }

  @Test func `a focus on the keys of compound hides, any other filters`() throws {
    var definitions = Definitions()
    definitions.focus = try parsePredicate("channel = chat")
    #expect(try compound("compound", definitions).scan.hiding?.text == "channel = \"chat\"")
    definitions.focus = try parsePredicate("topic = refund")
    #expect(try compound("compound", definitions).scan.condition?.text == "topic = \"refund\"")
  }

  @Test func `compound reads its options`() throws {
    let resolved = try compound(
      "compound by stage strict trend level 0.05 of mention vs last 12 weeks", Definitions())
    #expect(resolved.isStrict && resolved.shape == .trend && resolved.scan.level == 0.05)
    #expect(resolved.second.kinds == [.mention])
    #expect(resolved.scan.comparison == .before(unit: .week, count: 12))
  }

  private func compound(_ text: String, _ definitions: Definitions) throws -> ResolvedCompound {
    let query = try parseQuery(text)
    guard case .finder(let call) = query.head else { throw Mistakes([]) }
    return try Resolver(catalog: catalog, definitions: definitions).resolveCompound(call, span: query.span)
  }
}
