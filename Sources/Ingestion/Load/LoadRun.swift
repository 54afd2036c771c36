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
    /// Durations that were worked out from two times.
    var derived: [DerivedDurations.Derived] = []
  }

  private static let mostAttempts = 4
  /// A column with fewer values in the sample is not known by it.
  private static let fewValues = 20

  /// Why a load has no result.
  enum Interruption: Error {
    case mistakes(Mistakes)
    /// The file at this position has to be read in another form first.
    case needsRepair(Int, FileRepair)
  }

  func run() throws(Interruption) -> Result {
    do throws(FailedFile) {
      return try attempt()
    } catch {
      if let mistakes = error.mistakes { throw .mistakes(mistakes) }
      if let file = error.position, let repair = error.repair { throw .needsRepair(file, repair) }
      throw .mistakes(session.mistake(error.error, reading: error.file, span: planner.span))
    }
  }

  private func attempt() throws(FailedFile) -> Result {
    var knowledge = try firstKnowledge()
    var result = try build(knowledge)
    for _ in 1..<Self.mostAttempts {
      let doubtful = doubts(about: result, knowledge)
      guard !doubtful.isEmpty else { break }
      try look(again: doubtful, result, &knowledge)
      knowledge.plan = try wrapped { () throws(Mistakes) in try planner.plan(knowledge.verdicts) }
      if knowledge.plan.makesSameTable(as: result.plan), knowledge.padded == result.builder.padded {
        result.plan.remarks = knowledge.plan.remarks
        break
      }
      result = try build(knowledge)
    }
    try engine { () throws(EngineError) in try finish(&result) }
    return result
  }

  /// What only the whole table shows: padded texts, late rejects, where the rejects stand.
  private func finish(_ result: inout Result) throws(EngineError) {
    let before = result.counts
    let trimmed = try PaddedTexts(session: session, builder: result.builder).trim()
    try LateRejects(session: session, builder: result.builder).mark(result.parts)
    result.derived = try DerivedDurations(session: session, builder: result.builder).fill()
    try RejectPlaces(session: session, builder: result.builder).write(result.parts)
    result.parts = try EmptyRows(session: session, builder: result.builder).leaveOut(of: result.parts)
    let counts = try session.numbers(
      "select count(*), count(\(HiddenColumn.reject)) from \(sqlName(tableName))")
    if trimmed || !result.derived.isEmpty || counts != [before.rows, before.rejected] {
      result.counts = try LoadCounts(session: session, builder: result.builder)
    }
    try dropHelpers(result.builder)
  }

  /// What is known of the columns, and which of it for certain.
  private struct Knowledge {
    var verdicts: [Inquiry: Verdict]
    var plan: LoadPlan
    var padded: Set<Int>
    var settled: Set<Inquiry> = []
  }

  private func firstKnowledge() throws(FailedFile) -> Knowledge {
    let sample = try CellTable.sample(files, union, session: session)
    defer { session.discard(sample.name) }
    var verdicts: [Inquiry: Verdict] = [:]
    var padded: Set<Int> = []
    try engine { () throws(EngineError) in
      verdicts = try Profiler(session: session, cells: sample).answer(planner.inquiries)
      padded = files.allSatisfy(\.isDelimited) ? try sample.padded() : Set(union.names.indices)
    }
    do throws(Mistakes) {
      let plan = try planner.plan(verdicts)
      let settled = sample.isWhole ? Set(planner.inquiries) : []
      return Knowledge(verdicts: verdicts, plan: plan, padded: padded, settled: settled)
    } catch {
      guard !sample.isWhole else { throw FailedFile(error) }
    }
    // The first rows may hold no time at all: all of them are looked at before the load is refused.
    let roles = planner.inquiries.filter { $0.purpose.role != nil }
    guard !roles.isEmpty else {
      _ = try wrapped { () throws(Mistakes) in try planner.plan(verdicts) }
      return Knowledge(verdicts: verdicts, plan: planner.draft(verdicts), padded: padded)
    }
    let found = try answers(roles, on: [:])
    verdicts.merge(found.verdicts) { $1 }
    let plan = try wrapped { () throws(Mistakes) in try planner.plan(verdicts) }
    return Knowledge(verdicts: verdicts, plan: plan, padded: padded.union(found.padded), settled: Set(roles))
  }

  private func build(_ knowledge: Knowledge) throws(FailedFile) -> Result {
    var builder = TableBuilder(
      session: session, files: files, union: union, plan: knowledge.plan, padded: knowledge.padded,
      tableName: tableName)
    var parts = try builder.build()
    if parts.contains(where: { $0.broken.contains(where: \.isTooLong) }) {
      for index in builder.files.indices { builder.files[index].hasLongRecords = true }
      parts = try builder.build()
    }
    if let position = parts.firstIndex(where: { $0.broken.contains(where: \.isWronglyEncoded) }) {
      throw FailedFile(position: position, repair: .encoding)
    }
    do throws(EngineError) {
      let counts = try LoadCounts(session: session, builder: builder)
      return Result(plan: knowledge.plan, parts: parts, counts: counts, builder: builder)
    } catch {
      throw FailedFile(file: planner.fileName, error: error)
    }
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
    knowledge.verdicts.merge(found.verdicts) { $1 }
    knowledge.padded.formUnion(found.padded)
    knowledge.settled.formUnion(inquiries)
  }

  /// Answers from every row of the files.
  private func answers(
    _ inquiries: [Inquiry], on earlier: [Inquiry: Reading]
  ) throws(FailedFile) -> (verdicts: [Inquiry: Verdict], padded: Set<Int>) {
    let columns = Set(inquiries.map(\.column)).sorted()
    let cells = try CellTable.whole(files, union, wanted: columns, session: session)
    defer { session.discard(cells.name) }
    do throws(EngineError) {
      let profiler = Profiler(session: session, cells: cells, earlier: earlier)
      return (try profiler.answer(inquiries), try cells.padded())
    } catch {
      throw FailedFile(file: planner.fileName, error: error)
    }
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
