import Diagnostics
import Syntax

/// Counts the statements of a text, to tell what an error has left undone.
struct StatementCount {
  /// How many statements the text has.
  let whole: Int
  private var done = 0

  init(whole: Int) { self.whole = whole }

  /// A statement was performed; those that stand for the facts of a file do not count.
  mutating func note(_ statement: Statement) { if statement.isWritten { done += 1 } }

  /// Tells where the text stopped, if statements behind the error were left out.
  ///
  /// - Parameter failing: The statement that failed; nil for a mistake that is none.
  func tell(failing: Statement? = nil, at place: Place, _ deliver: (Output) -> Void) {
    let left = whole - done - (failing?.isWritten == true ? 1 : 0)
    guard left > 0 else { return }
    let before = done == 0 ? "nothing was done before it" : "done before it: \(Self.statements(done))"
    deliver(
      Output(
        narration: ["stopped there; \(before), left out behind it: \(Self.statements(left))"],
        source: place.source))
  }

  private static func statements(_ count: Int) -> String { "\(count) statement\(count == 1 ? "" : "s")" }
}

extension Statement {
  /// It stands in the text.
  fileprivate var isWritten: Bool { span.start < span.end }
}
