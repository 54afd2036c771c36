import Diagnostics
import Testing

@testable import Syntax

/// Whatever the text: no crash, spans inside the text, and mistakes that can be shown.
@Suite struct FuzzTests {
  static let seeds = corpus(.ok, .error, .later, .script)

  @Test(arguments: seeds)
  func `every beginning of a statement is read`(_ entry: CorpusEntry) {
    var text = ""
    for character in entry.text {
      text.append(character)
      check(text)
    }
  }

  @Test(arguments: seeds)
  func `every change of one character is read`(_ entry: CorpusEntry) {
    let characters = Array(entry.text)
    var random = SplitMix(state: UInt64(entry.line))
    let signs = Array("()[],;|=<>!.\"`#$%-+*/ \n\tx7é漢\u{301}“'\\\u{0}")
    for index in characters.indices {
      var mutated = characters
      switch random.next() % 4 {
      case 0: mutated.remove(at: index)
      case 1: mutated.insert(signs[Int(random.next() % UInt64(signs.count))], at: index)
      case 2: mutated.swapAt(index, Int(random.next() % UInt64(characters.count)))
      default: mutated[index] = signs[Int(random.next() % UInt64(signs.count))]
      }
      check(String(mutated))
    }
  }

  @Test func `tokens thrown together are read`() {
    let pieces = Self.seeds.flatMap { $0.text.split(separator: " ").map(String.init) }
    var random = SplitMix(state: 7)
    for _ in 0..<3000 {
      let count = Int(random.next() % 12) + 1
      check((0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined(separator: " "))
    }
  }

  @Test func `the whole corpus is one script`() {
    let text = Self.seeds.map(\.text).joined(separator: "\n")
    let script = parse(SourceText(text))
    #expect(script.statements.count > 200)
    check(text)
  }

  @Test(arguments: [
    "(", "not ", "-", "a or ", "a and ", "if a then ", "[", "{", "\"", "`", "#=\n", "|", "\u{feff}",
  ])
  func `long repetitions end in a message`(_ piece: String) {
    let run = String(repeating: piece, count: 20_000)
    for start in ["show tickets where ", "show ", "derive x = ", "show tickets | add x = ", "load ", ""] {
      check(start + run)
    }
  }

  @Test func `a test of two thousand parts is still read`() throws {
    let text = "show tickets where " + (0..<2000).map { "topic = t\($0)" }.joined(separator: " or ")
    let script = parse(SourceText(text))
    #expect(script.mistakes == [])
    #expect(try #require(script.statements.first).printed.utf8.count > text.utf8.count)
  }

  private func check(_ text: String) {
    let source = SourceText(text)
    let script = parse(source)
    let length = text.utf8.count
    for mistake in script.mistakes {
      guard let span = mistake.span else {
        Issue.record("no place: \(mistake) in \(text.debugDescription)")
        continue
      }
      if span.start < 0 || span.end > length || span.start > span.end {
        Issue.record("outside: \(mistake) in \(text.debugDescription)")
      }
      if mistake.message.contains("\n") { Issue.record("a message of two lines: \(mistake)") }
      _ = DiagnosticRenderer(usesASCII: true, width: 40).render(mistake, in: source)
    }
    for statement in script.statements where statement.span.end > length || statement.span.start < 0 {
      Issue.record("outside: \(statement.span) in \(text.debugDescription)")
    }
    checkPrinting(script, text)
  }

  /// What was read prints, and reads again as the same.
  private func checkPrinting(_ script: Script, _ text: String) {
    let formatted = format(script)
    let again = parse(SourceText(formatted))
    guard again.mistakes.isEmpty else {
      Issue.record("\(text.debugDescription) prints as \(formatted.debugDescription): \(again.mistakes)")
      return
    }
    let before = script.statements.map { structure(of: $0.kind) }
    let after = again.statements.map { structure(of: $0.kind) }
    if before != after { Issue.record("\(text.debugDescription) prints as \(formatted.debugDescription)") }
    if format(again) != formatted { Issue.record("not idempotent: \(text.debugDescription)") }
  }
}

/// Numbers for tests, the same on every machine.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
