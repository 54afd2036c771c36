import DataModel
import Planning
import Semantics
import Testing
import Vocabulary

@testable import SQLWriting

/// Plans said in SQL: only what a question needs is read, and conditions keep their two values.
struct PlanWriterTests {
  private static let tickets = SourceInfo(
    alias: "t", kind: .tickets, files: [], tableName: "source_1",
    fields: [
      SourceField(name: "time", role: .time, type: .instant, column: "created", missing: 0),
      SourceField(name: "customer", role: .customer, type: .text, column: "customer", missing: 1),
      SourceField(name: "channel", role: .channel, type: .text, column: "channel", missing: 0),
      SourceField(name: "escalated", role: .escalated, type: .boolean, column: "escalated", missing: 2),
    ], rowsRead: 9, rowsRejected: 0, sharedOffset: 3600, timesAreWallClock: false, hasKindColumn: false,
    remarks: [])

  private static let customers = SourceInfo(
    alias: "c", kind: .customers, files: [], tableName: "source_2",
    fields: [
      SourceField(name: "customer", role: .customer, type: .text, column: "id", missing: 0),
      SourceField(name: "persona", role: .persona, type: .text, column: "persona", missing: 0),
    ], rowsRead: 5, rowsRejected: 0, sharedOffset: nil, timesAreWallClock: true, hasKindColumn: false,
    remarks: [])

  private var writer: PlanWriter {
    let kinds: [String: Set<EventKind>] = ["t": [.ticket], "c": []]
    return PlanWriter(
      schema: EventSchema(
        sources: [Self.tickets, Self.customers], kinds: kinds,
        fields: FieldCatalog(sources: [Self.tickets, Self.customers], kinds: kinds),
        spellings: ["channel": ["CHAT": "chat"]], zone: .offset(3600)))
  }

  private func sql(_ keys: [ResolvedKey], _ condition: Condition?) -> String {
    let plan = GroupPlan(
      scope: Scope(kinds: [.ticket], condition: condition, days: DayRange(start: 20_000, end: 20_007)),
      keys: keys,
      statistics: [Statistic(.count, kinds: [.ticket])])
    return writer.sql(for: plan)
  }

  private func key(_ role: Role) -> ResolvedKey {
    ResolvedKey(name: role.rawValue, form: .field(FieldReference(role)))
  }

  @Test func onlyWhatIsNeededIsJoined() {
    #expect(!sql([key(.channel)], nil).contains("source_2"))
    #expect(sql([key(.persona)], nil).contains("left join"))
    #expect(!sql([key(.channel)], nil).contains("escalated"))
  }

  @Test func spellingsAndZoneAreApplied() {
    let sql = sql([key(.channel), ResolvedKey(name: "week", form: .grain(.week))], nil)
    #expect(sql.contains("when 'CHAT' then 'chat'"))
    #expect(sql.contains("+ 3600000000)"))
  }

  @Test func negationsKeepTheMissing() {
    let flag = Condition.isTrue(FieldReference(.escalated))
    #expect(sql([], .not(flag)).contains("not coalesce(e.\"escalated\", false)"))
    #expect(sql([], .not(.not(flag))).hasSuffix("where e.\"escalated\""))
    let chat = Condition.compare(FieldReference(.channel), .unequal, .text("chat"))
    #expect(sql([], chat).contains("is distinct from 'chat'"))
  }

  /// A text of the user is a text in SQL, whatever is in it.
  @Test func textsAreQuoted() {
    let hostile = "x' or 1=1 --"
    let tests: [Condition] = [
      .compare(FieldReference(.channel), .equal, .text(hostile)),
      .among(FieldReference(.channel), [.text(hostile)]),
      .matches(FieldReference(.channel), hostile),
      .contains(FieldReference(.channel), [WordPattern(hostile)]),
    ]
    for test in tests {
      #expect(sql([], test).contains("x'' or") || sql([], test).contains("x''\\s+or"), "\(test)")
    }
  }
}
