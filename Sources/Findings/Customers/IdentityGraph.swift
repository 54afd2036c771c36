/// Finds out which customers of several sources are the same, from values that they share: addresses, handles.
///
/// It never guesses. A value that leads to more than one customer is ambiguous and links nothing, and somebody whose values
/// lead to several customers stays as they are.
///
/// - The customers of the files of customers come first; whom no file knows is a customer of the source named first, and so on.
/// - What somebody shares leads on: a ticket that names an address and a handle links a post that names the handle only.
/// - The outcome does not depend on the order of the rows.
public struct IdentityGraph: Sendable {
  /// Somebody in the data: an id in whatever sources have it, or rows without an id that name the same values.
  public struct Person: Sendable {
    /// 0 for the files of customers, then the sources in the order of the statement: the first that has the id.
    public var rank: Int
    public var hasID: Bool
    /// Numbers of values; the same number is the same value.
    public var values: [Int]

    public init(rank: Int, hasID: Bool, values: [Int]) {
      self.rank = rank
      self.hasID = hasID
      self.values = values
    }
  }

  /// Who is who.
  public struct Links: Sendable, Equatable {
    /// By person: the person that they are, themselves or another; nil where they have no id and nothing leads to one.
    public var customers: [Int?]
    /// By person: their values lead to several customers, so that they stay as they are.
    public var isTorn: [Bool]
    /// By value: the one person that it leads to; nil for none and for several.
    public var customerOfValue: [Int?]
    /// By value: it leads to several customers.
    public var isAmbiguous: [Bool]
  }

  private let people: [Person]
  private let peopleOfValue: [[Int]]

  /// - Parameter valueCount: values are numbered from 0 to below this.
  public init(_ people: [Person], valueCount: Int) {
    self.people = people
    var of = [[Int]](repeating: [], count: valueCount)
    for (person, some) in people.enumerated() {
      for value in some.values { of[value].append(person) }
    }
    peopleOfValue = of
  }

  public func links() -> Links {
    var isAmbiguous = [Bool](repeating: false, count: peopleOfValue.count)
    // Each round finds more ambiguous values, never fewer, so that it ends.
    while true {
      var spread = Spread(people: people, peopleOfValue: peopleOfValue, isAvoided: isAmbiguous)
      spread.run()
      if spread.conflicts.isEmpty {
        return Links(
          customers: spread.owner, isTorn: spread.isTorn, customerOfValue: spread.ownerOfValue,
          isAmbiguous: isAmbiguous)
      }
      for value in spread.conflicts { isAmbiguous[value] = true }
    }
  }
}

/// Customers spread over the values that they name, and over whoever names these, all at the same pace.
private struct Spread {
  let people: [IdentityGraph.Person]
  let peopleOfValue: [[Int]]
  let isAvoided: [Bool]
  var owner: [Int?]
  var isTorn: [Bool]
  var ownerOfValue: [Int?]
  var conflicts: Set<Int> = []

  init(people: [IdentityGraph.Person], peopleOfValue: [[Int]], isAvoided: [Bool]) {
    self.people = people
    self.peopleOfValue = peopleOfValue
    self.isAvoided = isAvoided
    owner = Array(repeating: nil, count: people.count)
    isTorn = Array(repeating: false, count: people.count)
    ownerOfValue = Array(repeating: nil, count: peopleOfValue.count)
  }

  mutating func run() {
    for rank in 0...max(0, people.map(\.rank).max() ?? 0) {
      // Whom nobody of an earlier source claims is a customer of their own.
      var front = people.indices.filter {
        people[$0].rank == rank && people[$0].hasID && owner[$0] == nil && !isTorn[$0]
      }
      for person in front { owner[person] = person }
      while !front.isEmpty {
        let claimed = values(claimedBy: front)
        // What would follow from a claim that somebody else has, too, is not to be trusted.
        guard conflicts.isEmpty else { return }
        front = reached(from: claimed)
      }
    }
    for person in people.indices where owner[person] == nil && people[person].hasID { owner[person] = person }
  }

  /// Claims the values of people; gives those that were free.
  private mutating func values(claimedBy front: [Int]) -> [Int] {
    var claimed: [Int] = []
    for person in front {
      for value in people[person].values where !isAvoided[value] {
        if let other = ownerOfValue[value] {
          if other != owner[person] { conflicts.insert(value) }
        } else {
          ownerOfValue[value] = owner[person]
          claimed.append(value)
        }
      }
    }
    return claimed
  }

  /// The people to whom values lead for the first time, with their customer, as far as their values agree on one.
  private mutating func reached(from values: [Int]) -> [Int] {
    var reached: [Int] = []
    for value in values {
      for person in peopleOfValue[value] where owner[person] == nil && !isTorn[person] {
        let owners = Set(people[person].values.compactMap { isAvoided[$0] ? nil : ownerOfValue[$0] })
        if owners.count == 1 { reached.append(person) } else { isTorn[person] = true }
      }
    }
    // Nobody is taken before all of a round were looked at.
    for person in reached where owner[person] == nil {
      owner[person] =
        people[person].values.lazy.compactMap { [isAvoided, ownerOfValue] in
          isAvoided[$0] ? nil : ownerOfValue[$0]
        }.first
    }
    return Array(Set(reached)).sorted()
  }
}
