import Foundation
import TestSupport
import Testing

extension Documentation {
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
      let visit = try Visit(scratch: try Scratch())
      for block in blocks {
        let shown = Transcript(block.lines)
        #expect(!shown.isBroken, "\(block) begins with a command")
        let actual = try visit.replay(shown)
        if differs(shown, from: actual, in: block) {
          text = text.replacing(
            block.lines.joined(separator: "\n"), with: actual.lines.joined(separator: "\n"))
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
}

/// A reader who types what a page shows, block after block.
final class Visit {
  private let scratch: Scratch
  /// The statements typed since `cxsh` was started.
  private var statements: [String] = []
  /// What stands between the outputs of two statements: the help on a word.
  private let marker: String
  private static let markingStatement = "help quit"

  init(scratch: Scratch) throws {
    self.scratch = scratch
    marker = try scratch.run("cxsh --no-init -c '\(Self.markingStatement)'")
  }

  /// The transcript with the output that the commands really have; where it fits what is shown, that is kept.
  func replay(_ shown: Transcript) throws -> Transcript {
    var actual = shown
    var index = 0
    while index < shown.entries.count {
      let rest = shown.entries[index...]
      let typed = rest.prefix { $0.prompt == .cxsh }.map(\.command)
      let outputs = try typed.isEmpty ? [run(rest.first?.command ?? "")] : ask(typed)
      for output in outputs {
        if !fits(output[...], shown.entries[index].output[...]) { actual.entries[index].output = output }
        index += 1
      }
    }
    return actual
  }

  /// A command of the system's shell; `cxsh` alone begins a new session, in which the next statements are typed.
  private func run(_ command: String) throws -> [String] {
    guard command == "cxsh" else { return trimmedLines(try scratch.run(command)) }
    statements = []
    return []
  }

  /// What each of the statements writes, after all those that were typed before.
  private func ask(_ typed: [String]) throws -> [[String]] {
    let earlier = statements
    statements += typed
    let line =
      ["cxsh --no-init --keep-going"] + earlier.map(Self.option)
      + typed.flatMap { [Self.option(Self.markingStatement), Self.option($0)] }
    let parts = try scratch.run(line.joined(separator: " ")).components(separatedBy: marker).dropFirst()
    try #require(parts.count == typed.count, "each statement is answered")
    return parts.map { trimmedLines($0) }
  }

  private static func option(_ statement: String) -> String {
    "-c '" + statement.replacing("'", with: "'\\''") + "'"
  }
}
