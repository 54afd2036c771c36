import Statistics
import Testing

/// The functions of the vector file that are not implemented.
///
/// A function that is neither here nor in `implementations` fails a test, so that nothing is skipped unseen.
private let notImplemented: [String] = []

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
