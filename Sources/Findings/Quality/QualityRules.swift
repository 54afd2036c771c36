import DataModel
import Planning
import Vocabulary

/// The rules of `quality`: what was counted in a source goes in, what is wrong with it comes out.
///
/// Each check is made where the source has what it is about, and gives findings or nothing.
public struct QualityRules {
  let profile: SourceProfile
  /// The newest day of all sources, or the day of `set now`.
  let now: Int?
  /// Every field with missing values is listed, and not only those that miss many.
  let isDetailed: Bool
  let write: QualityStatements

  public init(_ profile: SourceProfile, now: Int?, isDetailed: Bool) {
    self.profile = profile
    self.now = now
    self.isDetailed = isDetailed
    write = QualityStatements(alias: profile.alias, holdsEvents: profile.kind.eventKind != nil)
  }

  /// What one check gives.
  func outcome(_ check: QualityCheck) -> CheckOutcome {
    switch check {
    case .rejected: rejected
    case .duplicates: duplicates
    case .damagedID: damagedIDs
    case .placeholderDate: placeholders
    case .template: marked(.template, as: check, .medium)
    case .outOfRange: unread(as: check) { $0.role?.scale != nil }
    case .unreadable: unread(as: check) { $0.role?.scale == nil }
    case .constant: constant
    case .oneSided: oneSided
    case .viralDay: viralDays
    case .thinDay: thinDays
    case .missingDay: missingDays
    case .sameHour: sameHour
    case .stale: stale
    case .twins: twins
    case .testRow: tryouts
    case .mojibake: marked(.mojibake, as: check, .medium)
    case .markup: marked(.markup, as: check, .low)
    case .missing: missing
    }
  }

  func finding(
    _ severity: QualitySeverity, _ check: QualityCheck, _ field: String, rows: Int?, of all: Int? = nil,
    example: String? = nil, advice: Advice? = nil
  ) -> QualityFinding {
    let whole = all ?? profile.rows
    return QualityFinding(
      severity: severity, source: profile.alias, check: check, field: field, rows: rows,
      share: rows.flatMap { whole > 0 ? Double($0) / Double(whole) : nil }, example: example, advice: advice)
  }

  /// The fields of the source, without the originals of those that were made from them.
  var fields: [FieldProfile] { profile.fields.filter { !$0.isReplaced } }

  private func share(_ rows: Int) -> Double { Double(rows) / Double(max(1, profile.rows)) }

  // MARK: - Rows

  private var rejected: CheckOutcome {
    guard profile.rejected > 0 else { return .found([]) }
    let all = profile.rows + profile.rejected
    let isMany = Double(profile.rejected) >= 0.01 * Double(all)
    return .found([
      finding(
        isMany ? .high : .medium, .rejected, "every field", rows: profile.rejected, of: all,
        advice: write.rejects())
    ])
  }

  private var duplicates: CheckOutcome {
    guard !profile.duplicates.isEmpty else { return .notPossible }
    return .found(
      profile.duplicates.filter { $0.rows > 0 && !($0.rule == .id && areIDsDamaged) }.map { found in
        let few: QualitySeverity = found.rule == .words ? .low : .medium
        return finding(
          share(found.rows) >= 0.01 ? .high : few, .duplicates, name(of: found.rule), rows: found.rows,
          example: found.example, advice: advice(on: found))
      })
  }

  /// Ids that a spreadsheet cut are the same where the rows are not.
  private var areIDsDamaged: Bool {
    guard case .found(let found) = damagedIDs else { return false }
    return found.contains { finding in profile.field(.id)?.name == finding.field }
  }

  private func name(of rule: DuplicateProfile.Rule) -> String {
    switch rule {
    case .id: "id"
    case .row: "every field"
    case .words: "customer, text"
    }
  }

  private func advice(on found: DuplicateProfile) -> Advice? {
    // A column that repeats in most rows is no id.
    let isDoubtful = found.rule == .id && share(found.rows) > 0.5
    if !found.keys.isEmpty, !isDoubtful { return write.excludeDuplicates(by: found.keys) }
    switch found.rule {
    case .words: return write.repeated(["customer", "text"])
    case .id, .row: return profile.field(.id).flatMap { $0.isNameable ? write.repeated([$0.name]) : nil }
    }
  }

