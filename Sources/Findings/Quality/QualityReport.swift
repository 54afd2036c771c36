import DataModel
import Vocabulary

/// The table of `quality`: a row for each finding, the worst first, and facts about every source.
public struct QualityReport {
  /// Statements that are shown whole below the table; those in it may be cut by the terminal.
  private static let mostRepairs = 5

  private let profiles: [SourceProfile]
  private let now: Int?
  private var findings: [QualityFinding] = []
  private var facts: [Fact] = []
  /// The checks that found nothing somewhere.
  private var checked: Set<String> = []

  /// - Parameters:
  ///   - profiles: the sources that are asked about, in the order of loading.
  ///   - now: the newest day of all loaded sources, or the day of `set now`.
  ///   - isDetailed: one source was named, and is told in full.
  public init(_ profiles: [SourceProfile], now: Int?, isDetailed: Bool) {
    self.profiles = profiles
    self.now = now
    for profile in profiles { judge(profile, isDetailed: isDetailed) }
    order()
    guard !isDetailed, !profiles.isEmpty else { return }
    let found = Set(findings.map(\.check))
    let clean = QualityCheck.allCases.filter { checked.contains($0.rawValue) && !found.contains($0) }
    facts.append(Fact("nothing_found", .text(clean.map(\.rawValue).joined(separator: ", "))))
  }

  private mutating func judge(_ profile: SourceProfile, isDetailed: Bool) {
    let rules = QualityRules(profile, now: now, isDetailed: isDetailed)
    var clean: [String] = []
    var skipped: [String] = []
    for check in QualityCheck.allCases {
      switch rules.outcome(check) {
      case .notPossible: skipped.append(check.rawValue)
      case .found(let found):
        if found.isEmpty { clean.append(check.rawValue) }
        findings += found
      }
    }
    facts.append(Fact(profile.alias, .text(extent(of: profile))))
    if isDetailed {
      facts.append(Fact("nothing_found", .text(clean.joined(separator: ", "))))
      facts.append(Fact("not_checked", .text(skipped.joined(separator: ", "))))
    }
    checked.formUnion(clean)
  }

  /// `7,000 rows, 2026-03-30 to 2026-09-27, 12 days before the newest (2026-10-09)`.
  private func extent(of profile: SourceProfile) -> String {
    var text = rowCount(profile.rows)
    guard profile.holdsEvents, let first = profile.firstDay, let last = profile.lastDay else { return text }
    text += ", \(CivilDate(dayNumber: first).text) to \(CivilDate(dayNumber: last).text)"
    guard let now, now > last else { return text }
    let days = now - last
    return text + ", \(days) \(days == 1 ? "day" : "days") before \(CivilDate(dayNumber: now).text)"
  }

  private func rowCount(_ rows: Int) -> String { "\(grouped(rows)) \(rows == 1 ? "row" : "rows")" }

  /// By severity, then by share, then as sources and checks are ordered.
  private mutating func order() {
    let severities = QualitySeverity.allCases
    let ranks = findings.map { severities.firstIndex(of: $0.severity) ?? 0 }
    let order = findings.indices.sorted { left, right in
      if ranks[left] != ranks[right] { return ranks[left] < ranks[right] }
      let shares = (findings[left].share ?? 0, findings[right].share ?? 0)
      return shares.0 != shares.1 ? shares.0 > shares.1 : left < right
    }
    findings = order.map { findings[$0] }
  }

  public func table() -> Table {
    let columns = [
      Column("severity", .text, part: .key), Column("source", .text, part: .key),
      Column("check", .text, part: .key), Column("field", .text, part: .key),
      Column("rows", .integer, unit: .count, part: .figure), Column("share", .number, unit: .fraction),
      Column("example", .text), Column("advice", .text),
    ]
    var table = Table(columns: columns, rows: findings.map(row), facts: facts)
    table.explanation = profiles.isEmpty ? [] : [headline]
    table.next = findings.compactMap(\.advice).filter(\.isRepair).prefix(Self.mostRepairs).map(\.statement)
    if profiles.isEmpty {
      table.notes = ["Nothing is loaded: load \"file.csv\", or a folder with a load.cxs."]
    } else if findings.isEmpty {
      table.notes = ["Nothing was found. The facts say which checks were made: quality | facts."]
    }
    return table
  }

  private func row(_ finding: QualityFinding) -> [Value] {
    [
      .text(finding.severity.rawValue), .text(finding.source), .text(finding.check.rawValue),
      .text(finding.field), finding.rows.map { .integer(Int64($0)) } ?? .missing,
      finding.share.map { .number($0) } ?? .missing, finding.example.map { .text($0) } ?? .missing,
      finding.advice.map { .text($0.statement) } ?? .missing,
    ]
  }

  /// Such as `2 sources: 31,000 rows; 5 findings, 1 of them high`.
  private var headline: String {
    let whole =
      profiles.count == 1
      ? "\(profiles[0].alias): \(extent(of: profiles[0]))"
      : "\(profiles.count) sources: \(rowCount(profiles.map(\.rows).reduce(0, +)))"
    let high = findings.count { $0.severity == .high }
    return whole + (findings.count == 1 ? "; 1 finding" : "; \(findings.count) findings")
      + (high > 0 ? ", \(high) of them high." : ".")
  }
}

/// A whole number with its thousands apart: `12,400`.
func grouped(_ number: Int) -> String {
  number < 1000 ? "\(number)" : grouped(number / 1000) + "," + "\(1000 + number % 1000)".dropFirst()
}
