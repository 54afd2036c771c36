import DataModel
import Vocabulary

/// The fields as they are chosen, one after another.
struct PlanDraft {
  let columns: [String]
  /// The source's name, for the statements that remarks show.
  let alias: String
  var fields: [PlannedField] = []
  var remarks: [String] = []
  private var takenNames = Set(HiddenColumn.reserved)
  private var usedColumns: Set<Int> = []

  init(columns: [String], alias: String) { (self.columns, self.alias) = (columns, alias) }

  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// Lets a column fill a role.
  mutating func fill(_ inquiry: Inquiry, _ verdict: Verdict) {
    guard let role = inquiry.purpose.role else { return }
    fill(inquiry, verdict, name: role.rawValue)
  }

  /// Gives every row the same day as its time.
  mutating func fillTime(everyRow day: String) {
    fill(
      Inquiry(column: Inquiry.noColumn, purpose: Purpose(role: .time)),
      Verdict(
        reading: .instant(InstantReading(.everyRow(day: day))), filled: 0, fits: 0, examples: []))
  }

  private mutating func fill(_ inquiry: Inquiry, _ verdict: Verdict, name: String) {
    usedColumns.insert(inquiry.column)
    takenNames.insert(name)
    fields.append(
      PlannedField(
        name: name, role: inquiry.purpose.role, inquiry: inquiry,
        column: inquiry.column == Inquiry.noColumn ? "" : columns[inquiry.column],
        reading: typed(inquiry, verdict), filled: verdict.filled))
  }

  /// A role whose column is empty keeps the type of the role.
  private func typed(_ inquiry: Inquiry, _ verdict: Verdict) -> Reading {
    guard verdict.filled == 0, verdict.reading == .text, let role = inquiry.purpose.role,
      role.fieldType != .text
    else { return verdict.reading }
    return .empty(role.fieldType, sqlType: TableEdit.columnType(role.fieldType, role: role))
  }

  /// Makes room for a duration that is worked out from two times, where no column holds it.
  mutating func prepare(_ duration: DerivedDuration) {
    let header = ExportHeader(columns)
    guard !has(duration.role.rawValue), !header.positions(of: duration.from).isEmpty,
      !header.positions(of: duration.to).isEmpty
    else { return }
    takenNames.insert(duration.role.rawValue)
    fields.append(
      PlannedField(
        name: duration.role.rawValue, role: duration.role,
        inquiry: Inquiry(column: Inquiry.noColumn, purpose: Purpose(role: duration.role)), column: "",
        reading: .workedOut(.duration, sqlType: TableEdit.columnType(.duration, role: duration.role)),
        filled: 0))
  }

  /// Lets the first declared column that holds something fill the role, else the first that is there.
  mutating func fillDeclared(_ wish: RoleMatcher.Wish, _ verdicts: [Inquiry: Verdict]) {
    if let condition = wish.condition {
      let seen = verdicts[Inquiry(column: condition.column, purpose: .own)]?.examples ?? []
      guard !seen.isEmpty, seen.allSatisfy({ condition.words.contains($0.lowercased()) }) else { return }
    }
    if let inquiry = wish.inquiries.first, case .constant(let text)? = inquiry.purpose.meaning {
      return fill(
        inquiry, Verdict(reading: .constant(text), filled: 0, fits: 0, examples: []), name: wish.name)
    }
    let known = wish.inquiries.compactMap { inquiry in verdicts[inquiry].map { (inquiry, $0) } }
    if let (inquiry, verdict) = known.first(where: {
      $0.1.strangers.isEmpty && ($0.1.isMostlyRead || ($0.1.filled > 0 && $0.1.reading.isWords))
    }) {
      return fill(inquiry, verdict, name: wish.name)
    }
    if let (inquiry, verdict) = known.first(where: { $0.1.filled == 0 }), wish.role != .time {
      return fill(inquiry, verdict, name: wish.name)
    }
    for (inquiry, verdict) in known where wish.role != .time {
      wish.role.map { note($0, inquiry, verdict) }
    }
  }

