import DataModel
import Testing

@testable import Findings

/// The order of values, which every result's order rests on.
struct ValueOrderTests {
  /// Whole and broken numbers that are equal stand neither before the other.
  @Test func numbersOfBothFormsAreOneOrder() {
    #expect(!valueAscends(.integer(3), .number(3)))
    #expect(!valueAscends(.number(3), .integer(3)))
    #expect(valueAscends(.integer(2), .number(2.5)))
    #expect(valueAscends(.boolean(false), .boolean(true)))
  }

  @Test func textsByTheirBytesAndMissingLast() {
    #expect(valueAscends(.text("Z"), .text("a")))
    #expect(valueAscends(.text("z"), .text("é")))
    #expect(valueAscends(.text("z"), .missing))
    #expect(!valueAscends(.missing, .text("z")))
    #expect(keysAscend([.text("a"), .missing], [.text("b"), .text("a")]))
    #expect(!keysAscend([.text("a"), .missing], [.text("a"), .text("b")]))
    #expect(!keysAscend([.text("a")], [.text("a")]))
  }
}
