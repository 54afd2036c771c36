import DataModel
import Diagnostics
import Semantics
import Vocabulary

/// Decides which column fills which role and what becomes of the others.
struct LoadPlanner: Sendable {
  let kind: SourceKind
  let columns: [String]
  /// The user's `with (…)`, with the column of each found.
  let explicit: [(inquiry: Inquiry, written: ResolvedRole)]
  let wishes: [RoleMatcher.Wish]
  let fileName: String
  let span: Span

  /// Finds the columns that the request names.
  init(kind: SourceKind, union: ColumnUnion, request: ResolvedLoad) throws(Mistakes) {
    self.kind = kind
    columns = union.names
    fileName = request.path
    span = request.pathSpan
    var explicit: [(inquiry: Inquiry, written: ResolvedRole)] = []
    var mistakes: [Diagnostic] = []
    for role in request.roles {
      guard let column = union.position(of: role.column) else {
        mistakes.append(
          .unknownFileColumn(
            role.column, nearest: nearestNames(to: role.column, among: union.names, limit: 3),
            known: union.names,
            span: role.columnSpan))
        continue
      }
      if let wrong = Self.misplaced(role, in: kind) { mistakes.append(wrong) }
      let unit = role.role.fieldType == .duration ? DurationUnit.split(union.names[column]).unit : nil
      let purpose = Purpose(role: role.role, scale: role.scale, highIsGood: role.highIsGood, unit: unit)
      explicit.append((Inquiry(column: column, purpose: purpose), role))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    self.explicit = explicit
    let taken = Set(explicit.compactMap(\.inquiry.purpose.role))
    wishes = RoleMatcher(kind: kind, columns: union.names).wishes().filter { !taken.contains($0.role) }
  }

  /// A role that this kind of file has not.
  private static func misplaced(_ role: ResolvedRole, in kind: SourceKind) -> Diagnostic? {
    let isEvent = kind.eventKind != nil
    let onlyDescribing: Set<Role> = [
      .segment, .joined, .churned, .annualValue, .owner, .owned, .stakes, .effort,
    ]
    if isEvent, onlyDescribing.contains(role.role) {
      let home = role.role.describesCustomer ? SourceKind.customers : .touchpoints
      return .roleOfOtherKind(
        role.role.rawValue, kind: kind.rawValue, home: home.rawValue, span: role.columnSpan)
    }
    let fits: Bool
    switch kind {
    case .customers: fits = role.role.describesCustomer || role.role == .customer
    case .touchpoints: fits = role.role.describesTouchpoint || role.role == .touchpoint
    default: fits = true
    }
    return fits
      ? nil : .roleOfOtherKind(role.role.rawValue, kind: kind.rawValue, home: nil, span: role.columnSpan)
  }

  /// Everything that must be known of the columns.
  var inquiries: [Inquiry] {
    var all = explicit.map(\.inquiry)
    for wish in wishes { for inquiry in wish.inquiries where !all.contains(inquiry) { all.append(inquiry) } }
    return all + columns.indices.map { Inquiry(column: $0, purpose: .own) }
  }

  /// The plan that the verdicts lead to.
  func plan(_ verdicts: [Inquiry: Verdict]) throws(Mistakes) -> LoadPlan {
    for (inquiry, written) in explicit {
      guard let verdict = verdicts[inquiry], verdict.filled > 0, verdict.fits == 0 else { continue }
      throw Mistakes(unreadable(written, verdict))
    }
    let plan = draft(verdicts)
    if plan.field(of: plan.keyRole) == nil { throw Mistakes(missingKey(plan, verdicts)) }
    return plan
  }

  /// The plan, even where it lacks what every row needs.
  func draft(_ verdicts: [Inquiry: Verdict]) -> LoadPlan {
    var draft = PlanDraft(columns: columns)
    for (inquiry, _) in explicit { verdicts[inquiry].map { draft.fill(inquiry, $0) } }
    for wish in wishes where !draft.hasRole(wish.role) { draft.fillFirst(wish, verdicts) }
    for column in columns.indices { draft.keep(column, verdicts[Inquiry(column: column, purpose: .own)]) }
    draft.alignTimes()
    return LoadPlan(kind: kind, fields: draft.fields, remarks: draft.remarks)
  }

  private func unreadable(_ role: ResolvedRole, _ verdict: Verdict) -> Diagnostic {
    .columnIsNot(
      role.column, role: role.role.rawValue, expected: role.role.fieldType.phrase,
      example: verdict.examples.first ?? "",
      span: role.columnSpan)
  }

  /// No column fills the role without which no row can be used.
  private func missingKey(_ plan: LoadPlan, _ verdicts: [Inquiry: Verdict]) -> Diagnostic {
    guard plan.keyRole == .time else {
      return .noKeyColumn(
        fileName, role: plan.keyRole.rawValue, kind: kind.rawValue, known: columns, span: span)
    }
    let times = plan.fields.filter { $0.type == .instant }.map(\.column)
    let tried = wishes.first { $0.role == .time }?.inquiries.first.map { inquiry in
      (column: columns[inquiry.column], example: verdicts[inquiry]?.examples.first ?? "")
    }
    return .noTimeColumn(
      fileName, kind: kind.rawValue, candidates: times, tried: tried?.column, example: tried?.example,
      known: columns,
      span: span)
  }
}

/// The fields as they are chosen, one after another.
private struct PlanDraft {
  let columns: [String]
  var fields: [PlannedField] = []
  var remarks: [String] = []
  private var takenNames = Set(HiddenColumn.reserved)
  private var usedColumns: Set<Int> = []

  init(columns: [String]) { self.columns = columns }

  func hasRole(_ role: Role) -> Bool { fields.contains { $0.role == role } }

  /// Lets a column fill a role.
  mutating func fill(_ inquiry: Inquiry, _ verdict: Verdict) {
    guard let role = inquiry.purpose.role else { return }
    usedColumns.insert(inquiry.column)
    takenNames.insert(role.rawValue)
    fields.append(
      PlannedField(
        name: role.rawValue, role: role, inquiry: inquiry, column: columns[inquiry.column],
        reading: verdict.reading,
        filled: verdict.filled))
  }

  /// Lets the first column fill the role whose cells can be read; a column fills one role.
  mutating func fillFirst(_ wish: RoleMatcher.Wish, _ verdicts: [Inquiry: Verdict]) {
    for inquiry in wish.inquiries where !usedColumns.contains(inquiry.column) {
      guard let verdict = verdicts[inquiry] else { continue }
      let needed = wish.role == .kind ? verdict.filled * 9 / 10 : verdict.filled / 2
      // A column without any value may still be the role; only its values could tell otherwise.
      if verdict.fits > needed || (verdict.filled == 0 && wish.role != .time && wish.role != .kind) {
        return fill(inquiry, verdict)
      }
      if wish.role != .time { note(wish.role, inquiry, verdict) }
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
    guard let example = verdict.examples.first, role != .kind else { return }
    let name = columns[inquiry.column]
    remarks.append(
      "\(name) is called like \(role.rawValue), but cells such as \"\(example.prefix(40))\" are not \(role.fieldType.phrase): "
        + "it stays an ordinary field")
  }

  /// Keeps a column under its own name, unless a role holds all it says.
  mutating func keep(_ column: Int, _ verdict: Verdict?) {
    guard let verdict else { return }
    let holders = fields.filter { $0.inquiry.column == column && $0.role != nil }
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
