import Diagnostics
import Testing

@testable import Syntax
@testable import Vocabulary

@Suite struct VocabularyTests {
  @Test func `every example is a statement`() {
    for entry in Catalogue.entries {
      let script = parse(SourceText(entry.help.example))
      #expect(script.mistakes == [], "\(entry.help.example)")
      #expect(script.statements.count == 1)
    }
  }

  @Test func `every example uses its word`() {
    for entry in Catalogue.entries {
      #expect(entry.help.example.contains(entry.name), "\(entry.name): \(entry.help.example)")
    }
  }

  @Test func `every word has one line of help`() {
    for entry in Catalogue.entries {
      #expect(!entry.help.summary.isEmpty && entry.help.summary.count <= 90, "\(entry.name)")
      #expect(!entry.help.summary.contains("\n") && !entry.help.summary.hasSuffix("."), "\(entry.name)")
      #expect(!entry.help.usage.isEmpty)
    }
  }

  @Test(arguments: [
    ("kappa", ["kappa"]), ("wobble", ["wobble_tickets", "wobble_sentiment"]),
    ("rho", ["rho_tickets", "rho_sentiment"]), ("q", ["q"]), ("all_reach", ["reach"]), ("nothing", []),
  ])
  func `what a finding says is found by its name or its beginning`(_ word: String, _ expected: [String]) {
    #expect(Catalogue.findings(about: word).map(\.name) == expected)
  }

  @Test func `compound takes what it is compared with`() {
    #expect(FinderName.compound.help.usage.hasSuffix("[during PERIOD] [vs PERIOD]"))
  }

  @Test func `a word begins one kind of statement`() {
    #expect(Set(Catalogue.statementWords).count == Catalogue.statementWords.count)
    #expect(Catalogue.statementWords.allSatisfy { ReservedWord(word: $0) == nil })
  }

  @Test func `some finders are answered`() {
    for finder in [FinderName.compound, .silences, .gaps, .coverage] { #expect(!finder.help.isLater) }
  }

  @Test(arguments: [
    ("shwo", ["show"]), ("SHOW", ["show"]), ("comp", ["compound", "compare"]), ("tickts", []), ("xyzzy", []),
    ("verbatim", ["verbatims"]), ("jurney", ["journey"]), ("ecxlude", ["exclude"]),
  ])
  func `the nearest statement words`(_ word: String, _ expected: [String]) {
    #expect(nearest(to: word, in: Catalogue.statementWords) == expected)
  }

  @Test func `distances count swaps as one`() {
    #expect(editDistance(Array("caht"), Array("chat"), atMost: 3) == 1)
    #expect(editDistance(Array("kitten"), Array("sitting"), atMost: 3) == 3)
    #expect(editDistance(Array("kitten"), Array("sitting"), atMost: 2) == nil)
    #expect(editDistance([], Array("ab"), atMost: 2) == 2)
  }
}
