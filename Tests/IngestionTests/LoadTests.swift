import DataModel
import Ingestion
import Testing
import Vocabulary

@Suite struct LoadTests {
  static let tickets = """
    Id,Created at,Requester id,Via,Group,Satisfaction Score,Full resolution time in minutes,Reopens,Subject
    1,2026-07-01 09:30:00,C1,Mail,Cards,5,90,0,No card
    2,2026-07-02 10:00:00,C2,Chat,Cards,,30.5,1,"Still, no card"
    3,2026-07-03 11:00:00,,chat,,3,,0,

    """

  @Test func `A ticket export becomes a table of fields`() throws {
    let bench = try Bench().write("export.csv", Self.tickets)
    let outcome = try bench.load("export.csv")
    #expect(
      outcome.source.roles == [
        "channel = Via", "csat_score = Satisfaction Score", "customer = Requester id", "id = Id",
        "reopened = Reopens",
        "resolution_time = Full resolution time in minutes", "team = Group", "text = Subject",
        "time = Created at",
      ])
    #expect(outcome.source.rowsRead == 3)
    #expect(outcome.source.rowsRejected == 0)
    #expect(outcome.source.timesAreWallClock)
    #expect(outcome.source.field("csat_score")?.missing == 1)
    #expect(
      try bench.rows(
        "select time, customer, channel, csat_score, resolution_time, reopened, text, id from t order by rowid"
      ) == [
        ["2026-07-01 09:30:00", "C1", "Mail", "5.000000", "5400000", "false", "No card", "1"],
        ["2026-07-02 10:00:00", "C2", "Chat", "-", "1830000", "true", "Still, no card", "2"],
        ["2026-07-03 11:00:00", "-", "chat", "3.000000", "-", "false", "-", "3"],
      ])
  }
}
