import DataModel
import Testing

@testable import Findings

/// Which values are probably one.
struct TwinFinderTests {
  /// Pairs as `rare → frequent`, of values with their rows.
  private func twins(_ values: (String, Int)...) -> [String] {
    var finder = TwinFinder(values.map { FieldValue(text: $0.0, count: $0.1) })
    return finder.twins().map { "\($0.rare) → \($0.frequent)" }
  }

  @Test func accentsMarksAndSpacesMakeNoOtherValue() {
    #expect(
      twins(("MegaCorp", 9), ("MegaCörp", 5), ("Mega Corp.", 2), ("Chat", 1)) == [
        "MegaCörp → MegaCorp", "Mega Corp. → MegaCorp",
      ])
  }

  /// The language takes them for one value already.
  @Test func caseIsNoTwin() { #expect(twins(("Chat", 9), ("chat", 5), ("CHAT", 1)).isEmpty) }

  @Test func initialsStandForTheirWords() {
    #expect(twins(("Credit Card", 9), ("CC", 2), ("Bank Transfer", 1)) == ["CC → Credit Card"])
    #expect(twins(("NPS", 9), ("Net Promoter Score", 2)) == ["Net Promoter Score → NPS"])
    #expect(twins(("Credit Card", 9), ("Call Centre", 3), ("CC", 2)).isEmpty)
    #expect(twins(("Credit Card", 9), ("cc", 2)).isEmpty)
  }

  @Test func pluralsAreOneWord() {
    #expect(twins(("refund", 9), ("refunds", 5)) == ["refunds → refund"])
    #expect(twins(("deliveries", 9), ("delivery", 5)) == ["delivery → deliveries"])
    #expect(twins(("bus", 9), ("bu", 5)).isEmpty)
  }

  @Test func slipsOfTheKeyAreRareAndOneEditAway() {
    #expect(
      twins(("Germany", 100), ("Germnay", 10), ("Grmany", 1)) == [
        "Germnay → Germany", "Grmany → Germany",
      ])
    #expect(twins(("Germany", 100), ("Germay", 11)).isEmpty)
    #expect(twins(("phone", 100), ("phones", 100), ("phonee", 1)) == ["phones → phone", "phonee → phone"])
    #expect(twins(("chat", 100), ("cat", 1)).isEmpty)
  }

  @Test func numbersAndSingleLettersTellThingsApart() {
    #expect(twins(("Agent_10", 100), ("Agent_11", 1)).isEmpty)
    #expect(twins(("Product A", 100), ("Product B", 1)).isEmpty)
    #expect(twins(("Version 2.1", 100), ("Version 21", 1)).isEmpty)
  }

  @Test func aChainEndsAtOneValue() {
    #expect(
      twins(("refund", 500), ("refunds", 50), ("refnuds", 2)) == ["refunds → refund", "refnuds → refund"])
  }

  @Test func manyValuesAreQuick() {
    let names = (0..<2000).map { FieldValue(text: "value number \($0 * 7919 % 100_003)", count: 2000 - $0) }
    var finder = TwinFinder(names)
    #expect(finder.twins().isEmpty)
  }
}