  /// Lets the first column fill the role whose cells can be read; a column fills one role.
  mutating func fillFirst(_ wish: RoleMatcher.Wish, _ verdicts: [Inquiry: Verdict]) {
    for inquiry in wish.inquiries where !usedColumns.contains(inquiry.column) {
      guard let verdict = verdicts[inquiry] else { continue }
      guard let role = wish.role else { continue }
      let needed = role == .kind ? verdict.filled * 9 / 10 : verdict.filled / 2
      // A column without any value may still be the role; only its values could tell otherwise.
      if (verdict.fits > needed && verdict.strangers.isEmpty)
        || (verdict.filled == 0 && role != .time && role != .kind)
      {
        return fill(inquiry, verdict)
      }
      if role != .time { note(role, inquiry, verdict) }
    }
    if wish.role == .time { fillTimeWithFew(wish, verdicts) }
  }

  /// A column called like a time of which only few cells are times: those rows are worth more than none, the others are
  /// rejected and counted.
  private mutating func fillTimeWithFew(_ wish: RoleMatcher.Wish, _ verdicts: [Inquiry: Verdict]) {
    let free = wish.inquiries.filter { !usedColumns.contains($0.column) }
    let best = free.compactMap { inquiry in verdicts[inquiry].map { (inquiry, $0) } }.max {
      $0.1.fits < $1.1.fits
    }
    if let (inquiry, verdict) = best, verdict.fits > 0 { return fill(inquiry, verdict) }
    for inquiry in free { verdicts[inquiry].map { note(.time, inquiry, $0) } }
  }

  private mutating func note(_ role: Role, _ inquiry: Inquiry, _ verdict: Verdict) {
    guard let example = verdict.example(of: role), role != .kind else { return }
    let name = columns[inquiry.column]
    if !verdict.strangers.isEmpty {
      return remarks.append(AnswerWords(role, column: name, verdict).remark(in: alias))
    }
    remarks.append(
      "\(name) is called like \(role.rawValue), but cells such as \"\(example.prefix(40))\" are not \(role.fieldType.phrase): "
        + "it stays an ordinary field")
  }

  /// Keeps a column under its own name, unless a role holds all it says.
  mutating func keep(_ column: Int, _ verdict: Verdict?) {
    guard let verdict else { return }
    let holders = fields.filter { $0.inquiry.column == column && $0.inquiry.purpose != .own }
    // Cells that are read as true or false on their own too say no more than the role's values.
    let adds = holders.contains {
      $0.reading.losesWords && !($0.type == .boolean && verdict.reading.fieldType == .boolean)
    }
    guard holders.isEmpty || adds else { return }
    let name = freeName(columns[column], suffix: holders.isEmpty ? nil : "raw")
    if !holders.isEmpty || name == columns[column] {
    } else {
      remarks.append("the column \(columns[column]) stays available as \(name)")
    }
    fields.append(
      PlannedField(
        name: name, role: nil, inquiry: Inquiry(column: column, purpose: .own), column: columns[column],
        reading: verdict.reading, filled: verdict.filled))
  }

  /// Brings all times into the zone of the source's own time.
  mutating func alignTimes() {
    guard case .instant(let time)? = fields.first(where: { $0.role == .time })?.reading.core else { return }
    for position in fields.indices where fields[position].role != .time {
      fields[position].reading = fields[position].reading.aligned(to: time)
    }
  }

  /// The name itself, or with a word or number behind it where it is taken.
  private mutating func freeName(_ name: String, suffix: String?) -> String {
    var candidate = name
    var number = 2
    if takenNames.contains(candidate.lowercased()), let suffix { candidate = "\(name)_\(suffix)" }
    while !takenNames.insert(candidate.lowercased()).inserted {
      candidate = "\(name)_\(number)"
      number += 1
    }
    return candidate
  }
}
