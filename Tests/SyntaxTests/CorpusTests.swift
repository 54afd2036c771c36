import Diagnostics
import Testing
import Vocabulary

@testable import Syntax

@Suite struct CorpusTests {
  @Test func `the corpus is there`() {
    #expect(corpus(.ok).count > 180)
    #expect(corpus(.error).count > 80)
    #expect(corpus(.later).count > 15)
    #expect(corpus(.reads).count > 30)
    #expect(corpus(.script).count > 10)
  }

  @Test(arguments: corpus(.ok, .later))
  func `reads, prints and reads again`(_ entry: CorpusEntry) throws {
    let script = parse(SourceText(entry.text))
    #expect(script.mistakes == [])
    let statement = try #require(script.statements.first)
    #expect(script.statements.count == 1)

    let printed = statement.printed
    let again = parse(SourceText(printed))
    #expect(again.mistakes == [], "\(printed)")
    let second = try #require(again.statements.first)
    #expect(structure(of: second.kind) == structure(of: statement.kind), "\(printed)")
    #expect(second.printed == printed)

    let formatted = format(script)
    #expect(format(parse(SourceText(formatted))) == formatted)
  }

  @Test(arguments: corpus(.error))
  func `fails at its place`(_ entry: CorpusEntry) throws {
    let source = SourceText(entry.text)
    var parser = Parser(source)
    _ = parser.script()
    let stop = try #require(parser.mistakes.first)
    let diagnostic = stop.diagnostic
    if entry.place == "end" {
      #expect(diagnostic.isIncomplete, "\(diagnostic)")
    } else {
      #expect(!diagnostic.isIncomplete, "\(diagnostic)")
      #expect(source.place(of: stop.offset).description == entry.place, "\(diagnostic)")
    }
    let span = try #require(diagnostic.span)
    #expect(span.start <= stop.offset, "a message may point earlier, not later")
    #expect(span.end <= entry.text.utf8.count)
    #expect(completeness(of: entry.text) == (entry.place == "end" ? .incomplete : .mistaken))
  }

  @Test(arguments: corpus(.script))
  func `cuts a script into statements`(_ entry: CorpusEntry) throws {
    let source = SourceText(entry.text)
    let script = parse(source)
    guard entry.place.hasPrefix("error ") else {
      #expect(script.mistakes == [])
      #expect(String(script.statements.count) == entry.place)
      return
    }
    let place = entry.place.dropFirst("error ".count).prefix { $0 != " " }.dropLast()
    let mistake = try #require(script.mistakes.first)
    let span = try #require(mistake.span)
    #expect(source.place(of: span.start).description == place, "\(mistake)")
  }
}
