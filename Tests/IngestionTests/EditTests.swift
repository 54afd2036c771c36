import DataModel
import Diagnostics
import Ingestion
import Testing
import Vocabulary

@Suite struct EditTests {
  static let text = """
    id,created_at,via,score,subject
    1,2026-07-01,Mail,1,a
    2,2026-07-02,mail,2,b
    3,2026-07-03,Web form,3,c
    4,2026-07-04,,4,d
    5,soon,Mail,5,e
    3,2026-07-06,Fax,5,f

    """

  private func bench() throws -> (bench: Bench, source: SourceInfo) {
    let bench = try Bench().write("tickets.csv", Self.text)
    return (bench, try bench.load("tickets.csv").source)
  }

  @Test func `Recoding renames values and keeps the file's own under the column's name`() throws {
    let (bench, source) = try bench()
    let recoding = Recoding(
      field: "channel", column: "via",
      rules: [.init("MAIL ", .value("email")), .init("web form", .value("web")), .init("Fax", .missing)])
    let result = try bench.loader.recode(recoding, in: source)
    #expect(
      try bench.rows("select channel, via from t order by rowid").map { $0.joined(separator: " ") } == [
        "email Mail", "email mail", "web Web form", "- -", "email Mail", "- Fax",
      ])
    #expect(result.narration == ["channel from via: 3 rows renamed, 1 set to missing, 1 kept as they are"])
    #expect(result.source.field("channel")?.role == .channel)
    #expect(result.source.field("channel")?.missing == 2)
    #expect(result.source.field("via")?.role == nil)
    #expect(result.source.fields.filter { $0.role == .channel }.count == 1)
  }

  @Test func `A recoding may come from another column and have a word for the rest`() throws {
    let (bench, source) = try bench()
    let recoding = Recoding(
      field: "stage", column: "subject", rules: [.init("a", .value("purchase"))],
      otherwise: .value("retention"))
    let changed = try bench.loader.recode(recoding, in: source).source
    #expect(
      try bench.rows("select stage, count(*) from t group by 1 order by 1") == [
        ["purchase", "1"], ["retention", "5"],
      ])
    #expect(changed.field("stage")?.role == .stage)
    #expect(changed.field("text")?.column == "subject")
  }

  @Test func `A recoding of a recoding starts from what is there`() throws {
    let (bench, source) = try bench()
    let first = Recoding(field: "channel", column: "via", rules: [.init("mail", .value("email"))])
    let second = Recoding(field: "channel", column: "channel", rules: [.init("email", .value("post"))])
    let source2 = try bench.loader.recode(first, in: source).source
    let source3 = try bench.loader.recode(second, in: source2).source
    #expect(try bench.rows("select channel, via from t where id = '1'") == [["post", "Mail"]])
    #expect(source3.fields.map(\.name).filter { $0.hasPrefix("channel") || $0 == "via" }.count == 2)
  }

  @Test func `Values that never occur are mistakes with their place and the nearest ones`() throws {
    let (bench, source) = try bench()
    let recoding = Recoding(
      field: "channel", column: "via",
      rules: [.init("Mial", oldSpan: Span(26, 30), .value("email")), .init("Web form", .keep)])
    do throws(Mistakes) {
      _ = try bench.loader.recode(recoding, in: source)
      Issue.record("recoded")
    } catch {
      #expect(error.list.map(\.code) == ["unknown-value"])
      #expect(error.list[0].span == Span(26, 30))
      #expect(error.list[0].hint?.contains("Mail") == true)
    }
    #expect(
      try bench.rows("select count(*) from duckdb_columns() where column_name in ('via', '_fresh')") == [
        ["0"]
      ])
  }

  @Test func `Scores take only values of their scale`() throws {
    let (bench, source) = try bench()
    func recode(_ value: String) throws(Mistakes) -> SourceInfo {
      let rules = [Recoding.Rule("Mail", .value(value)), .init("Web form", .value("-1"))]
      return try bench.loader.recode(
        Recoding(field: "sentiment", column: "via", rules: rules, otherwise: .missing), in: source
      ).source
    }
    #expect(throws: Mistakes.self) { try recode("7") }
    #expect(throws: Mistakes.self) { try recode("good") }
    let changed = try recode("0.5")
    #expect(changed.field("sentiment")?.type == .number)
    #expect(
      try bench.rows("select sentiment from t order by rowid limit 4").map { $0[0] } == [
        "0.500000", "0.500000", "-1.000000", "-",
      ])
    #expect(try bench.rows("select typeof(sentiment) from t limit 1") == [["DECIMAL(9,6)"]])
  }

  @Test func `An unknown column is named with its neighbours`() throws {
    let (bench, source) = try bench()
    do throws(Mistakes) {
      _ = try bench.loader.recode(
        Recoding(field: "channel", column: "vai", columnSpan: Span(20, 23), rules: []), in: source)
      Issue.record("recoded")
    } catch {
      #expect(error.list[0].code == "unknown-field")
      #expect(error.list[0].span == Span(20, 23))
    }
  }

  @Test func `Derived fields have the type that their expression gives`() throws {
    let (bench, source) = try bench()
    var source2 = try bench.loader.addField(
      named: "double", type: .number, sqlExpression: "rowid * 2", to: source)
    source2 = try bench.loader.addField(
      named: "half", type: .number, sqlExpression: "csat_score / 2.0", to: source2)
    source2 = try bench.loader.addField(
      named: "stage", type: .text, sqlExpression: "case when channel = 'Mail' then 'x' end", to: source2)
    #expect(
      try bench.rows("select double, half, stage from t order by rowid limit 2") == [
        ["0", "0.500000", "x"], ["2", "1.000000", "-"],
      ])
    #expect(source2.field("stage")?.role == .stage)
    #expect(source2.field("stage")?.missing == 4)
    #expect(source2.field("double")?.column == nil)
    #expect(throws: Mistakes.self) {
      try bench.loader.addField(named: "escalated", type: .text, sqlExpression: "'x'", to: source2)
    }
    #expect(throws: Mistakes.self) {
      try bench.loader.addField(named: "broken", type: .number, sqlExpression: "nothing + 1", to: source2)
    }
    #expect(
      try bench.number("select count(*) from duckdb_columns() where table_name = 't'") == 3
        + source2.fields.count)
  }

  @Test func `Excluded rows are counted and listed`() throws {
    let (bench, source) = try bench()
    let result = try bench.loader.exclude(
      whereSQL: "channel = 'Fax'", reason: "excluded: channel = Fax", from: source)
    #expect(result.excluded == 1)
    #expect([result.source.rowsRead, result.source.rowsKept, result.source.rowsExcluded] == [6, 4, 1])
    let again = try bench.loader.exclude(whereSQL: "channel = 'Fax'", reason: "again", from: result.source)
    #expect(again.excluded == 0)
    let table = try bench.loader.rejects(of: [result.source])
    #expect(table.columns.map(\.name) == ["source", "place", "reason", "row"])
    #expect(
      table.rows.map { $0[2] } == [.text("time cannot be read: soon"), .text("excluded: channel = Fax")])
    #expect(table.rows.map { $0[1] } == [.text("tickets.csv:6"), .text("tickets.csv: row 6")])
  }

  @Test func `Of duplicates the first stays`() throws {
    let (bench, source) = try bench()
    let result = try bench.loader.excludeDuplicates(by: ["id"], from: source)
    #expect(result.excluded == 1)
    #expect(
      try bench.rows("select text from t where _reject is null order by rowid").map { $0[0] } == [
        "a", "b", "c", "d",
      ])
    let byTwo = try bench.loader.excludeDuplicates(by: ["via", "channel"], from: source)
    #expect(byTwo.excluded == 1)
    #expect(throws: Mistakes.self) { try bench.loader.excludeDuplicates(by: ["ident"], from: source) }
  }

  @Test func `A value can be overridden where a condition holds`() throws {
    let (bench, source) = try bench()
    let result = try bench.loader.overrideValue(
      field: "via", sqlValue: "'x'", whereSQL: "id = '3'", in: source)
    #expect(result.changed == 2)
    #expect(try bench.number("select count(*) from t where channel = 'x'") == 2)
  }

  @Test func `A source can be forgotten`() throws {
    let (bench, source) = try bench()
    bench.loader.unload(source)
    #expect(try bench.tables() == [])
  }
}