  // MARK: - Cells

  private var damagedIDs: CheckOutcome {
    let ids = fields.filter { $0.marks[.longNumber] != nil }
    guard !ids.isEmpty else { return .notPossible }
    return .found(
      ids.compactMap { field in
        let exponents = field.marks[.exponent]?.rows ?? 0
        let zeroed = field.marks[.zeroed]?.rows ?? 0
        let long = field.marks[.longNumber]?.rows ?? 0
        let known = profile.rows - field.missing
        // One id in a thousand ends in three zeros by itself.
        let areZeroed = zeroed >= 3 && zeroed * 20 >= long
        let rows = (exponents * 100 >= known ? exponents : 0) + (areZeroed ? zeroed : 0)
        guard rows > 0 else { return nil }
        let example = (exponents > 0 ? field.marks[.exponent] : field.marks[.zeroed])?.example
        return finding(
          .high, .damagedID, field.name, rows: rows, example: example,
          advice: field.isNameable && profile.holdsEvents ? write.values(of: field.name) : nil)
      })
  }

  private var placeholders: CheckOutcome {
    var found: [QualityFinding] = []
    var isPossible = false
    for field in fields where field.type == .instant {
      isPossible = true
      if field.role == .time, profile.holdsEvents {
        for day in profile.days where SourceProfile.placeholders.contains(day.day) {
          found.append(
            finding(
              .high, .placeholderDate, field.name, rows: day.rows,
              example: CivilDate(dayNumber: day.day).text, advice: write.exclude(day: day.day)))
        }
      } else if let marked = field.marks[.placeholder], marked.rows > 0 {
        found.append(
          finding(
            .medium, .placeholderDate, field.name, rows: marked.rows,
            example: marked.example.map { String($0.prefix(10)) }))
      }
    }
    return isPossible ? .found(found) : .notPossible
  }

  private func marked(_ mark: CellMark, as check: QualityCheck, _ severity: QualitySeverity) -> CheckOutcome {
    let texts = fields.filter { $0.marks[mark] != nil }
    guard !texts.isEmpty else { return .notPossible }
    return .found(
      texts.compactMap { field in
        guard let marked = field.marks[mark], marked.rows > 0 else { return nil }
        let isEverywhere = severity == .medium && share(marked.rows) >= 0.5
        return finding(
          isEverywhere ? .high : severity, check, field.name, rows: marked.rows, example: marked.example,
          advice: field.isNameable ? marked.sample.flatMap { write.events(field.name, holding: $0) } : nil)
      })
  }

  private func unread(
    as check: QualityCheck, _ isAbout: (FieldProfile) -> Bool
  ) -> CheckOutcome {
    // A row whose time cannot be read is rejected.
    let own = fields.filter { isAbout($0) && $0.type != .text && $0.role != .time }
    guard !own.isEmpty else { return .notPossible }
    return .found(
      own.filter { $0.unreadable > 0 }.map { field in
        finding(
          share(field.unreadable) >= 0.01 ? .high : .medium, check, field.name, rows: field.unreadable,
          example: unreadExample(field), advice: unreadAdvice(field))
      })
  }

  private func unreadExample(_ field: FieldProfile) -> String? {
    let reason = field.scale.map { "off the scale \(scaleText($0)), or no number" }
    guard let unread = field.unread else { return reason }
    return unread + (reason.map { ": \($0)" } ?? "")
  }

  private func unreadAdvice(_ field: FieldProfile) -> Advice? {
    guard profile.holdsEvents else { return nil }
    if let original = field.original { return write.values(of: original) }
    return field.isNameable ? write.describe(field.name) : nil
  }

  private func scaleText(_ scale: ClosedRange<Double>) -> String {
    func text(_ number: Double) -> String { number == number.rounded() ? "\(Int(number))" : "\(number)" }
    return text(scale.lowerBound) + " to " + text(scale.upperBound)
  }

