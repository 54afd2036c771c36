import DataModel
import Vocabulary

/// What a column is wanted for.
struct Purpose: Equatable, Sendable {
  /// Nil for a column that stays under its own name.
  var role: Role?
  var scale: ClosedRange<Double>?
  var highIsGood: Bool?
  /// The unit that the column's name tells.
  var unit: DurationUnit?
  /// What a recognised export says about the cells.
  var meaning: ColumnMeaning?

  static let own = Purpose()
}

/// Finds the readings that are worth trying on a column, from some of its texts.
struct CandidateFinder {
  let purpose: Purpose
  /// The SQL name of the trimmed cell.
  let cell: String
  /// The zone that the file's header tells for the column's times.
  var zone: String?

  /// Texts that stand for a missing value in columns of numbers, times and the like.
  static let placeholders: Set<String> = [
    "n/a", "na", "null", "none", "nan", "-", "--", "#n/a", "(null)", "nil", "nat",
  ]

  /// Answers that are none, beside the placeholders.
  static let noAnswers: Set<String> = [
    "not applicable", "unknown", "not rated", "no answer", "don't know", "dont know", "prefer not to say",
    "not relevant", "not_relevant", "unrated", "no rating", "no response",
  ]

  func candidates(for examples: [String]) -> [Candidate] {
    if let meaning = purpose.meaning { return declared(meaning, examples) }
    return candidates(examples)
  }

  /// The reading that a recognised export tells, and where it leaves it open the usual ones.
  private func declared(_ meaning: ColumnMeaning, _ examples: [String]) -> [Candidate] {
    switch meaning {
    case .words(let map): return [Candidate(.words(map), cell: cell)]
    case .flags(let words): return [Candidate(.boolean(words), cell: cell)]
    case .presence: return [Candidate(.presence, cell: cell)]
    case .titled(let title): return [Candidate(titledBy: title, cell: cell)]
    case .constant(let text): return [Candidate(.constant(text), cell: cell)]
    case .labels(let labels, let missing):
      guard let role = purpose.role,
        let score = ScorePurpose(role, scale: purpose.scale, highIsGood: purpose.highIsGood ?? true)
      else { return candidates(examples) }
      let apart = noAnswers(among: examples).union(missing).sorted()
      let known = NumberLabels(values: labels)
      let texts = examples.filter { !apart.contains($0.lowercased()) }
      var forms = scoreForms(texts, role, score)
      if !labels.isEmpty, texts.contains(where: known.fits) || forms.isEmpty {
        forms.insert(.labels(known), at: 0)
      }
      return forms.map { Candidate($0, purpose: score, apart: apart, cell: cell) }
    }
  }

  private func candidates(_ examples: [String]) -> [Candidate] {
    let apart = Set(examples.map { $0.lowercased() }).intersection(Self.placeholders).sorted()
    let texts = examples.filter { !Self.placeholders.contains($0.lowercased()) }
    guard let role = purpose.role else {
      return own(texts).map { Candidate($0.apart(from: apart), cell: cell) }
    }
    if let score = ScorePurpose(role, scale: purpose.scale, highIsGood: purpose.highIsGood ?? true) {
      let none = noAnswers(among: examples)
      let answers = examples.filter { !none.contains($0.lowercased()) }
      return scoreForms(answers, role, score).map {
        Candidate($0, purpose: score, apart: none.sorted(), cell: cell)
      }
    }
    return fixed(texts, role).map { Candidate($0.apart(from: apart), cell: cell) }
  }

  private func noAnswers(among examples: [String]) -> Set<String> {
    Set(examples.map { $0.lowercased() }).intersection(Self.placeholders.union(Self.noAnswers))
  }

  /// A column without a role is what all its texts are.
  private func own(_ texts: [String]) -> [Reading] {
    guard !texts.isEmpty else { return [] }
    if let style = NumberStyle.of(texts) { return numbers(texts, style) }
    let words = BooleanWords(takesNumbers: false)
    if texts.allSatisfy({ words.fits($0) && $0.lowercased() != "x" }) { return [.boolean(words)] }
    let instants = InstantReading.candidates(for: texts, takesNumbers: false)
    let looksRight = texts.allSatisfy { $0.utf8.contains(where: isDigit) && $0.utf8.count <= 40 }
    return looksRight ? instants.map { .instant($0.located(in: zone)) } : []
  }

