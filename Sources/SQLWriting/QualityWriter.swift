import DataModel
import Planning
import Vocabulary

/// Writes the few statements with which `quality` looks at the table of one source.
///
/// Each is about the kept rows. Fields are named by their position in `fields`.
public struct QualityWriter: Sendable {
  /// A single figure of the overview.
  public enum Figure: Sendable, Equatable {
    case rows
    /// Rows whose cell has the mark, and the number of the first of them.
    case marked(Int, CellMark)
    case firstMarked(Int, CellMark)
    case smallest(Int)
    case largest(Int)
    /// Of the texts, in characters.
    case meanLength(Int)
    /// About how many different values there are.
    case different(Int)
    case scoresWithoutWords
    case wordsWithoutScores
  }

  let schema: EventSchema
  let source: SourceInfo
  let dialect: Dialect
  let fields: [SourceField]

  public init(schema: EventSchema, source: SourceInfo, fields: [SourceField], dialect: Dialect = .duckDB) {
    self.schema = schema
    self.source = source
    self.dialect = dialect
    self.fields = fields
  }

  // MARK: - The overview

  /// All figures that one pass over the table gives, and the statement that gives one row of them.
  public var overview: (figures: [Figure], sql: String) {
    var inner = ["s.rowid as _r"]
    var outer: [(Figure, String)] = [(.rows, "count(*)")]
    for (position, field) in fields.enumerated() {
      let cell = "s." + dialect.identifier(field.name)
      inner.append("\(cell) as f\(position)")
      for mark in marks(of: field) {
        guard let test = test(mark, cell, field) else { continue }
        let name = "m\(position)_\(mark.rawValue)"
        inner.append("\(test) as \(name)")
        outer.append((.marked(position, mark), "count(*) filter (\(name))"))
        outer.append((.firstMarked(position, mark), "min(_r) filter (\(name))"))
      }
      outer += statistics(of: field, position)
    }
    outer += sides
    let sql =
      "select \(outer.map(\.1).joined(separator: ", "))\nfrom (select \(inner.joined(separator: ", "))"
      + " from \(table) s where \(kept))"
    return (outer.map(\.0), sql)
  }

  private func statistics(of field: SourceField, _ position: Int) -> [(Figure, String)] {
    if field.role?.scale != nil {
      return [
        (.smallest(position), "cast(min(f\(position)) as double)"),
        (.largest(position), "cast(max(f\(position)) as double)"),
      ]
    }
    guard field.type == .text else { return [] }
    return [
      (.meanLength(position), "avg(length(f\(position)))"),
      (.different(position), "approx_count_distinct(f\(position))"),
    ]
  }

  /// Scores without words and words without scores, where the source has both.
  private var sides: [(Figure, String)] {
    let scores = fields.indices.filter { fields[$0].role?.scale != nil }
    guard let text = fields.firstIndex(where: { $0.role == .text }), !scores.isEmpty else { return [] }
    let hasScore = scores.map { "f\($0) is not null" }.joined(separator: " or ")
    return [
      (.scoresWithoutWords, "count(*) filter (f\(text) is null and (\(hasScore)))"),
      (.wordsWithoutScores, "count(*) filter (f\(text) is not null and not (\(hasScore)))"),
    ]
  }

  private func marks(of field: SourceField) -> [CellMark] {
    if Self.isID(field), field.type == .text || field.type == .number {
      return [.exponent, .zeroed, .longNumber] + (field.role == .customer ? [.tryout] : [])
    }
    switch field.type {
    case .text: return [.template, .markup, .mojibake] + (field.role == .text ? [.tryout] : [])
    case .instant: return [.placeholder]
    default: return []
    }
  }

  /// The field holds ids, by its role or its name, here or in the file.
  private static func isID(_ field: SourceField) -> Bool {
    if let role = field.role { return role == .id || role == .customer }
    return [field.name, field.column].contains { name in
      guard let name else { return false }
      let isWord = name.lowercased() == "id" || name.lowercased().hasSuffix(" id")
      return isWord || name.hasSuffix("_id") || name.hasSuffix("Id") || name.hasSuffix("ID")
    }
  }

  private func test(_ mark: CellMark, _ cell: String, _ field: SourceField) -> String? {
    switch mark {
    case .placeholder:
      let days = CellMark.placeholderDays.map { "make_date(\($0.0), \($0.1), \($0.2))" }
      return "coalesce(cast(\(cell) as date) in (\(days.joined(separator: ", "))), false)"
    case .tryout:
      let words = CellMark.tryouts.map(dialect.literal).joined(separator: ", ")
      return "coalesce(length(\(cell)) < 20 and lower(trim(\(cell), ' .!?-_')) in (\(words)), false)"
    default: break
    }
    guard let pattern = mark.pattern else { return nil }
    if field.type == .number { return numberTest(mark, cell) }
    let match = "regexp_matches(\(cell), \(dialect.literal(pattern)))"
    let found = mark.needles.map { "contains(\(cell), \(dialect.literal($0)))" }.joined(separator: " or ")
    // `case` and not `and`: the engine is free to look for the pattern first.
    if found.isEmpty { return "coalesce(case when length(\(cell)) > 15 then \(match) end, false)" }
    return "coalesce(case when \(found) then \(match) end, false)"
  }

