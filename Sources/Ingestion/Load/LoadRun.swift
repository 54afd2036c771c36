import Diagnostics
import Engine
import Vocabulary

/// One load from the files' first rows to the finished table.
///
/// A plan is made from the first rows, the table is built after it in one pass, and the counts of what could not be
/// read show whether the rest of the files is like its beginning. Where it is not, those columns are looked at as a
/// whole, and the table is built again.
struct LoadRun {
  let session: EngineSession
  let files: [RawFile]
  let union: ColumnUnion
  let planner: LoadPlanner
  let tableName: String

  /// What a load knows at its end.
  struct Result {
    var plan: LoadPlan
    var parts: [TableBuilder.Part]
    var counts: LoadCounts
    var builder: TableBuilder
  }

  private static let mostAttempts = 4
  /// A column with fewer values in the sample is not known by it.
  private static let fewValues = 20

  func run() throws(Mistakes) -> Result {
    do throws(FailedFile) {
      return try attempt()
    } catch {
      if let mistakes = error.mistakes { throw mistakes }
      throw session.mistake(error.error, reading: error.file, span: planner.span)
    }
  }

  private func attempt() throws(FailedFile) -> Result {
    var knowledge = try firstKnowledge()
    var result = try build(knowledge.plan)
    for _ in 1..<Self.mostAttempts {
      let doubtful = doubts(about: result, knowledge)
      guard !doubtful.isEmpty else { break }
      try look(again: doubtful, result, &knowledge)
      let plan = try wrapped { () throws(Mistakes) in try planner.plan(knowledge.verdicts) }
      if plan.makesSameTable(as: result.plan) {
        result.plan.remarks = plan.remarks
        break
      }
      result = try build(plan)
    }
    try engine { () throws(EngineError) in
      try LateRejects(session: session, builder: result.builder).mark(result.parts)
      try RejectPlaces(session: session, builder: result.builder).write(result.parts)
      result.counts = try LoadCounts(session: session, builder: result.builder)
      try dropHelpers(result.builder)
    }
    return result
  }

  /// What is known of the columns, and which of it for certain.
  private struct Knowledge {
    var verdicts: [Inquiry: Verdict]
    var plan: LoadPlan
    var settled: Set<Inquiry> = []
  }

  private func firstKnowledge() throws(FailedFile) -> Knowledge {
    let sample = try CellTable.sample(files, union, session: session)
    defer { session.discard(sample.name) }
    var verdicts: [Inquiry: Verdict] = [:]
    try engine { () throws(EngineError) in
      verdicts = try Profiler(session: session, cells: sample.name).answer(planner.inquiries)
    }
    do throws(Mistakes) {
      let plan = try planner.plan(verdicts)
      return Knowledge(verdicts: verdicts, plan: plan, settled: sample.isWhole ? Set(planner.inquiries) : [])
    } catch {
      guard !sample.isWhole else { throw FailedFile(error) }
    }
    // The first rows may hold no time at all: all of them are looked at before the load is refused.
    let roles = planner.inquiries.filter { $0.purpose.role != nil }
    verdicts.merge(try answers(roles, on: nil)) { $1 }
    let plan = try wrapped { () throws(Mistakes) in try planner.plan(verdicts) }
    return Knowledge(verdicts: verdicts, plan: plan, settled: Set(roles))
  }

  private func build(_ plan: LoadPlan) throws(FailedFile) -> Result {
    let builder = TableBuilder(session: session, files: files, union: union, plan: plan, tableName: tableName)
    let parts = try builder.build()
    var counts: LoadCounts?
    try engine { () throws(EngineError) in counts = try LoadCounts(session: session, builder: builder) }
    guard let counts else {
      throw FailedFile(file: planner.fileName, error: EngineError(kind: .runtime, message: ""))
    }
    return Result(plan: plan, parts: parts, counts: counts, builder: builder)
  }

  /// Fields whose reading the whole file may contradict: cells that could not be read, texts that the sample lacked.
  private func doubts(about result: Result, _ knowledge: Knowledge) -> [Inquiry] {
    result.plan.fields.indices.compactMap { position in
      let field = result.plan.fields[position]
      guard !knowledge.settled.contains(field.inquiry) else { return nil }
      if result.counts.unreadable[position] > 0 { return field.inquiry }
      if field.role == result.plan.keyRole, rejectsHoldTimes(result) { return field.inquiry }
      let isNew = field.filled < Self.fewValues && result.counts.filled[position] > field.filled
      return isNew && field.role == nil && field.reading == .text ? field.inquiry : nil
    }
  }

  /// Rows were rejected for times that could be read in another way.
  private func rejectsHoldTimes(_ result: Result) -> Bool {
    guard result.counts.rejected > 0, result.plan.keyRole == .time else { return false }
    let prefix = TableBuilder.unreadableTime
    let texts = try? session.query(
      """
      select distinct substr(\(HiddenColumn.reject), \(prefix.count + 1)) from \(sqlName(tableName)) \
      where starts_with(\(HiddenColumn.reject), \(sqlText(prefix))) limit 100
      """)
    guard let texts else { return false }
    return (0..<texts.rowCount).contains { row in
      let text = texts.columns[0].text(row) ?? ""
      return !InstantReading.candidates(for: [text], takesNumbers: true).isEmpty
    }
  }

  private func look(
    again inquiries: [Inquiry], _ result: Result, _ knowledge: inout Knowledge
  ) throws(FailedFile) {
    var earlier: [Inquiry: Reading] = [:]
    for field in result.plan.fields where inquiries.contains(field.inquiry) {
      earlier[field.inquiry] = field.reading
    }
    let found = try answers(inquiries, on: earlier)
    knowledge.verdicts.merge(found) { $1 }
    knowledge.settled.formUnion(inquiries)
  }

  /// Answers from every row of the files.
  private func answers(
    _ inquiries: [Inquiry], on earlier: [Inquiry: Reading]?
  ) throws(FailedFile) -> [Inquiry: Verdict] {
    let columns = Set(inquiries.map(\.column)).sorted()
    let cells = try CellTable.whole(files, union, wanted: columns, session: session)
    defer { session.discard(cells.name) }
    var found: [Inquiry: Verdict] = [:]
    try engine { () throws(EngineError) in
      found = try Profiler(session: session, cells: cells.name, earlier: earlier ?? [:]).answer(inquiries)
    }
    return found
  }

  private func dropHelpers(_ builder: TableBuilder) throws(EngineError) {
    for number in 0..<((builder.checkedFields.count + 59) / 60) {
      try session.execute("alter table \(sqlName(tableName)) drop column \(HiddenColumn.unreadable(number))")
    }
  }

  private func engine(_ body: () throws(EngineError) -> Void) throws(FailedFile) {
    do throws(EngineError) { try body() } catch { throw FailedFile(file: planner.fileName, error: error) }
  }

  private func wrapped(_ body: () throws(Mistakes) -> LoadPlan) throws(FailedFile) -> LoadPlan {
    do throws(Mistakes) { return try body() } catch { throw FailedFile(error) }
  }
}
