/// The customer list.
struct CustomerRows {
  static let header = "customer_id,persona,segment,joined,churned,annual_value"

  static func write(_ population: Population, to file: inout CSVFile) throws(SampleError) {
    let personas = Persona.allCases.map { Array($0.name.utf8) }
    let segments = Population.segments.map { Array($0.utf8) }
    for (index, customer) in population.customers.enumerated() {
      file.customer(index)
      file.cell(personas[customer.persona.rawValue])
      file.cell(segments[customer.segment])
      file.cell(Array(SampleCalendar.date(customer.joined).utf8))
      if let churned = customer.churned {
        file.cell(Array(SampleCalendar.date(churned).utf8))
      } else {
        file.emptyCell()
      }
      file.hundredths(customer.annualValue)
      try file.endRow()
    }
  }
}
