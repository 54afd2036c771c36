import DataModel
import Engine
import Vocabulary

/// A column with what it is wanted for.
struct Inquiry: Hashable, Sendable {
  var column: Int
  var purpose: Purpose

  /// The column of a field that has the same value in every row.
  static let noColumn = -1

  func hash(into hasher: inout Hasher) {
    hasher.combine(column)
    hasher.combine(purpose.role)
  }
}

/// How a column is best read for a purpose.
struct Verdict: Sendable {
  var reading: Reading
  /// Cells that hold something, and those of them that the reading can read.
  var filled: Int
  var fits: Int
  /// Some texts of the column, for messages.
  var examples: [String]
  /// Words among those of a scale that the reading does not know, where the answers without them would mislead.
  var strangers: [String] = []

  /// A text that shows why the column does not fill a role: for a time one that is none.
  func example(of role: Role) -> String? {
    guard role.fieldType == .instant else { return examples.first }
    return examples.first { InstantReading.candidates(for: [$0], takesNumbers: true).isEmpty }
      ?? examples.first
  }

  /// Most cells can be read.
  var isMostlyRead: Bool { filled > 0 && fits * 2 > filled }
  var isWhollyRead: Bool { fits >= filled }
}

/// Finds out how columns can be read, by counting over a table of trimmed cells `t0`, `t1` ….
struct Profiler {
  let session: EngineSession
  /// A table with the cells.
  let cells: CellTable
  /// Readings that left cells unread: those cells are looked at first.
  var earlier: [Inquiry: Reading] = [:]

  /// The best reading for each inquiry.
  func answer(_ inquiries: [Inquiry]) throws(EngineError) -> [Inquiry: Verdict] {
    let columns = Set(inquiries.map(\.column)).sorted()
    let examples = try self.examples(of: columns)
    let tried = inquiries.map { inquiry in
      CandidateFinder(purpose: inquiry.purpose, cell: "t\(inquiry.column)", zone: cells.zones[inquiry.column])
        .candidates(
          for: examples[inquiry.column] ?? [])
    }
    let counts = try self.counts(columns.map { "count(t\($0))" } + tried.joined().flatMap(\.aggregates))
    var filled: [Int: Int] = [:]
    for (position, column) in columns.enumerated() { filled[column] = counts[position] }
    var at = columns.count
    var verdicts: [Inquiry: Verdict] = [:]
    for (inquiry, candidates) in zip(inquiries, tried) {
      let results = candidates.map { candidate -> Candidate.Trial in
        defer { at += candidate.aggregates.count }
        return candidate.finish(Array(counts[at..<(at + candidate.aggregates.count)]))
      }
      verdicts[inquiry] = try verdict(
        inquiry, results, filled: filled[inquiry.column] ?? 0, examples: examples[inquiry.column] ?? [])
    }
    return verdicts
  }

  /// The first reading that reads most; a column of its own takes only one that reads everything.
  private func verdict(
    _ inquiry: Inquiry, _ results: [Candidate.Trial], filled: Int, examples: [String]
  ) throws(EngineError) -> Verdict {
    if inquiry.purpose.role == nil, inquiry.purpose.meaning == nil {
      let whole = results.first { $0.fits == filled }
      return Verdict(reading: whole?.reading ?? .text, filled: filled, fits: filled, examples: examples)
    }
    let best = results.max { $0.fits < $1.fits }.flatMap { best in results.first { $0.fits == best.fits } }
    var verdict = Verdict(
      reading: best?.reading ?? .text, filled: filled, fits: best?.fits ?? 0, examples: examples)
    if let best, best.fits > 0, isHalfUnderstood(best, filled: filled) {
      verdict.strangers = try unknownWords(of: inquiry.column, to: best.reading)
    }
    return verdict
  }

  /// Words of a scale of which some are not known: unhappy customers may be all that is missing.
  private func isHalfUnderstood(_ trial: Candidate.Trial, filled: Int) -> Bool {
    guard case .score(let score) = trial.reading.core, case .labels = score.form else { return false }
    let unread = filled - trial.fits
    return unread > 0 && (trial.isOneAnswer || unread * Self.fewUnread > filled)
  }

  /// One unknown word in so many answers is taken for a slip.
  private static let fewUnread = 20

  /// The most frequent texts that a reading cannot read.
  private func unknownWords(of column: Int, to reading: Reading) throws(EngineError) -> [String] {
    let cell = "t\(column)"
    guard let unread = reading.unreadable(cell, value: "v") else { return [] }
    let found = try session.query(
      """
      select substr(\(cell), 1, 80) from (select \(cell), \(reading.sql(cell)) as v from \(cells.trimmed([column]))) \
      where \(unread) group by 1 order by count(*) desc, 1 limit 12
      """)
    return (0..<found.rowCount).compactMap { found.columns[0].text($0) }
  }

  /// Some texts of each column: the first ones, and those that an earlier reading could not read.
  private func examples(of columns: [Int]) throws(EngineError) -> [Int: [String]] {
    var out: [Int: [String]] = [:]
    // As parts of a union and not as subqueries of one row: the engine would look for the best order of joining them.
    for start in stride(from: 0, to: columns.count, by: Self.columnsAtOnce) {
      let chunk = columns[start..<min(start + Self.columnsAtOnce, columns.count)]
      let result = try session.query(chunk.map(examplesSQL).joined(separator: "\nunion all\n"))
      for row in 0..<result.rowCount {
        guard let column = result.columns[0].int(row) else { continue }
        out[Int(column)] = result.columns[1].text(row)?.split(separator: "\u{1F}").map(String.init) ?? []
      }
    }
    return out
  }

  /// Statements over more columns than this take longer to plan than to run.
  private static let columnsAtOnce = 32

  private func examplesSQL(of column: Int) -> String {
    let cell = "t\(column)"
    // Only its own cells: the engine plans every column of a subquery anew for each part of the union.
    let cells = cells.trimmed([column])
    var source = "(select \(cell) from \(cells) where \(cell) is not null limit 120)"
    if let reading = earlier.first(where: { $0.key.column == column })?.value,
      let unread = reading.unreadable(cell, value: "v")
    {
      let first =
        "select \(cell) from (select \(cell), \(reading.sql(cell)) as v from \(cells))"
        + " where \(unread) limit 60"
      source = "((\(first)) union all (from \(source)))"
    }
    return "select \(column) as c, string_agg(substr(\(cell), 1, 80), chr(31)) as texts from \(source)"
  }

  private func counts(_ aggregates: [String]) throws(EngineError) -> [Int] {
    try session.numbers("select \(aggregates.joined(separator: ", ")) from \(cells.trimmed(cells.columns))")
  }
}
