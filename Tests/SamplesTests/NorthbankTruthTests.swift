import Testing

@testable import Samples

/// Whether the data holds what `answers.csv` says, and customers who are who they are said to be.
@Suite("What Northbank's data says")
struct NorthbankTruthTests {
  private static let sample = Result { try WrittenSample(rows: 40_000, seed: 21) }
  private static let tickets = Result { try sample.get().rows("tickets.csv") }
  private static let mentions = Result { try sample.get().rows("mentions.csv") }

  @Test func answersNameEveryPlantedCellOnce() throws {
    for seed in UInt64(1)...20 {
      let planted = Plan(seed: seed, scenario: .standard).planting.answers()
      let types = Dictionary(grouping: planted, by: \.type).mapValues(\.count)
      #expect(
        types == [
          .failureLarge: 2, .failureMedium: 2, .failureSmall: 2, .trapTickets: 6, .trapSentiment: 6,
          .trapViral: 3, .trapSeason: 6,
        ])
      #expect(Set(planted.map { $0.stage + "/" + $0.channel }).count == planted.count)
      #expect(Set(planted.filter { $0.type == .trapSeason }.map(\.channel)).count == 1)
    }
  }

  @Test func answersAreWrittenAsThePlanHasThem() throws {
    let sample = try Self.sample.get()
    let rows = try sample.rows("answers.csv")
    #expect(try sample.bytes("answers.csv").starts(with: Array((AnswerRows.header + "\n").utf8)))
    #expect(AnswerRows.header == "stage,channel,type,ticket_ratio,sentiment_change,since")
    let read = rows.compactMap { row -> PlantedCell? in
      guard let type = PlantedType(rawValue: row["type"]), let ratio = Double(row["ticket_ratio"]),
        let change = Double(row["sentiment_change"])
      else { return nil }
      return PlantedCell(
        stage: row["stage"], channel: row["channel"], type: type, ticketRatio: ratio,
        sentimentChange: change, since: row["since"])
    }
    #expect(read == sample.summary.planted)
  }

  @Test func strengthsAreThoseOfTheirTypes() {
    for planted in Plan(seed: 77, scenario: .standard).planting.answers() {
      switch planted.type {
      case .failureLarge: #expect(planted.ticketRatio == 2 && planted.sentimentChange == -0.3)
      case .failureMedium: #expect(planted.ticketRatio == 1.5 && planted.sentimentChange == -0.15)
      case .failureSmall: #expect(planted.ticketRatio == 1.2 && planted.sentimentChange == -0.08)
      case .trapTickets:
        #expect((1.5...2.5).contains(planted.ticketRatio) && planted.sentimentChange == 0)
      case .trapSentiment:
        #expect(planted.ticketRatio == 1 && (-0.45 ... -0.15).contains(planted.sentimentChange))
      case .trapViral: #expect(planted.ticketRatio == 6 && planted.sentimentChange == -0.7)
      case .trapSeason: #expect(planted.ticketRatio == 1.4 && planted.sentimentChange == 0)
      }
      #expect(planted.type == .trapViral || planted.since == "2026-08-31")
    }
  }

  @Test func nothingIsPlantedInTheNullScenario() throws {
    let sample = try WrittenSample(rows: 200, seed: 4, scenario: .null)
    #expect(sample.summary.planted.isEmpty)
    #expect(try sample.rows("answers.csv").isEmpty)
  }

  @Test func largeFailuresLieInBusyPlaces() {
    for seed in UInt64(1)...50 {
      let plan = Plan(seed: seed, scenario: .standard)
      let volume = plan.sizes.volume()
      let median = volume.sorted()[Cell.places / 2]
      for (cell, effect) in plan.planting.effects.enumerated() where effect?.type == .failureLarge {
        #expect(volume[cell] > median)
      }
    }
  }

  /// Four weeks against the 22 before, everybody's growth of 1 % a week taken out: 1.01^13 lies between.
  ///
  /// A single cell differs by chance and wobble, about 15 %; the mean of eight is held to three errors.
  @Test func plantedRatiosCanBeMeasured() throws {
    let sample = try Self.sample.get()
    let tickets = try weeks(Self.tickets.get(), time: "created_at")
    let unplanted = Set(tickets.map(\.place)).subtracting(sample.summary.planted.map(place))
    let others = ratio(tickets.filter { unplanted.contains($0.place) })
    #expect((1.0...1.3).contains(others))
    let planted = sample.summary.planted.filter { [.failureLarge, .trapTickets].contains($0.type) }
    let beside = planted.map { planted in
      ratio(tickets.filter { $0.place == place(planted) }) / others / planted.ticketRatio
    }
    #expect((0.84...1.16).contains(beside.reduce(0, +) / 8), "\(beside)")
    #expect(beside.allSatisfy { (0.6...1.5).contains($0) })
  }

  /// A single cell differs by about 0.08; the mean of eight is held to three of its errors.
  @Test func plantedChangesOfSentimentCanBeMeasured() throws {
    let sample = try Self.sample.get()
    let mentions = try weeks(Self.mentions.get(), time: "posted_at")
    let planted = sample.summary.planted.filter { [.failureLarge, .trapSentiment].contains($0.type) }
    let beside = planted.map { planted in
      let here = mentions.filter { $0.place == place(planted) }
      return mean(here.filter { $0.week >= 22 }) - mean(here.filter { $0.week < 22 })
        - planted.sentimentChange
    }
    #expect(abs(beside.reduce(0, +) / 8) < 0.085, "\(beside)")
    #expect(beside.allSatisfy { abs($0) < 0.25 })
  }

  private struct Dated {
    var place: String
    var week: Int
    var sentiment: Double
  }

  private func weeks(_ rows: [Row], time: String) -> [Dated] {
    let weekOfDate = Dictionary(
      uniqueKeysWithValues: (0..<SampleCalendar.days).map { (SampleCalendar.date($0), $0 / 7) })
    return rows.map { row in
      Dated(
        place: row.place, week: weekOfDate[String(row[time].prefix(10))] ?? -1,
        sentiment: Double(row["sentiment"]) ?? .nan)
    }
  }

  private func place(_ planted: PlantedCell) -> String { planted.stage + "/" + planted.channel }

  private func ratio(_ events: [Dated]) -> Double {
    Double(events.count { $0.week >= 22 }) / 4 / (Double(events.count { $0.week < 22 }) / 22)
  }

  private func mean(_ events: [Dated]) -> Double {
    events.reduce(0) { $0 + $1.sentiment } / Double(events.count)
  }

  @Test func personasAreStatedAndBehaveSo() throws {
    let sample = try Self.sample.get()
    let customers = try sample.rows("customers.csv")
    let personas = Dictionary(uniqueKeysWithValues: customers.map { ($0["customer_id"], $0["persona"]) })
    let tickets = Dictionary(grouping: try Self.tickets.get()) { personas[$0["customer_id"]] }
    let natives = try #require(tickets["digital native"])
    let loyalists = try #require(tickets["branch loyalist"])
    let escalators = try #require(tickets["escalator"])
    #expect(share(escalators) { $0["escalated"] == "yes" } > 0.2)
    #expect(share(natives + loyalists) { $0["escalated"] == "yes" } < 0.07)
    #expect(share(escalators) { $0["reopened"] == "yes" } > 2.5 * share(natives) { $0["reopened"] == "yes" })
    #expect(share(loyalists) { ["branch", "phone"].contains($0["channel"]) } > 0.5)
    #expect(share(natives) { ["app", "web", "chat", "social"].contains($0["channel"]) } > 0.7)
    let escalating = Double(customers.count { $0["persona"] == "escalator" })
    let ticketsEach = Double(escalators.count) / escalating
    let everybody = Double(natives.count + loyalists.count) / (Double(customers.count) - escalating)
    #expect(ticketsEach > 1.3 * everybody)
  }

  private func share(_ rows: [Row], _ matches: (Row) -> Bool) -> Double {
    Double(rows.count(where: matches)) / Double(rows.count)
  }

  /// Texts must not read like a form letter: most of the posts stand only once or twice.
  @Test func textsVaryAndSpeakOfTheirPlace() throws {
    let mentions = try Self.mentions.get().prefix(10_000)
    let distinct = Set(mentions.map { $0["text"] }).count
    #expect(Double(distinct) > 0.6 * Double(mentions.count))
    let holding = share(Array(mentions.filter { $0["channel"] == "branch" })) {
      $0["text"].contains("counter")
    }
    let elsewhere = share(Array(mentions.filter { $0["channel"] != "branch" })) {
      $0["text"].contains("counter")
    }
    #expect(holding > 0.05 && elsewhere < 0.005)
    #expect(!mentions.contains { $0["text"].contains("{") })
  }

  /// What has gone wrong is named in the failing places from the first day on, and nowhere else.
  @Test func incidentsAreNamedOnlyWhereSomethingFails() throws {
    let sample = try Self.sample.get()
    let tickets = try Self.tickets.get()
    let failing = Set(sample.summary.planted.filter(\.type.isFailure).map(place))
    let incidents = Stage.allCases.flatMap { $0.words.split(separator: "\n") }
      .filter { $0.hasPrefix("! ") && !$0.contains("{") }.map { $0.dropFirst(3) }
    let naming = tickets.suffix(3500).filter { row in incidents.contains { row["subject"].contains($0) } }
    #expect(naming.count > 15)
    #expect(naming.allSatisfy { failing.contains($0.place) && $0["created_at"] > "2026-08-31" })
  }
}
