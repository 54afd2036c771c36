import DataModel
import Diagnostics
import Testing

/// What the finders of what was missed offer as the next question can be asked.
struct MissedNextTests {
  private static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return parts.joined(separator: "/") + "/samples/northbank"
  }()

  @Test func everyNextQuestionRuns() throws {
    let desk = try Desk([:], "load \"\(Self.folder)\"")
    for finder in [
      "gaps", "coverage", "silences", "silences of customers", "silences of customers by customer",
      "silences of customers by persona", "loop", "loop by team", "unanswered", "advocates by persona",
      "bias",
    ] {
      try desk.say("\(finder) | as found")
      let next = try desk.table("found").next
      for statement in next {
        let asked = statement.replacing("$[1]", with: "found[1]")
        #expect(desk.mistakes(asked).map(\.message) == [], "\(finder): \(statement)")
      }
    }
  }
}
