import TestSupport
import Testing

/// What the pages show of a terminal is what the program writes.
///
/// The blocks of one page are one visit: they run in order, in a copy of the checkout. `RECORD_SNAPSHOTS=1 make test`
/// writes the output of commands that differ into the pages.
@Suite(.serialized) struct `The consoles of the pages` {
  @Test(arguments: Checkout.pages)
  func `show what the commands write`(page: String) throws {
    var text = try Checkout.read(page)
    let blocks = CodeBlock.all(in: text, of: page).filter { $0.language == "console" }
    guard !blocks.isEmpty else { return }
    let visit = Visit(scratch: try Scratch())
    for block in blocks {
      let shown = Transcript(block.lines)
      #expect(!shown.isBroken, "\(block) begins with a command")
      let actual = try visit.replay(shown)
      if differs(shown, from: actual, in: block) {
        text = text.replacing(block.lines.joined(separator: "\n"), with: actual.lines.joined(separator: "\n"))
      }
    }
    if Checkout.isRecording { try Checkout.write(text, to: page) }
  }

  private func differs(_ shown: Transcript, from actual: Transcript, in block: CodeBlock) -> Bool {
    let pairs = zip(shown.entries, actual.entries)
    for (old, new) in pairs where !fits(new.output[...], old.output[...]) {
      let difference = lineDifference(
        old.output.joined(separator: "\n"), new.output.joined(separator: "\n"))
      Issue.record("\(block): \(old.command) writes otherwise (- page, + program)\n\(difference)")
    }
    return pairs.contains { old, new in old.output != new.output }
  }
}

/// A reader who types what a page shows, block after block.
final class Visit {
  private let scratch: Scratch
  /// The statements typed since `cxsh` was started.
  private var statements: [String] = []

  init(scratch: Scratch) { self.scratch = scratch }

  /// The transcript with the output that the commands really have; where it fits what is shown, that is kept.
  func replay(_ shown: Transcript) throws -> Transcript {
    var actual = shown
    for (index, entry) in shown.entries.enumerated() {
      let output = try lines(of: entry)
      if !fits(output[...], entry.output[...]) { actual.entries[index].output = output }
    }
    return actual
  }

  private func lines(of entry: Transcript.Entry) throws -> [String] {
    switch (entry.prompt, entry.command) {
    case (.system, "cxsh"):
      statements = []
      return []
    case (.system, let command): return trimmedLines(try scratch.run(command))
    case (.cxsh, let statement): return try ask(statement)
    }
  }

  /// The statement's own part of what all statements so far write.
  private func ask(_ statement: String) throws -> [String] {
    let marker = try scratch.run("cxsh --no-init -c 'help quit'")
    let earlier = statements.map(Self.option).joined()
    statements.append(statement)
    let line = "cxsh --no-init --keep-going" + earlier + " -c 'help quit'" + Self.option(statement)
    let parts = try scratch.run(line).components(separatedBy: marker)
    return trimmedLines(parts.last ?? "")
  }

  private static func option(_ statement: String) -> String {
    " -c '" + statement.replacing("'", with: "'\\''") + "'"
  }
}
