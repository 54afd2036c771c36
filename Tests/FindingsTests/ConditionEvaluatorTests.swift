import DataModel
import Testing

@testable import Findings

/// Conditions in memory follow the same two-valued logic as in SQL.
struct ConditionEvaluatorTests {
  private let channel = FieldReference(name: "channel", type: .text, isFolded: true)
  private let score = FieldReference(name: "score", type: .number)
  private let other = FieldReference(name: "other", type: .number)

  private func holds(_ condition: Condition, _ row: [String: Value]) -> Bool {
    ConditionEvaluator(read: { row[$0.name] ?? .missing }).holds(condition)
  }

  @Test func aComparisonWithMissingIsFalseAndItsNegationTrue() {
    for comparison in [Comparison.equal, .less, .lessOrEqual, .greater, .greaterOrEqual] {
      let test = Condition.compare(score, comparison, .number(1))
      #expect(!holds(test, [:]))
      #expect(holds(.not(test), [:]))
    }
    #expect(holds(.compare(score, .unequal, .number(1)), [:]))
    #expect(!holds(.not(.compare(score, .unequal, .number(1))), [:]))
  }

  /// `!=` is the negation of `=`, also where both are missing.
  @Test func unequalIsTheNegationOfEqual() {
    let rows: [[String: Value]] = [
      [:], ["score": .number(1)], ["other": .number(1)], ["score": .number(1), "other": .integer(1)],
    ]
    for row in rows {
      #expect(
        holds(.compareFields(score, .unequal, other), row)
          == holds(.not(.compareFields(score, .equal, other)), row))
    }
  }

  @Test func textsCompareWithoutCase() {
    let row: [String: Value] = ["channel": .text("Chat")]
    #expect(holds(.compare(channel, .equal, .text("chat")), row))
    #expect(holds(.among(channel, [.text("CHAT"), .text("email")]), row))
    #expect(!holds(.compare(channel, .unequal, .text("chat")), row))
  }

  @Test(arguments: [
    ("refund", "My refund is late", true), ("refund", "Refunds take", false),
    ("refund*", "Refunds take", true),
    ("refund*", "prefunded", false), ("cafe", "Café next door", true), ("CAFÉ", "cafe\u{301} noir", true),
    ("no reply", "there was no  reply at all", true), ("no reply", "no, reply", false),
    ("late", "late!", true),
    ("late", "late_night", false), ("4711", "ticket 4711.", true), ("c++", "I like C++ a lot", true),
  ])
  func containsFindsWholeWords(_ word: String, _ text: String, _ expected: Bool) {
    #expect(holds(.contains(channel, [WordPattern(word)]), ["channel": .text(text)]) == expected)
  }
}
