/// Who had a ticket on which topic lately: those who come back, complain in public, or answer a survey.
struct RecentContacts {
  private static let capacity = 16
  private static let daysRemembered = 12
  private struct Contact {
    var customer: Int32
    var day: Int32
  }
  private var rings: [[Contact]]
  private var places: [Int]

  init(topics: Int) {
    rings = [[Contact]](repeating: [], count: topics * Persona.allCases.count)
    places = [Int](repeating: 0, count: rings.count)
  }

  private static func ring(topic: Int, _ persona: Persona) -> Int {
    topic * Persona.allCases.count + persona.rawValue
  }

  mutating func remember(_ customer: Int, topic: Int, _ persona: Persona, day: Int) {
    let ring = Self.ring(topic: topic, persona)
    let contact = Contact(customer: Int32(customer), day: Int32(day))
    if rings[ring].count < Self.capacity {
      rings[ring].append(contact)
    } else {
      rings[ring][places[ring]] = contact
      places[ring] = (places[ring] + 1) % Self.capacity
    }
  }

  /// One who had such a ticket within the last days; nil where nobody had.
  func draw(topic: Int, _ persona: Persona, day: Int, _ random: inout RandomSource) -> Int? {
    let contacts = rings[Self.ring(topic: topic, persona)]
    guard !contacts.isEmpty else { return nil }
    let contact = contacts[random.below(contacts.count)]
    return day - Int(contact.day) <= Self.daysRemembered ? Int(contact.customer) : nil
  }
}
