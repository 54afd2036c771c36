import DataModel
import Foundation
import Testing

/// `priorities`: the worst of `compound`, which is compared with the method's reference program in `CompoundTests`.
struct PrioritiesTests {
  private static let sample: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/samples/northbank"
  }()

  @Test func theWorstByRankThenThoseToWatch() throws {
    let desk = try CompoundData.desk(days: 210)
    let columns = ["stage", "channel", "status", "priority", "reach", "severity", "effort", "owner"]
    let scan = try desk.table("compound | where status in (compound, watch)").lines(of: columns)
    let all = try desk.table("priorities 12").lines(of: columns)
    #expect(all == scan)
    #expect(try desk.table("priorities").lines(of: columns) == Array(scan.prefix(3)))
    #expect(try desk.table("priorities 1").rows.count == 1)
    #expect(!all.contains { $0.contains("clear") || $0.contains("only") })
  }

  @Test func focusAndClausesHold() throws {
    let desk = try CompoundData.desk(days: 210)
    let scan = try desk.rows(
      "compound by channel | where status in (compound, watch) | top 3 by reach", "channel")
    #expect(try desk.rows("priorities by channel", "channel").count == min(3, scan.count))
    try desk.say("focus channel = app")
    #expect(try desk.rows("priorities 12", "channel").allSatisfy { $0 == "app" })
    #expect(desk.mistake("priorities by week").hasPrefix("grain-as-place"))
    #expect(desk.mistake("priorities vs rest").hasPrefix("rest-in-scan"))
    #expect(desk.mistake("priorities 1.5").hasPrefix("not-a-count"))
    #expect(desk.mistake("priorities 0").hasPrefix("not-a-count"))
    #expect(try Desk().mistake("priorities").hasPrefix("nothing-loaded"))
    #expect(try SmallBank.ticketDesk().mistake("priorities by channel").contains("priorities"))
  }

  @Test func whatIsLackingIsSaid() throws {
    let desk = try CompoundData.desk(days: 210)
    #expect(try desk.table("priorities 4").notes.contains { $0.contains("40 action items will be ignored") })
    #expect(!(try desk.table("priorities 3").notes.contains { $0.contains("40 action items") }))
    let assumed = try desk.table("priorities 12")
    let place = try #require(assumed.index(of: "effort_assumed"))
    let open = assumed.rows.filter { $0[place] == .boolean(true) }
    let notes = assumed.notes.filter { $0.contains("effort 3 where") }
    #expect(notes.count == open.count)
    // The statement of each note is one that can be typed, and then nothing is lacking.
    for note in notes {
      let statement = try #require(note.range(of: "): ").map { String(note[$0.upperBound...]) })
      try desk.say(statement)
    }
    #expect(!(try desk.table("priorities 12").notes.contains { $0.contains("effort 3 where") }))
  }

  /// The quotes beside plain SQL over the file: of the last four weeks, said badly, five words or more.
  @Test func quotesAreTheWorstSaid() throws {
    let desk = try Desk()
    try desk.say("load \"\(Self.sample)\"")
    let table = try desk.table("priorities")
    let connection = try desk.connection()
    for row in try table.lines(of: ["stage", "channel", "quote", "quote_2"]) {
      let cells = row.split(separator: "|").map(String.init)
      let said = try connection.rows(
        """
        select text from read_csv('\(Self.sample)/mentions.csv', all_varchar = true)
        where stage = '\(cells[0])' and channel = '\(cells[1])' and posted_at >= '2026-08-31'
          and cast(sentiment as double) < 0 and len(regexp_split_to_array(trim(text), '\\s+')) >= 5
        group by text order by min(cast(sentiment as double)), strlen(text), text limit 2
        """, keys: 1)
      #expect(said.map(\.0) == Array(cells.dropFirst(2)))
    }
    #expect(table.rows.count == 3)
  }
}
