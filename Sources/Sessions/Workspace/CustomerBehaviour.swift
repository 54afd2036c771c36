import DataModel
import Diagnostics
import Syntax

/// What is made of the customers' events, one value a customer: fields by `derive … per customer`, personas by rules.
///
/// They are rules and not values: whenever the data changes, they are applied anew.
struct CustomerBehaviour {
  struct Field {
    var name: Word
    var aggregate: Aggregate
    /// Only events of this source.
    var alias: String?
  }
  struct Persona {
    var name: String
    var predicate: Predicate
  }
  /// In the order of definition; each sees those before it.
  var fields: [Field] = []
  /// In the order of definition; the first that fits a customer wins.
  var personas: [Persona] = []

  var isEmpty: Bool { fields.isEmpty && personas.isEmpty }

  /// A field of the same name is replaced in place.
  mutating func put(_ field: Field) {
    if let index = fields.firstIndex(where: { $0.name.text.lowercased() == field.name.text.lowercased() }) {
      fields[index] = field
    } else {
      fields.append(field)
    }
  }

  /// A persona of the same name is replaced in place.
  mutating func put(_ persona: Persona) {
    if let index = personas.firstIndex(where: { $0.name.lowercased() == persona.name.lowercased() }) {
      personas[index] = persona
    } else {
      personas.append(persona)
    }
  }
}

/// How the rules of the personas divide the customers.
struct PersonaOverlap {
  struct Share {
    var name: String
    /// Customers whom the rule fits; of them those who get the persona, and those whom no other rule fits.
    var fits: Int
    var gets: Int
    var fitsAlone: Int
  }
  var customers: Int
  var several: Int
  var none: Int
  var personas: [Share]

  /// `12 of 480 customers (2.5 %)`.
  func share(of count: Int) -> String {
    guard customers > 0 else { return "\(count)" }
    let tenths = (Double(count) / Double(customers) * 1000).rounded()
    return "\(Int(tenths) / 10).\(Int(tenths) % 10) %"
  }
}