  private var constant: CheckOutcome {
    let scores = fields.filter { $0.role?.scale != nil && profile.rows - $0.missing >= 10 }
    guard !scores.isEmpty else { return .notPossible }
    return .found(
      scores.compactMap { field in
        guard let low = field.smallest, low == field.largest else { return nil }
        return finding(
          .medium, .constant, field.name, rows: profile.rows - field.missing,
          example: low == low.rounded() ? "\(Int(low))" : "\(low)", advice: write.values(of: field.name))
      })
  }

  private var oneSided: CheckOutcome {
    guard profile.holdsEvents, profile.rows > 0 else { return .notPossible }
    let text = profile.field(.text)
    let scores = fields.filter { $0.role?.scale != nil }
    guard let text else {
      guard let score = scores.first else { return .notPossible }
      return .found([
        finding(
          .low, .oneSided, score.name, rows: profile.rows - score.missing, example: "a score without words")
      ])
    }
    let words = profile.rows - text.missing
    guard let score = scores.first else {
      return .found(
        words == 0
          ? []
          : [
            finding(
              .medium, .oneSided, text.name, rows: words, example: "words without a score",
              advice: write.score())
          ]
      )
    }
    var found: [QualityFinding] = []
    if let rows = profile.wordsWithoutScores, share(rows) >= 0.05 {
      found.append(
        finding(
          .low, .oneSided, text.name, rows: rows, example: "words without a score",
          advice: scores.contains { $0.role == .sentiment }
            ? write.events(having: text.name, lacking: Role.sentiment.rawValue) : write.score()))
    }
    if let rows = profile.scoresWithoutWords, share(rows) >= 0.05 {
      found.append(
        finding(
          .low, .oneSided, score.name, rows: rows, example: "a score without words",
          advice: write.events(having: score.name, lacking: text.name)))
    }
    return .found(found)
  }

  // MARK: - Values

  private var twins: CheckOutcome {
    let listed = fields.filter { $0.values != nil }
    guard !listed.isEmpty else { return .notPossible }
    return .found(
      listed.compactMap { field in
        var finder = TwinFinder(field.values ?? [])
        let pairs = finder.twins()
        guard !pairs.isEmpty else { return nil }
        let shown = pairs.prefix(3).map { "\($0.rare) → \($0.frequent)" }.joined(separator: ", ")
        return finding(
          .medium, .twins, field.name, rows: pairs.map(\.rows).reduce(0, +),
          example: shown + (pairs.count > 3 ? ", and \(pairs.count - 3) more" : ""),
          advice: field.isNameable ? write.recode(field.name, pairs) : nil)
      })
  }

  private var tryouts: CheckOutcome {
    let looked = fields.filter { $0.marks[.tryout] != nil }
    guard !looked.isEmpty else { return .notPossible }
    return .found(
      looked.compactMap { field in
        guard let marked = field.marks[.tryout], marked.rows > 0 else { return nil }
        return finding(
          .low, .testRow, field.name, rows: marked.rows, example: marked.example,
          advice: field.isNameable ? write.exclude(field.name, among: marked.spellings) : nil)
      })
  }

  private var missing: CheckOutcome {
    guard profile.rows > 0 else { return .notPossible }
    return .found(
      fields.compactMap { field in
        let share = share(field.missing)
        guard field.missing > 0, isDetailed || share >= (field.role == nil ? 0.5 : 0.05) else { return nil }
        return finding(
          isNeeded(field) && share >= 0.5 ? .medium : .low, .missing, field.name, rows: field.missing,
          example: field.missing == profile.rows ? "no row has a value" : nil,
          advice: field.isNameable ? write.rows(missing: field.name) : nil)
      })
  }

  /// Questions group and count by it.
  private func isNeeded(_ field: FieldProfile) -> Bool {
    guard let role = field.role else { return false }
    let isOfWords = [.mentions, .reviews, .interviews].contains(profile.kind)
    return Dimension(rawValue: role.rawValue) != nil || role == .customer || role == .text && isOfWords
  }
}
