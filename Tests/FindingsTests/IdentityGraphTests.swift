import Findings
import Testing

/// Who is who, from values that people share.
struct IdentityGraphTests {
  private typealias Person = IdentityGraph.Person

  private func links(_ people: [Person], values: Int) -> IdentityGraph.Links {
    IdentityGraph(people, valueCount: values).links()
  }

  @Test func aSharedValueLinks() {
    // A in a file, Z in the first source, a post without an id.
    let links = links(
      [
        Person(rank: 0, hasID: true, values: [0]), Person(rank: 1, hasID: true, values: [0, 1]),
        Person(rank: 2, hasID: false, values: [1]), Person(rank: 2, hasID: false, values: [2]),
      ], values: 3)
    // The ticket of Z names the handle, by which the post is A's as well; nobody knows value 2.
    #expect(links.customers == [0, 0, 0, nil])
    #expect(links.customerOfValue == [0, 0, nil])
    #expect(!links.isAmbiguous.contains(true))
  }

  @Test func theSourceNamedFirstGivesTheID() {
    let people = [
      Person(rank: 2, hasID: true, values: [0]), Person(rank: 1, hasID: true, values: [0]),
      Person(rank: 2, hasID: true, values: [1]),
    ]
    #expect(links(people, values: 2).customers == [1, 1, 2])
  }

  @Test func aValueOfSeveralCustomersLinksNothing() {
    let links = links(
      [
        Person(rank: 0, hasID: true, values: [0, 1]), Person(rank: 0, hasID: true, values: [0, 2]),
        Person(rank: 1, hasID: true, values: [0]), Person(rank: 1, hasID: true, values: [0, 2]),
      ], values: 3)
    #expect(links.isAmbiguous == [true, false, false])
    #expect(links.customers == [0, 1, 2, 1])
    #expect(links.isTorn == [false, false, false, false])
  }

  @Test func whoseValuesLeadToSeveralStays() {
    let links = links(
      [
        Person(rank: 0, hasID: true, values: [0]), Person(rank: 0, hasID: true, values: [1]),
        Person(rank: 1, hasID: true, values: [0, 1, 2]), Person(rank: 1, hasID: false, values: [0, 1]),
        Person(rank: 2, hasID: false, values: [2]),
      ], values: 3)
    #expect(links.customers == [0, 1, 2, nil, nil])
    #expect(links.isTorn == [false, false, true, true, false])
    #expect(!links.isAmbiguous.contains(true))
  }

  /// Two ids of one source that share an address are not merged: nobody says which of them is meant.
  @Test func idsOfOneSourceAreNotMerged() {
    let links = links(
      [
        Person(rank: 1, hasID: true, values: [0]), Person(rank: 1, hasID: true, values: [0]),
        Person(rank: 2, hasID: true, values: [0]),
      ], values: 1)
    #expect(links.customers == [0, 1, 2])
    #expect(links.isAmbiguous == [true])
  }

  /// Whatever the data: the outcome does not depend on the order, and obeys the promises.
  @Test func promisesHoldForRandomData() {
    var state: UInt64 = 42
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<400 {
      let count = 2 + below(14)
      let valueCount = 1 + below(12)
      let people = (0..<count).map { _ in
        Person(
          rank: below(4), hasID: below(4) > 0,
          values: Array(Set((0..<below(4)).map { _ in below(valueCount) })).sorted())
      }.map { Person(rank: $0.hasID ? $0.rank : max(1, $0.rank), hasID: $0.hasID, values: $0.values) }
      let found = links(people, values: valueCount)
      for (person, some) in people.enumerated() {
        // Files' customers are themselves; every customer is somebody with an id, and their own customer.
        if some.hasID, some.rank == 0 { #expect(found.customers[person] == person) }
        if some.hasID { #expect(found.customers[person] != nil) }
        if let customer = found.customers[person] {
          #expect(people[customer].hasID && found.customers[customer] == customer)
          #expect(people[customer].rank <= some.rank || !some.hasID)
        }
        // A value that is not ambiguous leads everybody who has it, and is not torn, to one customer.
        for value in some.values where !found.isAmbiguous[value] && !found.isTorn[person] {
          #expect(found.customerOfValue[value] == found.customers[person])
        }
        if found.isTorn[person] {
          let owners = Set(some.values.compactMap { found.isAmbiguous[$0] ? nil : found.customerOfValue[$0] })
          #expect(owners.count > 1)
          #expect(found.customers[person] == (some.hasID ? person : nil))
        }
      }
      // Backwards.
      let back = links(people.reversed(), values: valueCount)
      #expect(back.customers.reversed().map { $0.map { count - 1 - $0 } } == found.customers)
      #expect(back.isTorn.reversed() == found.isTorn)
      #expect(back.isAmbiguous == found.isAmbiguous)
    }
  }
}
