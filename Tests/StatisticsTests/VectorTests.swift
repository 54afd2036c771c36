import Statistics
import Testing

/// The functions of the vector file that are not implemented; a function without a row in `implementations` and in here
/// fails the test, so that nothing is skipped unseen.
private let notImplemented: [String] = [
  "coverage", "dow_exposure", "response_bias", "scan_count", "scan_mean", "silence_cell", "silence_customer",
  "spike",
  "unconnected_repeats", "words",
]

@Suite struct VectorTests {
  @Test(arguments: TestVector.all.filter { implementations[$0.fn] != nil })
  func agreesWithReference(vector: TestVector) {
    guard let implementation = implementations[vector.fn] else { return }
    vector.check(implementation(vector))
  }

  @Test func vectorFileIsComplete() {
    #expect(TestVector.all.count == 346)
    #expect(Set(TestVector.all.map(\.fn)).count == 43)
  }

  @Test func everyFunctionIsImplementedOrNamed() {
    let missing = Set(TestVector.all.map(\.fn)).subtracting(implementations.keys)
    #expect(missing.sorted() == notImplemented)
    #expect(Set(implementations.keys).subtracting(TestVector.all.map(\.fn)).isEmpty)
  }
}
