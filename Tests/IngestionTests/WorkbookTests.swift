import DataModel
import Diagnostics
import Engine
import Semantics
import Testing
import Vocabulary
import Workbooks

@testable import Ingestion

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The workbooks in `Fixtures/Workbooks`, made by the script beside them; the expected cells stand in it.
enum Fixture {
  static let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    + "/Fixtures/Workbooks"

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
  }
}

extension Bench {
  func loadFixture(
    _ name: String, sheet: String? = nil, with roles: [ResolvedRole] = []
  ) throws(Mistakes) -> LoadOutcome {
    var options = FileOptions()
    (options.sheet, options.sheetSpan) = (sheet, Span(40, 46))
    let request = ResolvedLoad(
      kind: .tickets, path: name, pathSpan: Span(5, 9), alias: nil, roles: roles, options: options)
    return try loader.load(request, baseFolder: Fixture.folder, tableName: "t", alias: "t")
  }

  func fixtureMistake(_ name: String, sheet: String? = nil) -> Diagnostic? {
    do throws(Mistakes) {
      _ = try loadFixture(name, sheet: sheet)
      return nil
    } catch {
      return error.list.first
    }
  }
}

@Suite struct WorkbookTests {
  @Test func `The sheet with the rows is read, not the data dictionary before it`() throws {
    let bench = try Bench()
    let outcome = try bench.loadFixture("export.xlsx", with: [with(.time, "Created at")])
    #expect(
      try bench.rows(
        """
        select id, time, channel, handle_time, "Share", csat_score, text, "Due" from t \
        where _reject is null order by rowid
        """) == [
          [
            "123456789012345", "2026-07-01 09:30:15", "chat", "129661000", "0.850000", "4.000000", "plain",
            "2026-07-01",
          ],
          [
            "570306133677760000", "2026-07-02 00:00:00", "e-mail", "59000", "0.100000", "-",
            "two styles & <more>", "1900-03-01",
          ],
          [
            "3", "2026-07-03 23:59:59", "phone", "-", "1.000000", "-", "first\nsecond, \"third\"",
            "1900-02-29",
          ],
        ])
    #expect(
      outcome.report.contains(
        "read from the sheet Export (6 rows, 9 columns); not read: Data dictionary (13 rows, 3 columns), "
          + "Lookup (30 rows, 2 columns), Old (hidden); with (sheet \"NAME\") chooses"))
    #expect(
      outcome.report.contains("2 cells hold an error of Excel and count as missing: #DIV/0! 1, #N/A 1"))
    #expect(outcome.report.contains { $0.hasPrefix("1 merged range: ") })
    #expect(outcome.report.contains { $0.hasPrefix("left out below the rows") && $0.contains("Total") })
  }

  @Test func `A rejected row is told by sheet and row, blank rows and broken lines counted`() throws {
    let bench = try Bench()
    _ = try bench.loadFixture("export.xlsx", with: [with(.time, "Created at")])
    #expect(
      try bench.rows("select _place, _reject from t where _reject is not null order by rowid") == [
        ["export.xlsx:Export!7", "time cannot be read: soon"]
      ])
  }

  @Test func `A sheet is chosen by its name, a hidden one too`() throws {
    let bench = try Bench()
    let outcome = try bench.loadFixture("export.xlsx", sheet: "old")
    #expect(outcome.source.rowsKept == 59)
    let mistake = bench.fixtureMistake("export.xlsx", sheet: "Exprot")
    #expect(mistake?.message == "\"export.xlsx\" has no sheet \"Exprot\"")
    #expect(mistake?.hint?.contains("Export") == true)
    #expect(mistake?.span == Span(40, 46))
  }

  @Test func `Days from 1904, inline texts, and a column that comes late`() throws {
    let bench = try Bench()
    let source = try bench.loadFixture("from1904.xlsx").source
    #expect(source.rowsKept == 399)
    #expect(
      try bench.rows("select time, channel, handle_time, column_4 from t order by rowid limit 1") == [
        ["2026-07-01 12:00:00", "chat", "93600000", "-"]
      ])
    #expect(
      try bench.rows("select column_4, count(*) from t group by 1 order by 2") == [
        ["late", "1"], ["-", "398"],
      ])
  }

  @Test func `The strict form, prefixes and cells without places are read`() throws {
    let bench = try Bench()
    _ = try bench.loadFixture("strict.xlsx")
    #expect(
      try bench.rows("select time, text, n from t") == [["2026-07-01 08:00:00", "aA b\nc", "0.100000"]])
  }

  @Test(arguments: [
    ("old.xls", "old-workbook", "libreoffice --headless --convert-to xlsx 'old.xls'"),
    ("encrypted.xlsx", "encrypted-workbook", "without a password"),
    ("plain.zip", "no-workbook", "unpack it"), ("words.docx", "no-workbook", "save it as .xlsx"),
    ("broken.xlsx", "broken-workbook", "mismatched tag"),
    ("entities.xlsx", "broken-workbook", "document type"),
    ("huge.xlsx", "huge-part", "4,095 MB"),
  ]) func `What is no workbook, or a harmful one, is told`(name: String, code: String, words: String) throws {
    let bench = try Bench()
    let mistake = bench.fixtureMistake(name)
    #expect(mistake?.code == code)
    let text = "\(mistake?.message ?? "") \(mistake?.hint ?? "")"
    let isTold = text.contains(words)
    #expect(isTold, "\(text)")
    #expect(try bench.tables() == [])
  }

  @Test func `sheet of a file without sheets is a mistake`() throws {
    let bench = try Bench().write("f.csv", "created_at,n\n2026-07-01,1\n")
    var options = FileOptions()
    options.sheet = "a"
    let request = ResolvedLoad(
      kind: .tickets, path: "f.csv", pathSpan: Span(5, 9), alias: nil, roles: [], options: options)
    #expect(throws: Mistakes.self) {
      try bench.loader.load(request, baseFolder: bench.folder, tableName: "t", alias: "t")
    }
  }

  @Test(arguments: ["export.xlsx", "strict.xlsx", "from1904.xlsx"])
  func `Flipped bytes and cut files give a message or the rows, never a crash`(name: String) throws {
    var seed: UInt64 = 11
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    let good = try Fixture.bytes(name)
    let bench = try Bench()
    for trial in 0..<60 {
      var bytes = good
      for _ in 0..<(1 + trial % 4) { bytes[random(bytes.count)] = UInt8(random(256)) }
      if trial % 6 == 0 { bytes.removeLast(random(bytes.count - 8)) }
      try bench.write("f.xlsx", bytes: bytes)
      do throws(WorkbookTrouble) {
        let book = try Workbook(path: bench.folder + "/f.xlsx")
        for sheet in book.sheets { _ = try? book.read(sheet) { _ in true } }
      } catch {
        #expect("\(error)" != "")
      }
    }
  }
}

@Suite struct SheetPlacesTests {
  @Test func `Lines are found again as rows`() {
    var places = SheetPlaces(sheet: "S")
    for (line, row) in [(1, 2), (2, 3), (3, 5), (6, 6), (7, 7), (8, 20)] { places.note(line: line, row: row) }
    #expect([1, 2, 3, 6, 7, 8, 9].map(places.row(ofLine:)) == [2, 3, 5, 6, 7, 20, 21])
  }
}
