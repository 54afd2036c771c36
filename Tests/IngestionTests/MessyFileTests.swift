import DataModel
import Diagnostics
import Ingestion
import Semantics
import Testing
import Vocabulary

/// The messy files of an engine's own tests, each with its quirk.
///
/// The numbers of records were counted apart, with Python's `csv` in the file's encoding.
@Suite(.enabled(if: RealData.isPresent, "the public files are missing")) struct MessyFileTests {
  struct Messy: Sendable, CustomTestStringConvertible {
    var file: String
    var quirk: String
    /// Nil where the file is refused.
    var rows: Int?
    /// Those that have another number of fields or a quote that is not closed.
    var broken = 0
    var code: String?
    var customer = "customer"
    var options = FileOptions()
    /// What the report says of it.
    var said: String?
    var testDescription: String { file }
  }

  static let files: [Messy] = [
    Messy(
      file: "banklist.csv", quirk: "Windows-1252, non-breaking spaces in the names", rows: 568,
      customer: "Bank Name",
      said: "encoding: windows-1252, converted"),
    Messy(file: "quotednewlines.csv", quirk: "line breaks in quotes", rows: 10100, customer: "i"),
    Messy(
      file: "utf16.csv", quirk: "UTF-16 with a mark", rows: 20, customer: "name",
      said: "encoding: utf-16le, converted"),
    Messy(
      file: "all_utf16.csv", quirk: "every character of UTF-16 on a line, and no table", code: "no-key-column"
    ),
    Messy(
      file: "latin1.csv", quirk: "Latin-1", rows: 12, customer: "name",
      said: "encoding: iso-8859-1, converted"),
    Messy(
      file: "shift_jis.csv", quirk: "Shift-JIS", rows: 20, customer: "名前",
      said: "encoding: shift-jis, converted"),
    Messy(file: "utf8bom.csv", quirk: "UTF-8 with a mark", rows: 2, customer: "id"),
    Messy(
      file: "csv_quoted_newline_odd.csv", quirk: "one column, a text of many lines, a row of two fields",
      rows: 2,
      broken: 1, customer: "content"),
    Messy(
      file: "nullpadding_big_mixed.csv", quirk: "a short row after thousands", rows: 2501, broken: 1,
      customer: "a"),
    Messy(file: "mix_columns.csv", quirk: "short and long rows", rows: 2772, broken: 4, customer: "a"),
    Messy(
      file: "nightmare.csv", quirk: "short and long rows, text behind a quote, bytes that are not UTF-8",
      rows: 47,
      broken: 3, customer: "a", said: "encoding: windows-1252, converted"),
    Messy(
      file: "csv_error.csv", quirk: "no header, single quotes", rows: 3102,
      options: layout(FileOptions.Header.none, columns: ["customer", "text"])),
    Messy(
      file: "long_escaped_value_unicode.csv", quirk: "no header, a field of 30,000 bytes", rows: 1,
      options: layout(FileOptions.Header.none, columns: ["a", "customer", "text"])),
    Messy(file: "long_escaped_value_unicode.csv", quirk: "no header", code: "missing-header"),
    Messy(
      file: "unterminated_quote_multi_line.csv", quirk: "an open quote and nothing else", code: "header-only"),
  ]

  @Test(arguments: files)
  func `Each loads whole, or is refused for its reason`(messy: Messy) throws {
    let bench = try Bench()
    do {
      let outcome = try bench.load(
        "duckdb-messy-csv/" + messy.file, .customers, folder: RealData.folder,
        with: messy.rows == nil ? [] : [with(.customer, messy.customer)], options: messy.options)
      #expect(messy.code == nil)
      #expect(outcome.source.rowsRead == messy.rows, "\(messy.quirk)")
      // Customers that are listed before are rejected too.
      #expect(
        try bench.number(
          "select count(*) from t where _reject is not null and not ends_with(_reject, 'is listed before')")
          == messy.broken, "\(messy.quirk)")
      if let said = messy.said { #expect(outcome.report.contains(said)) }
    } catch let error as Mistakes {
      #expect(error.list.map(\.code) == [messy.code ?? "none"], "\(messy.quirk)")
    }
  }

  @Test
  func `A hand-labelled set without a header and with carriage returns alone loads when told its columns`()
    throws
  {
    let bench = try Bench()
    let outcome = try bench.load(
      "sentiment140-manual/testdata.manual.2009.06.14.csv", .mentions, folder: RealData.folder,
      with: [with(.sentiment, "polarity", scale: 0...4)],
      options: layout(
        FileOptions.Header.none, columns: ["polarity", "id", "time", "query", "customer", "text"]))
    #expect(outcome.counts == Counts(read: 498, rejected: 0))
    #expect(outcome.report.contains("lines end with a carriage return alone"))
    #expect(
      try bench.rows("select sentiment, count(*) from t group by 1 order by 1") == [
        ["-1.000000", "177"], ["0.000000", "139"], ["1.000000", "182"],
      ])
  }

  @Test(arguments: [
    ("olist-funnel/olist_marketing_qualified_leads_dataset.csv", 8000, ["id", "time", "page", "channel"]),
    (
      "classicmodels-txt/Orders.txt", 326,
      ["id", "time", "required", "shipped", "status", "text", "customer"]
    ),
    ("classicmodels-txt/Payments.txt", 273, ["customer", "check", "time", "amount"]),
  ]) func `Files without a header load when told their columns`(file: String, rows: Int, columns: [String])
    throws
  {
    let bench = try Bench()
    let outcome = try bench.load(
      file, .interactions, folder: RealData.folder, options: layout(FileOptions.Header.none, columns: columns)
    )
    #expect(outcome.counts == Counts(read: rows, rejected: 0))
  }

  @Test(arguments: [("sample.csv", "3 header rows"), ("sample_legacy.csv", "2 header rows")])
  func `Surveys of Qualtrics have one answer`(file: String, said: String) throws {
    let bench = try Bench()
    let outcome = try bench.load("qualtrics-3header/" + file, .surveys, folder: RealData.folder)
    #expect(outcome.counts == Counts(read: 1, rejected: 0))
    #expect(outcome.report.contains { $0.hasPrefix(said) })
    #expect(try bench.rows("select id, time from t") == [["R_2YPOQ602ER1jkf1", "2017-07-18 08:28:48"]])
  }
}
