import DataModel
import Semantics
import Statistics
import Syntax
import Vocabulary

/// One part of the map, judged.
struct CheckedPart {
  var part: MapPart
  var status: CheckStatus
  /// What was counted, as words.
  var figures: [String]
  /// The statement to type; nil where nothing is lacking.
  var statement: String?
  /// It runs as it stands, without a file or a name that only the user knows.
  var runs = true
}

/// Makes the table of `check`.
struct CheckTableBuilder {
  let finder: CheckFinder
  let counted: CheckCounts

  /// - Throws: what the engine reports.
  func table() throws -> Table {
    let parts = try [personas(), touchpoints, stages(), emotions, feedback, owners, freshness]
    var table = Table(
      columns: [
        Column("component", .text, part: .key), Column("status", .text), Column("figure", .text),
        Column("type", .text, givesWay: 1),
      ],
      rows: parts.map { part in
        [
          .text(part.part.rawValue), .text(part.status.rawValue), .text(part.figures.joined(separator: "; ")),
          .known(part.status == .there ? nil : part.statement),
        ]
      },
      facts: CheckStatus.allCases.map { status in
        Fact(status.rawValue, .integer(Int64(parts.count { $0.status == status })), unit: .count)
      })
    table.isSorted = true
    table.explanation = [explanation(parts)]
    table.notes = finder.query.tail.notes + notes
    table.next = next(parts)
    return table
  }

  private var query: ResolvedCheck { finder.query }

  /// None, some, or at least nine of ten.
  private func status(_ count: Double, of all: Double, isContradicted: Bool = false) -> CheckStatus {
    if all == 0 || count == 0 { return .missing }
    return count * 10 >= all * 9 && !isContradicted ? .there : .partly
  }

  private func share(_ count: Double, of all: Double, _ noun: String, _ plural: String? = nil) -> String {
    "\(percentText(count / all)) of \(MissedWords.count(Int(all), noun, plural))"
  }

  // MARK: - Parts

  private func personas() throws -> CheckedPart {
    let (customers, known) = (counted[.customers], counted[.customersWithPersona])
    let number = counted.personas.count
    guard customers > 0 else {
      return CheckedPart(
        part: .personas, status: .missing, figures: ["no event names a customer"],
        statement: "load customers \"customers.csv\"", runs: false)
    }
    guard query.persona != nil, known > 0 else {
      return CheckedPart(
        part: .personas, status: .missing,
        figures: ["none of \(MissedWords.count(Int(customers), "customer"))"],
        statement: try finder.derivation(.persona))
    }
    let figures = [
      MissedWords.count(number, "persona"), share(known, of: customers, "customer") + " have one",
    ]
    let isTooMany = number > Self.mostPersonas
    return CheckedPart(
      part: .personas, status: status(known, of: customers, isContradicted: isTooMany),
      figures: figures + (isTooMany ? ["more than \(Self.mostPersonas)"] : []),
      statement: isTooMany ? "values persona" : try finder.derivation(.persona) ?? "values persona")
  }

  /// More than three are unworkable: nobody keeps them apart.
  static let mostPersonas = 3

  private var touchpoints: CheckedPart {
    let seen = Set(counted.touchpoints.map { $0.name.lowercased() })
    guard !finder.listed.isEmpty else {
      let figure = seen.isEmpty ? "no event names one" : "no list; events name \(seen.count)"
      return CheckedPart(
        part: .touchpoints, status: seen.isEmpty ? .missing : .partly, figures: [figure],
        statement: "load touchpoints \"touchpoints.csv\"", runs: false)
    }
    let unseen = finder.listed.subtracting(seen).sorted(by: textAscends)
    let unlisted = counted.touchpoints.filter { !finder.listed.contains($0.name.lowercased()) }
      .sorted { ($1.events, $0.name) < ($0.events, $1.name) }
    var figures = ["\(finder.listed.count) listed"]
    if !unseen.isEmpty { figures.append("no event: \(examples(unseen))") }
    if !unlisted.isEmpty { figures.append("not listed: \(examples(unlisted.map(\.name)))") }
    return CheckedPart(
      part: .touchpoints, status: unseen.isEmpty && unlisted.isEmpty ? .there : .partly, figures: figures,
      statement: unlisted.isEmpty ? "gaps" : "values touchpoint", runs: true)
  }

  private func stages() throws -> CheckedPart {
    let (events, staged) = (counted[.events], counted[.staged])
    let unordered = counted.stages.map(\.name).filter { JourneyStage.place(of: $0) == nil }
      .sorted(by: textAscends)
    let order = unordered.isEmpty ? [] : ["place in the journey unknown: \(examples(unordered))"]
    let figure =
      staged > 0
      ? [
        "\(MissedWords.count(counted.stages.count, "stage"))",
        share(staged, of: events, "event") + " have one",
      ]
      : ["no event has one"]
    return CheckedPart(
      part: .stages, status: status(staged, of: events, isContradicted: !unordered.isEmpty),
      figures: figure + order, statement: try finder.derivation(.stage) ?? "values stage")
  }

