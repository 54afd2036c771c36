import DataModel
import Testing
import Vocabulary

/// What `compound` writes above its columns, in its statuses and facts is what `help` explains.
struct FindingWordsTests {
  @Test func everyWordOfAFindingIsDeclared() throws {
    let table = try CompoundData.desk(days: 210).table("compound")
    let columns = table.columns.filter { $0.part != .key }.map(\.name)
    #expect(columns == FindingColumn.names)
    let facts = table.facts.map(\.name).filter { !$0.hasPrefix(Table.everybodyPrefix) }
    #expect(facts == FindingFact.names)
    let status = try #require(table.index(of: "status"))
    for row in table.rows {
      guard case .text(let word) = row[status] else { continue }
      #expect(FindingStatus(word: word) != nil, "\(word)")
    }
  }
}
