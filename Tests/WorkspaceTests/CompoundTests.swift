import DataModel
import Diagnostics
import Foundation
import Testing

/// `compound` from the files to the last column, beside the method's reference program.
///
/// `Fixtures/compound-expected.json` was written by `Fixtures/compound-expected.py`, which makes the same data, sums it in
/// plain Python and calls the reference program.
struct CompoundTests {
  private struct Expected: Decodable {
    var days: Int
    /// By column; `cell` holds the keys, `viral` whether a week was left out.
    var rows: [[String: Scalar]]
    var facts: [String: Scalar]
  }

  private enum Scalar: Decodable {
    case text(String), number(Double), flag(Bool), texts([String]), missing

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .missing
      } else if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let texts = try? container.decode([String].self) {
        self = .texts(texts)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  private static let expected: [String: Expected] = {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    guard let data = FileManager.default.contents(atPath: folder + "/Fixtures/compound-expected.json") else {
      return [:]
    }
    return (try? JSONDecoder().decode([String: Expected].self, from: data)) ?? [:]
  }()

  @Test func everyCaseAgreesWithTheReference() throws {
    #expect(Self.expected.count == 16)
    var desks: [Int: Desk] = [:]
    for (statement, expected) in Self.expected.sorted(by: { $0.key < $1.key }) {
      let desk = try desks[expected.days] ?? CompoundData.desk(days: expected.days)
      desks[expected.days] = desk
      let table = try desk.table(statement)
      try compare(table, expected, statement)
    }
  }

  private func compare(_ table: Table, _ expected: Expected, _ statement: String) throws {
    #expect(table.rows.count == expected.rows.count, "\(statement)")
    for (row, wanted) in zip(table.rows, expected.rows) { try compare(row, table, wanted, statement) }
    for (name, wanted) in expected.facts { compare(table.fact(name), wanted, "\(statement): \(name)") }
    #expect(Set(table.facts.map(\.name)) == Set(expected.facts.keys), "\(statement)")
  }

  private func compare(_ row: [Value], _ table: Table, _ wanted: [String: Scalar], _ statement: String) throws
  {
    let keys = row.prefix(table.columns.prefix { $0.part == .key }.count).map(\.short)
    guard case .texts(let cell)? = wanted["cell"], case .flag(let isViral)? = wanted["viral"] else { return }
    #expect(keys == cell, "\(statement)")
    let note = row[try #require(table.index(of: "note"))]
    #expect(note.short.contains("viral") == isViral, "\(statement): \(cell)")
    if wanted["rank"] == nil { #expect(row[try #require(table.index(of: "rank"))] == .missing) }
    for (name, scalar) in wanted where name != "cell" && name != "viral" {
      let found = row[try #require(table.index(of: name), "\(name)")]
      compare(found, scalar, "\(statement): \(cell): \(name)")
    }
  }

  private func compare(_ value: Value?, _ wanted: Scalar, _ place: String) {
    switch wanted {
    case .missing: #expect(value == .missing, "\(place)")
    case .text(let text): #expect(value?.short == text, "\(place)")
    case .texts: break
    case .flag(let flag): #expect(value == .boolean(flag), "\(place)")
    case .number(let number):
      #expect(isClose(value?.asNumber, number), "\(place): \(value?.short ?? "nil"), not \(number)")
    }
  }

  private func isClose(_ found: Double?, _ wanted: Double?) -> Bool {
    guard let found, let wanted else { return found == nil && wanted == nil }
    return abs(found - wanted) <= 1e-9 * max(1, abs(wanted))
  }

  // MARK: - What is shown

  /// A focus on a key hides cells and changes no figure; any other focus is a filter.
  @Test func focusHidesCells() throws {
    let desk = try CompoundData.desk(days: 210)
    let all = try desk.table("compound")
    let byTopic = try desk.table("compound where topic = b")
    try desk.say("focus channel = chat")
    let hidden = try desk.table("compound")
    #expect(hidden.lines == all.lines.filter { $0.contains("|chat|") })
    #expect(hidden.facts == all.facts)
    #expect(hidden.notes.contains { $0.contains("hides 9 cells") })
    try desk.say("focus topic = b")
    #expect(try desk.table("compound").lines == byTopic.lines)
  }

  /// One ticket in sixty has no channel; they belong to no cell, and it is said how many.
  @Test func whatBelongsToNoCellIsSaid() throws {
    let data = CompoundData(days: 210)
    let lost = data.tickets.dropFirst().count {
      $0.split(separator: ",", omittingEmptySubsequences: false)[2].isEmpty
    }
    let notes = try CompoundData.desk(days: 210).table("compound").notes
    #expect(notes.contains("\(lost) tickets and mentions have no stage or channel and belong to no cell."))
  }

  @Test func rulesOfOwnersAndEffortsWin() throws {
    let desk = try CompoundData.desk(days: 210)
    let before = try desk.table("compound")
    try desk.say(
      "owner \"Zoe\" where channel = chat; effort 8 where stage = buy; effort 1 where touchpoint = tp1")
    let after = try desk.table("compound | where stage = buy and channel = chat")
    #expect(try after.lines(of: ["owner", "effort", "effort_assumed"]) == ["Zoe|1|false"])
    #expect(try desk.rows("compound | where stage = buy and channel = app", "effort") == ["8"])
    // Effort 1 instead of 2 doubles the priority.
    let old = try #require(before.rows.first { $0[0] == .text("buy") && $0[1] == .text("chat") })
    let position = try #require(before.index(of: "priority"))
    let doubled = 2 * (old[position].asNumber ?? .nan)
    #expect(isClose(after.rows[0][position].asNumber, doubled))
  }

  @Test func stepsWorkOnTheList() throws {
    let desk = try CompoundData.desk(days: 210)
    #expect(
      try desk.rows("compound | where status = compound | keep stage, channel | top 1 by stage").count == 1)
    #expect(try desk.rows("compound | where status = watch", "status").allSatisfy { $0 == "watch" })
    #expect(desk.mistake("compound | where status = compund").contains("compound"))
    #expect(try desk.rows("compound | facts", "fact").contains("kappa"))
    let cell = try desk.table("compound | as c")
    let first = try #require(cell.rows.first)
    let tickets = try #require(cell.index(of: "tickets_cur"))
    #expect(
      try desk.table("events of c[1] where kind = ticket").rows.count == Int(first[tickets].asNumber ?? -1))
  }

  // MARK: - What is refused

  @Test func tooLittleHistory() throws {
    for days in [5, 13] {
      let desk = try CompoundData.desk(days: days)
      #expect(desk.mistake("compound").hasPrefix("short-history"), "\(days)")
      #expect(try desk.rows("show tickets").count == 1)
    }
    // 14 days with a first day that lacks one kind leave 13: no comparison of whole weeks.
    let desk = try Desk(
      [
        "t.csv": "time,stage,channel\n"
          + (1...28).map { "2026-02-\($0 < 10 ? "0" : "")\($0),a,b" }.joined(separator: "\n") + "\n",
        "m.csv": "time,stage,channel,sentiment\n"
          + (2...14).map { "2026-02-\($0 < 10 ? "0" : "")\($0),a,b,0.1" }.joined(separator: "\n") + "\n",
      ], "load tickets \"t.csv\"; load mentions \"m.csv\"")
    #expect(desk.mistake("compound").hasPrefix("short-history"))
  }

  @Test func whatCannotBeAsked() throws {
    let desk = try CompoundData.desk(days: 210)
    #expect(desk.mistake("compound by week").hasPrefix("grain-as-place"))
    #expect(desk.mistake("compound yoy").hasPrefix("no-comparison"))
    #expect(desk.mistake("compound vs rest").hasPrefix("rest-in-compound"))
    #expect(desk.mistake("compound vs 2020").hasPrefix("no-comparison"))
    #expect(
      desk.mistake("compound during 2020").hasPrefix("empty-window")
        || desk.mistake("compound during 2020").hasPrefix("short-history"))
    #expect(desk.mistake("compound level 2").hasPrefix("level-range"))
    #expect(desk.mistake("compound of survey").hasPrefix("no-data-for-measure"))
    #expect(desk.mistake("compound by stage, chanel").contains("channel"))
    #expect(desk.mistake("compound where channel = caht").contains("chat"))
    #expect(try SmallBank.ticketDesk().mistake("compound by channel").hasPrefix("no-data-for-measure"))
    #expect(try Desk().mistake("compound").hasPrefix("nothing-loaded"))
    // Still there.
    #expect(try desk.rows("compound").count == 12)
  }
}