  private var emotions: CheckedPart {
    let (voice, felt, worded) = (counted[.voice], counted[.voiceWithSentiment], counted[.voiceWithText])
    guard voice > 0 else {
      return CheckedPart(
        part: .emotions, status: .missing, figures: ["no mention and no review"],
        statement: "load mentions \"mentions.csv\"", runs: false)
    }
    let rules = query.themes + query.emotions
    let figures = [
      share(felt, of: voice, "mention and review", "mentions and reviews") + " have a sentiment",
      "\(percentText(worded / voice)) have words",
      rules == 0
        ? "no theme and no emotion defined"
        : "\(MissedWords.count(query.themes, "theme")) and \(MissedWords.count(query.emotions, "emotion")) defined",
    ]
    let least = min(felt, worded)
    let isScorable = felt * 10 < voice * 9 && worded > 0
    let statement = isScorable ? finder.scoring : worded > 0 ? "themes" : nil
    return CheckedPart(
      part: .emotions,
      status: least == 0 && max(felt, worded) > 0
        ? .partly : status(least, of: voice, isContradicted: rules == 0),
      figures: figures, statement: statement ?? "load mentions \"mentions.csv\" with (text = COLUMN)",
      runs: statement != nil)
  }

  private var feedback: CheckedPart {
    let stages = counted.stages
    let lacking = { (sort: KeyPath<CheckValue, Double>) in
      stages.filter { $0[keyPath: sort] < leastForVerdict }.map(\.name).sorted(by: Self.journeyAscends)
    }
    let (noCounts, noWords) = (lacking(\.structured), lacking(\.texts))
    guard !stages.isEmpty else {
      return CheckedPart(
        part: .feedback, status: .missing, figures: ["not known by stage"], statement: "coverage by channel",
        runs: false)
    }
    var figures: [String] = []
    if !noCounts.isEmpty { figures.append("fewer than 10 surveys and tickets: \(examples(noCounts))") }
    if !noWords.isEmpty { figures.append("fewer than 10 texts: \(examples(noWords))") }
    if figures.isEmpty { figures = ["both sorts at each of \(MissedWords.count(stages.count, "stage"))"] }
    let both = stages.count { $0.structured >= leastForVerdict && $0.texts >= leastForVerdict }
    return CheckedPart(
      part: .feedback, status: both == stages.count ? .there : both == 0 ? .missing : .partly,
      figures: figures, statement: "coverage by stage", runs: finder.map?.coverage != nil)
  }

  private static func journeyAscends(_ left: String, _ right: String) -> Bool {
    let (a, b) = (JourneyStage.place(of: left) ?? .max, JourneyStage.place(of: right) ?? .max)
    return a != b ? a < b : textAscends(left, right)
  }

  private var owners: CheckedPart {
    let keys = finder.map?.keys ?? []
    let ownerless = counted.cells.enumerated().filter { $0.element.owner == nil }
      .sorted { ($1.element.events, $0.offset) < ($0.element.events, $1.offset) }.map(\.element)
    let all = Double(counted.cells.count)
    guard let busiest = ownerless.first else {
      return CheckedPart(
        part: .owners, status: all > 0 ? .there : .missing,
        figures: [
          all > 0 ? "each of \(MissedWords.count(Int(all), "place")) has one" : "no event names a place"
        ],
        statement: nil)
    }
    let owned = all - Double(ownerless.count)
    return CheckedPart(
      part: .owners, status: status(owned, of: all),
      figures: [
        share(owned, of: all, "place") + " have one",
        "the busiest without: \(MissedWords.examples(ownerless.map(\.keys)))",
      ],
      statement: "owner \"NAME\" where \(keys.test(for: busiest.keys))", runs: false)
  }

  private var freshness: CheckedPart {
    let ends = EventKind.allCases.compactMap { kind in calendar[kind].map { (kind, $0.lastDay) } }
    let latest = ends.map(\.1).max() ?? 0
    let stale = ends.filter { latest - $0.1 > Self.longestLag }
    let figure =
      stale.isEmpty
      ? ["all kinds reach \(CivilDate(dayNumber: latest).text), give or take \(Self.longestLag) days"]
      : stale.map { "\($0.0.rawValue)s end \(latest - $0.1) days before the latest" }
    return CheckedPart(
      part: .freshness, status: stale.isEmpty ? .there : .partly, figures: figure, statement: "sources")
  }

  private var calendar: [EventKind: DataCalendar.Span] { finder.calendar.spans }

  /// In days; a kind that ends earlier is an old export.
  private static let longestLag = 14

  // MARK: - Words

  private func examples(_ names: [String]) -> String { MissedWords.examples(names.map { [.text($0)] }) }

  private func explanation(_ parts: [CheckedPart]) -> String {
    let named = CheckStatus.allCases.compactMap { status -> String? in
      let names = parts.filter { $0.status == status }.map(\.part.rawValue)
      return names.isEmpty ? nil : "\(status.rawValue): \(MissedWords.list(names))"
    }
    let there = parts.count { $0.status == .there }
    return "\(there) of the \(parts.count) parts of the map are complete. "
      + named.joined(separator: "; ").capitalizedFirst + "."
  }

  private var notes: [String] {
    let many = counted.personas.count > Self.mostPersonas
    return
      (many
      ? ["More than \(Self.mostPersonas) personas: eight are unworkable; keep those whose journeys differ."]
      : [])
      + ["there: at least nine of ten; freshness is of all loaded events, whatever the filter."]
  }

  /// Statements that run as they stand.
  private func next(_ parts: [CheckedPart]) -> [String] {
    let open = parts.filter { $0.status != .there && $0.runs }.compactMap(\.statement)
    return Array((open + (finder.map == nil ? [] : ["map"])).prefix(2))
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