  private func numbers(_ texts: [String], _ style: NumberStyle) -> [Reading] {
    guard style == .plain else { return [.decimal(style), .double(style)] }
    if texts.contains(where: hasLeadingZero) || texts.contains(where: isTooLong) { return [] }
    if texts.allSatisfy({ Int64($0) != nil && !$0.hasPrefix("+") }) {
      return [.integer, .decimal(style), .double(style)]
    }
    let isLong = texts.contains { text in
      let fraction = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first ?? ""
      return fraction.utf8.count > 6 || text.contains(where: { $0 == "e" || $0 == "E" })
    }
    return isLong ? [.double(style)] : [.decimal(style), .double(style)]
  }

  /// `00123` is a code, not a number.
  private func hasLeadingZero(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return digits.utf8.count > 1 && digits.hasPrefix("0") && !digits.hasPrefix("0.")
      && !digits.hasPrefix("0,")
  }

  /// A whole number that no machine word holds is a code; as a number it would lose digits.
  private func isTooLong(_ text: String) -> Bool {
    text.utf8.count > 18 && Int64(text) == nil && !text.contains(where: { ".eE".contains($0) })
  }

  private func fixed(_ texts: [String], _ role: Role) -> [Reading] {
    switch role.fieldType {
    case .text: return [role == .kind ? .kind : .text]
    case .boolean: return [.boolean(words(for: role))]
    case .instant:
      return InstantReading.candidates(for: texts, takesNumbers: true).map { .instant($0.located(in: zone)) }
    case .duration:
      return DurationReading.candidates(
        for: texts, milliseconds: purpose.unit?.milliseconds ?? 1000, isHandleTime: role == .handleTime
      ).map { .duration($0) }
    case .number:
      guard let style = NumberStyle.of(texts) ?? NumberStyle.of(texts.filter { NumberStyle.of([$0]) != nil })
      else {
        return []
      }
      return [.decimal(style), .double(style)]
    }
  }

  private func words(for role: Role) -> BooleanWords {
    var words = BooleanWords(takesNumbers: true)
    switch role {
    case .resolved:
      words.extraTrue = ["resolved", "solved", "closed", "done", "completed", "complete", "fixed"]
      words.extraFalse = [
        "unresolved", "unsolved", "open", "new", "pending", "in progress", "on hold", "on-hold", "hold",
        "waiting",
        "pending customer response", "reopened", "escalated", "assigned",
      ]
    case .escalated:
      (words.extraTrue, words.extraFalse) = (["escalated"], ["not escalated", "none", "normal"])
    case .reopened: (words.extraTrue, words.extraFalse) = (["reopened"], ["not reopened", "none"])
    case .answered:
      (words.extraTrue, words.extraFalse) = (
        ["answered", "replied"], ["unanswered", "not answered", "none"]
      )
    default: break
    }
    return words
  }

  private func scoreForms(_ texts: [String], _ role: Role, _ score: ScorePurpose) -> [ScoreReading.Form] {
    guard !texts.isEmpty else { return [] }
    let labels =
      role == .sentiment
      ? NumberLabels.sentiment(for: texts) : NumberLabels.answers(on: score.scale ?? score.target)
    var forms: [ScoreReading.Form] = []
    let numbers = texts.filter { NumberStyle.of([$0]) != nil }
    if numbers.count * 2 > texts.count, let style = NumberStyle.of(numbers) { forms.append(.number(style)) }
    if texts.contains(where: labels.fits) { forms.append(.labels(labels)) }
    let leading = texts.filter { $0.utf8.first.map(isDigit) == true && $0.utf8.contains { !isDigit($0) } }
    // Where only the ends are named, `10 - Extremely likely`, the numbers between them stand alone.
    if !leading.isEmpty, numbers.count < texts.count,
      texts.filter({ $0.utf8.first.map(isDigit) == true }).count * 2 > texts.count
    {
      forms.append(.leadingNumber)
    }
    return forms
  }
}
