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
  /// The export that the file is recognised as.
  let export: ExportFormat?
  let fileName: String
  /// The name that the source will have, for the statements that messages show.
  let alias: String
  /// What the user says of the file's layout, for the statements that messages show.
  let options: [String]
  /// The day of every row, where the user says that the file holds no times.
  let day: String?
  let span: Span

  /// Finds the columns that the request names.
  init(
    kind: SourceKind, union: ColumnUnion, request: ResolvedLoad, export: ExportFormat? = nil
  ) throws(Mistakes) {
    self.kind = kind
    self.export = export
    columns = union.names
    fileName = request.path
    alias = request.alias ?? Loader.defaultAlias(for: request.path)
    options = request.options.items
    day = request.options.day
    span = request.pathSpan
    explicit = try Self.explicit(kind, union, request)
    let taken = Set(explicit.compactMap(\.inquiry.purpose.role))
    let matcher = RoleMatcher(kind: kind, columns: union.names)
    let declared = export.map(matcher.wishes(declaredBy:)) ?? []
    let byName = matcher.wishes().filter { wish in
      wish.role.map { export?.withheld.contains($0) != true } ?? true
    }
    wishes = (declared + byName).filter { wish in wish.role.map { !taken.contains($0) } ?? true }
  }

  /// The columns that the user names, each with the role that it is to fill.
  private static func explicit(
    _ kind: SourceKind, _ union: ColumnUnion, _ request: ResolvedLoad
  ) throws(Mistakes) -> [(inquiry: Inquiry, written: ResolvedRole)] {
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
      if let wrong = misplaced(role, in: kind) { mistakes.append(wrong) }
      let unit = role.role.fieldType == .duration ? DurationUnit.split(union.names[column]).unit : nil
      let purpose = Purpose(role: role.role, scale: role.scale, highIsGood: role.highIsGood, unit: unit)
      explicit.append((Inquiry(column: column, purpose: purpose), role))
    }
    if request.options.day != nil { mistakes += misplacedDay(kind, request) }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return explicit
  }

  /// A day for all rows, of a kind that happens on no day or beside a column of times.
  private static func misplacedDay(_ kind: SourceKind, _ request: ResolvedLoad) -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    if kind.eventKind == nil {
      mistakes.append(.dateOfNoEvent(kind.rawValue, span: request.options.daySpan))
    }
    if let time = request.roles.first(where: { $0.role == .time }) {
      mistakes.append(.dateBesideTime(time.column, span: request.options.daySpan))
    }
    return mistakes
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
    for inquiry in wishes.flatMap(\.inquiries) where inquiry.column != Inquiry.noColumn {
      if !all.contains(inquiry) { all.append(inquiry) }
    }
    return all + columns.indices.map { Inquiry(column: $0, purpose: .own) }
  }

  /// The plan that the verdicts lead to.
  func plan(_ verdicts: [Inquiry: Verdict]) throws(Mistakes) -> LoadPlan {
    for (inquiry, written) in explicit {
      guard let verdict = verdicts[inquiry], verdict.filled > 0 else { continue }
      if verdict.fits == 0 { throw Mistakes(unreadable(written, verdict)) }
      if !verdict.strangers.isEmpty { throw Mistakes(halfUnderstood(written, inquiry, verdict)) }
    }
    let plan = draft(verdicts)
    if plan.field(of: plan.keyRole) == nil { throw Mistakes(missingKey(plan, verdicts)) }
    return plan
  }

  /// The plan, even where it lacks what every row needs.
  func draft(_ verdicts: [Inquiry: Verdict]) -> LoadPlan {
    var draft = PlanDraft(columns: columns, alias: alias)
    for (inquiry, _) in explicit { verdicts[inquiry].map { draft.fill(inquiry, $0) } }
    if let day { draft.fillTime(everyRow: day) }
    for wish in wishes where !draft.has(wish.name) {
      if wish.isDeclared { draft.fillDeclared(wish, verdicts) } else { draft.fillFirst(wish, verdicts) }
    }
    for duration in export?.durations ?? [] { draft.prepare(duration) }
    for column in columns.indices { draft.keep(column, verdicts[Inquiry(column: column, purpose: .own)]) }
    draft.alignTimes()
    return LoadPlan(kind: kind, fields: draft.fields, remarks: draft.remarks, export: export)
  }

  private func unreadable(_ role: ResolvedRole, _ verdict: Verdict) -> Diagnostic {
    .columnIsNot(
      role.column, role: role.role.rawValue, expected: role.role.fieldType.phrase,
      example: verdict.example(of: role.role) ?? "",
      span: role.columnSpan)
  }

  private func halfUnderstood(_ written: ResolvedRole, _ inquiry: Inquiry, _ verdict: Verdict) -> Diagnostic {
    let words = AnswerWords(written.role, column: columns[inquiry.column], verdict)
    return .columnIsHalfUnderstood(
      written.column, role: written.role.rawValue, unknown: words.unknown, known: words.known,
      statement: words.statement(in: alias), span: written.columnSpan)
  }

  /// No column fills the role without which no row can be used.
  private func missingKey(_ plan: LoadPlan, _ verdicts: [Inquiry: Verdict]) -> Diagnostic {
    guard plan.keyRole == .time else {
      return .noKeyColumn(
        fileName, role: plan.keyRole.rawValue, kind: kind.rawValue, known: columns, options: options,
        span: span)
    }
    let times = plan.fields.filter { $0.type == .instant }.map(\.column)
    let tried = wishes.last { $0.role == .time }?.inquiries.first.map { inquiry in
      (column: columns[inquiry.column], example: verdicts[inquiry]?.example(of: .time) ?? "")
    }
    return .noTimeColumn(
      fileName, kind: kind.rawValue, candidates: times, tried: tried?.column, example: tried?.example,
      known: columns, options: options, span: span)
  }
}