  /// An id that was read as a number: what a spreadsheet keeps of it are 15 digits, or fewer with an exponent.
  private func numberTest(_ mark: CellMark, _ cell: String) -> String? {
    let number = "abs(cast(\(cell) as double))"
    switch mark {
    case .exponent: return "coalesce(\(number) >= 1e15 and \(number) % 1e9 = 0, false)"
    case .longNumber: return "coalesce(\(number) >= 1e15, false)"
    default: return nil
    }
  }

  // MARK: - Examples and values

  /// A cell as text, by the number of its row: what stands around the mark, and what the mark looks like.
  public func cell(_ field: Int, row: Int64, around mark: CellMark? = nil) -> String {
    let cell = "cast(\(dialect.identifier(fields[field].name)) as varchar)"
    let place = "from \(table) where rowid = \(row)"
    guard let pattern = mark?.pattern, fields[field].type == .text else {
      return "select left(\(cell), 60) as cell, null as mark \(place)"
    }
    let found = "regexp_extract(\(cell), \(dialect.literal(pattern)))"
    return "select case when length(\(cell)) <= 60 then \(cell) else"
      + " substr(\(cell), greatest(1, strpos(\(cell), \(found)) - 20), 60) end as cell, \(found) as mark \(place)"
  }

  /// The first cell of one field in a row where another lacks a value.
  public func firstCell(_ field: Int, lacking other: Int) -> String {
    "select left(cast(\(name(field)) as varchar), 60) from \(table) s where \(kept)"
      + " and \(name(field)) is not null and \(name(other)) is null order by s.rowid limit 1"
  }

  /// The different cells of a field with a mark, as they are spelled.
  public func spellings(_ field: Int, _ mark: CellMark, limit: Int) -> String? {
    let cell = "s." + dialect.identifier(fields[field].name)
    guard let test = test(mark, cell, fields[field]) else { return nil }
    return "select distinct \(cell) as v from \(table) s where \(kept) and \(test) order by 1 limit \(limit)"
  }

  /// The values of a field with their rows, the most frequent first.
  public func values(of field: Int, limit: Int) -> String {
    let cell = "s." + dialect.identifier(fields[field].name)
    return "select \(cell), count(*) from \(table) s where \(kept) and \(cell) is not null"
      + " group by 1 order by 2 desc, 1 limit \(limit)"
  }

  // MARK: - Duplicates

  /// Rows that repeat an earlier one in all of these fields: how many, the first such row, and how often it is there.
  ///
  /// - Parameter comparing: as `exclude duplicates` does it: without regard to case, rows that lack a value left out.
  public func repeats(of fields: [Int], comparing: Bool) -> String {
    let cells = fields.map { position in
      let cell = "s." + dialect.identifier(self.fields[position].name)
      return comparing && self.fields[position].type == .text ? "lower(\(cell))" : cell
    }
    let known = comparing ? cells.map { " and \($0) is not null" }.joined() : ""
    // A hash instead of long texts: two rows in a hundred million have the same by chance.
    let key = cells.count == 1 ? cells[0] : "hash(\(cells.joined(separator: ", ")))"
    return "select coalesce(sum(n - 1), 0) as rows, min(r) as first, arg_min(n, r) as times"
      + " from (select min(s.rowid) as r, count(*) as n from \(table) s where \(kept)\(known)"
      + " group by \(key) having count(*) > 1)"
  }

  /// Rows that repeat customer and text of an earlier one under another id: all of them, and those whose texts are
  /// long and that lie within some days; then the first such row, and how often it is there.
  public func repeatedWords(customer: Int, text: Int, id: Int?, days: Int) -> String {
    let (who, what) = (name(customer), name(text))
    let time = fields.contains { $0.role == .time } ? "s." + dialect.identifier("time") : "null"
    let other = id.map { " and min(\(name($0))) is distinct from max(\(name($0)))" } ?? ""
    let span = time == "null" ? "0" : "epoch(max(\(time)) - min(\(time)))"
    return "select coalesce(sum(n - 1), 0) as rows,"
      + " coalesce(sum(n - 1) filter (long >= 20 and span <= \(days * 86_400)), 0) as near, min(r), arg_min(n, r)"
      + " from (select min(s.rowid) as r, count(*) as n, min(length(\(what))) as long, \(span) as span"
      + " from \(table) s where \(kept) and \(who) is not null and \(what) is not null"
      + " group by hash(lower(\(who)), lower(\(what))) having count(*) > 1\(other))"
  }

  private func name(_ field: Int) -> String { "s." + dialect.identifier(fields[field].name) }

  // MARK: - Times

  /// Rows by day of the session's zone, with those at exactly midnight.
  public var days: String {
    "select \(dialect.periodIndex("day", of: "t")) as day, count(*) as n,"
      + " count(*) filter (epoch_us(t) % 86400000000 = 0) as midnight from \(times) group by 1 order by 1"
  }

  /// Rows by hour of the day.
  public var hours: String { "select hour(t) as h, count(*) as n from \(times) group by 1 order by 1" }

  private var times: String {
    var joins = SourceJoins(schema: schema, dialect: dialect, source: source)
    let time = joins.expression(for: .time)
    return "(select \(time) as t from \(table) s\(joins.text) where \(kept) and s.time is not null)"
  }

  private var table: String { dialect.identifier(source.tableName) }
  private var kept: String { "s._reject is null" }
}
