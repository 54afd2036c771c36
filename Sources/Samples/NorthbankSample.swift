/// Northbank, an invented retail bank, with known answers: which places fail, and which only seem to.
///
/// The same rows, seed and scenario give the same bytes on every machine.
public struct NorthbankSample: Sendable {
  /// The fewest events with which every kind can lie on the first and on the last day.
  public static let minimumRows = 100
  /// The most events: their customers, a twelfth of them, are held in memory.
  public static let maximumRows = 100_000_000
  /// Events for each customer, on average.
  private static let eventsPerCustomer = 12

  private let rows: Int
  private let seed: UInt64
  private let scenario: Scenario

  /// - Parameters:
  ///   - rows: the number of all events in the five files of events together.
  ///   - seed: another seed gives another bank, with other cells planted.
  public init(rows: Int, seed: UInt64, scenario: Scenario = .standard) {
    self.rows = rows
    self.seed = seed
    self.scenario = scenario
  }

  /// Writes the files of the data set into a folder, which is made if it is missing; an earlier sample is replaced.
  ///
  /// - Parameter isCancelled: Asked after each day of events.
  /// - Throws: `SampleError`; what stood there by then stays as it was.
  public func write(to directory: String, isCancelled: () -> Bool = { false }) throws(SampleError)
    -> SampleSummary
  {
    guard rows >= Self.minimumRows else { throw .tooFewRows(minimum: Self.minimumRows) }
    guard rows <= Self.maximumRows else { throw .tooManyRows(maximum: Self.maximumRows) }
    let place = try SampleDirectory(directory, files: Self.fileNames)
    do throws(SampleError) {
      var summary = try make(in: place.workshop, isCancelled)
      summary.isReplacing = place.place == .sample
      try place.publish()
      return summary
    } catch {
      place.discard()
      throw error
    }
  }

  private func make(in directory: String, _ isCancelled: () -> Bool) throws(SampleError) -> SampleSummary {
    var source = EventSource(
      seed: seed, total: rows, customers: rows / Self.eventsPerCustomer, scenario: scenario)
    var events = try EventFiles(seed: seed, in: directory)
    for day in 0..<SampleCalendar.days {
      try events.write(day: day, from: &source)
      if isCancelled() { throw .cancelled }
    }
    let planted = source.plan.planting.answers()
    let files = try events.finish() + describingFiles(source.population, planted, in: directory)
    return SampleSummary(files: files, events: rows, planted: planted, isReplacing: false)
  }

  private static let fileNames = [
    "tickets.csv", "mentions.csv", "surveys.csv", "calls.csv", "interactions.csv", "customers.csv",
    "touchpoints.csv", "load.cxs", "answers.csv",
  ]

  /// The files that hold no events.
  private func describingFiles(
    _ population: Population, _ planted: [PlantedCell], in directory: String
  ) throws(SampleError) -> [SampleSummary.File] {
    var customers = try CSVFile("customers.csv", header: CustomerRows.header, in: directory)
    try CustomerRows.write(population, to: &customers)
    var touchpoints = try CSVFile("touchpoints.csv", header: TouchpointRows.header, in: directory)
    try TouchpointRows.write(to: &touchpoints)
    var script = try CSVFile("load.cxs", header: nil, in: directory)
    try LoadScript.write(to: &script)
    var answers = try CSVFile(
      "answers.csv", header: scenario.simulation == nil ? AnswerRows.header : AnswerRows.headerWithPersona,
      in: directory)
    try AnswerRows.write(planted, to: &answers)
    return [
      try customers.finish(), try touchpoints.finish(), try script.finish(), try answers.finish(),
    ]
  }
}
