import Diagnostics
import TestSupport
import Testing

@testable import Syntax

@Suite struct MessageTests {
  /// Every mistake of the corpus as a person sees it; read the golden file, not this test.
  @Test func `the mistakes of the corpus in words`() {
    var text = ""
    for entry in corpus(.error, .script) {
      let source = SourceText(entry.text)
      for mistake in parse(source).mistakes {
        text += DiagnosticRenderer().render(mistake, in: source)
        text += "\n    (\(entry.outcome == .error ? entry.reason : entry.place))\n\n"
      }
    }
    expectSnapshot(text, named: "corpus-mistakes.txt")
  }
}

@Suite struct RendererTests {
  private let source = SourceText(
    "# first\n\tshow tickets where channel = “caht” | tpo 3\nshow 顧客 tickets\n", name: "q3.cxs")

  private func span(of part: String) -> Span {
    guard let range = source.text.firstRange(of: part) else { return .nowhere }
    let start = source.text.utf8.distance(from: source.text.startIndex, to: range.lowerBound)
    return Span(start, start + part.utf8.count)
  }

  @Test func `a diagnostic in its forms`() {
    let step = Diagnostic(
      code: "unknown-step", message: "no such step: tpo", span: span(of: "tpo"), hint: "did you mean top?",
      known: ["where", "sort", "top"])
    let wide = Diagnostic(severity: .warning, code: "wide", message: "after 顧客", span: span(of: "tickets\n"))
    let end = Diagnostic(
      severity: .note, code: "end", message: "at the end",
      span: Span(source.text.utf8.count, source.text.utf8.count))
    let steering = Diagnostic(
      code: "steering", message: "no channel \"\u{1B}[31m\u{202E}x\"",
      known: (1...50).map { "name_\($0)" })
    let renderers = [
      ("plain", DiagnosticRenderer()), ("ASCII", DiagnosticRenderer(usesASCII: true, width: 60)),
      ("colour", DiagnosticRenderer(usesColor: true)),
    ]
    var text = ""
    for (name, renderer) in renderers {
      text += "== \(name)\n"
      for diagnostic in [step, wide, end, steering] {
        text += renderer.render(diagnostic, in: source).replacing("\u{1B}", with: "<ESC>") + "\n\n"
      }
    }
    expectSnapshot(text, named: "renderer.txt")
  }

  @Test func `a long line is cut around its mark`() {
    let source = SourceText("show tickets where topic in (\(String(repeating: "\"a\", ", count: 60))foo bar)")
    let mistakes = parse(source).mistakes
    let text: String = mistakes.map { DiagnosticRenderer(width: 60).render($0, in: source) }.joined(
      separator: "\n")
    let excerpt = text.split(separator: "\n").dropFirst()
    #expect(excerpt.allSatisfy { $0.count <= 60 })
    expectSnapshot(text + "\n", named: "long-line.txt")
  }
}
