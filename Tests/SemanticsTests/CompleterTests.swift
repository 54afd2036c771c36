import Semantics
import Testing
import Vocabulary

/// What stands at the cursor (`▮`), and what may.
@Suite struct CompleterTests {
  private func items(_ marked: String) -> [Suggestions.Item] {
    let before = String(marked.prefix { $0 != "▮" })
    return Completer(catalog: SampleCatalog(), definitions: Definitions()).suggestions(before: before).items
  }

  private func texts(_ marked: String) -> [String] { items(marked).map(\.text) }

  @Test(arguments: [
    ("sho▮", "show"), ("show tick▮", "tickets"), ("show tickets, n▮", "nps"),
    ("show tickets by st▮", "stage"),
    ("show tickets by stage, w▮", "week"), ("show tickets where esc▮", "escalated"),
    ("show tickets where channel = c▮", "chat"), ("show tickets where channel in (chat, ph▮", "phone"),
    ("show tickets by stage | so▮", "sort"), ("show tickets by stage | sort ti▮", "tickets"),
    ("show tickets during l▮", "last"), ("compound st▮", "strict"), ("help np▮", "nps"),
    ("values ch▮", "channel"),
    ("show tickets; sho▮", "show"), ("set fo▮", "format"), ("set format cs▮", "csv"),
    ("show tickets where channel = \"c▮", "chat"),
    ("load \"a.csv\" with (he▮", "header"), ("load \"a.csv\" with (time = x, enc▮", "encoding"),
    ("load \"a.csv\" with (header no▮", "none"), ("load \"a.csv\" with (encoding \"sh▮", "shift-jis"),
    ("load \"a.csv\" with (encoding ▮", "\"windows-1252\""),
  ])
  func `the position decides what is offered`(marked: String, expected: String) {
    #expect(texts(marked).contains(expected), "\(texts(marked))")
  }

  @Test(arguments: [
    ("score ▮", ["sentiment"]), ("score sentiment ▮", ["in", "method"]),
    ("score sentiment in ▮", ["tickets", "mentions", "surveys"]),
    ("score sentiment in mentions ▮", ["method"]),
    ("score sentiment method ▮", ["vader", "stars"]), ("score sentiment method stars ▮", ["in"]),
  ])
  func `score is offered what it takes`(marked: String, expected: [String]) {
    #expect(texts(marked) == expected)
  }

  @Test(arguments: [
    ("link ▮", ["customers"]), ("link customers ▮", ["by"]),
    // The files' own columns; none that only has a role.
    ("link customers by ▮", ["priority", "user"]), ("link customers by priority ▮", ["in ("]),
    ("link customers by priority in (▮", ["tickets", "mentions", "surveys"]),
    ("link customers by priority in (tickets, m▮", ["mentions"]),
    ("timeline C▮", ["C-1"]), ("timeline \"c▮", ["C-1"]),
  ])
  func `link and timeline are offered what they take`(marked: String, expected: [String]) {
    #expect(texts(marked) == expected)
  }

  @Test(arguments: [
    ("define persona \"x\" = customers where ▮", ["sentiment", "share", "escalated", "channel"]),
    ("define persona \"x\" = customers where sh▮", ["share"]),
    ("define persona \"x\" = customers where share(▮", ["escalated", "channel"]),
    ("define persona \"x\" = customers where share(escalated) > 0.2 and nps▮", ["nps"]),
    ("define persona \"x\" = customers where channel = c▮", ["chat"]),
    ("define persona \"x\" = ▮", ["customers where"]),
  ])
  func `a persona's rule is offered fields and measures`(marked: String, expected: [String]) {
    #expect(Set(texts(marked)).isSuperset(of: expected), "\(texts(marked))")
  }

  @Test(arguments: ["show tickets during last ▮", "show tickets during this ▮"])
  func `periods are counted in calendar units`(marked: String) {
    #expect(texts(marked) == ["hour", "day", "week", "month", "quarter", "year"])
  }

  @Test(arguments: ["where channel = \"c▮", "where channel in (\"phone\", \"c▮"])
  func `a value in a text waits for its closing quote`(marked: String) {
    let completer = Completer(catalog: SampleCatalog(), definitions: Definitions())
    let suggestions = completer.suggestions(before: "show tickets " + marked.dropLast())
    #expect(suggestions.items.map(\.text) == ["chat"] && suggestions.isText && suggestions.replacing == 1)
    #expect(!completer.suggestions(before: "show tickets where channel = c").isText)
  }

  @Test func `values come with their counts`() {
    #expect(items("show tickets where channel = ▮").first?.count == 100)
  }

  @Test func `a path is asked for behind load`() {
    let completer = Completer(catalog: SampleCatalog(), definitions: Definitions())
    #expect(completer.suggestions(before: "load \"samples/no").path == "samples/no")
  }

  @Test func `what this version cannot do is not offered`() {
    #expect(!texts("▮").contains("task"))
    #expect(texts("▮").contains("compound"))
  }
}
