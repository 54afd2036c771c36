import DataModel
import Testing
import Vocabulary

@testable import Sessions

@Suite struct `What moved in a result` {
  private func result(_ columns: [Column], _ rows: [[Value]], facts: [Fact] = []) -> RecordedResult {
    RecordedResult(
      of: Table(columns: columns, rows: rows, facts: facts), statement: "q", occurrence: 1, digesting: [])
  }

  private let byStage = [Column("stage", .text, part: .key), Column("tickets", .integer, part: .figure)]

  private func stages(_ rows: [(String, Int64)]) -> RecordedResult {
    result(byStage, rows.map { [.text($0.0), .integer($0.1)] })
  }

  @Test func `is told by key, with rows that came and went`() {
    let old = stages([("awareness", 5), ("purchase", 7), ("retention", 2)])
    let new = stages([("awareness", 5), ("purchase", 8), ("advocacy", 1)])
    let difference = ResultDifference(from: old, to: new)
    #expect(
      difference.changed == [
        .init(key: "stage purchase", cells: [.init(column: "tickets", old: .integer(7), new: .integer(8))])
      ])
    #expect(difference.gone == ["stage retention"])
    #expect(difference.added == ["stage advocacy"])
    #expect(!difference.isReordered && !difference.isSame)
  }

  @Test func `does not depend on a row that was put in front`() {
    let old = stages([("b", 5), ("c", 7)])
    let new = stages([("a", 9), ("b", 5), ("c", 7)])
    let difference = ResultDifference(from: old, to: new)
    #expect(difference.changed.isEmpty && difference.gone.isEmpty && difference.added == ["stage a"])
  }

  @Test func `is nothing within the tolerance`() {
    let columns = [Column("stage", .text, part: .key), Column("nps", .number, part: .figure)]
    func nps(_ value: Double) -> RecordedResult { result(columns, [[.text("a"), .number(value)]]) }
    let close = ResultDifference(from: nps(31), to: nps(31 * (1 + 5e-10)))
    #expect(close.isSame && close.largestDeviation > 1e-8 && close.largestDeviation < 2e-8)
    #expect(!ResultDifference(from: nps(31), to: nps(31 * (1 + 2e-9))).isSame)
    #expect(ResultDifference(from: nps(1e-12), to: nps(2e-12)).isSame)
  }

  @Test func `is exact for whole numbers`() {
    let old = stages([("a", 9_007_199_254_740_992)])
    let new = stages([("a", 9_007_199_254_740_993)])
    #expect(ResultDifference(from: old, to: new).changed.count == 1)
  }

  @Test func `is another order of the same rows`() {
    let difference = ResultDifference(
      from: stages([("a", 1), ("b", 2)]), to: stages([("b", 2), ("a", 1)]))
    #expect(difference.isReordered && difference.changed.isEmpty && !difference.isSame)
  }

  @Test func `pairs the only rows of results without keys`() {
    let columns = [Column("tickets", .integer, part: .figure)]
    let difference = ResultDifference(
      from: result(columns, [[.integer(3)]]), to: result(columns, [[.integer(4)]]))
    #expect(
      difference.changed == [
        .init(key: "", cells: [.init(column: "tickets", old: .integer(3), new: .integer(4))])
      ])
  }

  @Test func `takes whole rows as keys where nothing else tells them apart`() {
    let columns = [Column("n", .integer)]
    let old = result(columns, [[.integer(1)], [.integer(2)], [.integer(2)]])
    let new = result(columns, [[.integer(2)], [.integer(2)], [.integer(3)]])
    let difference = ResultDifference(from: old, to: new)
    #expect(difference.gone == ["n 1"] && difference.added == ["n 3"] && difference.changed.isEmpty)
  }

  @Test func `covers facts and columns`() {
    let old = result(byStage, [[.text("a"), .integer(1)]], facts: [Fact("window", .text("4 weeks"))])
    let new = result(
      [byStage[0], Column("calls", .integer)], [[.text("a"), .integer(1)]],
      facts: [Fact("window", .text("5 weeks")), Fact("cells", .integer(2))])
    let difference = ResultDifference(from: old, to: new)
    #expect(difference.columnsGone == ["tickets"] && difference.columnsAdded == ["calls"])
    #expect(difference.facts.map(\.column) == ["window", "cells"])
  }

  @Test func `tells missing from zero`() {
    let old = result(byStage, [[.text("a"), .missing]])
    #expect(ResultDifference(from: old, to: stages([("a", 0)])).changed.count == 1)
  }
}

@Suite struct `Path texts` {
  @Test(arguments: [
    ("/a/b/c.csv", "/a/b", "c.csv"), ("/a/c.csv", "/a/b", "../c.csv"), ("/x/c", "/a/b", "../../x/c"),
    ("/a/b", "/a/b", "."), ("/c.csv", "/", "c.csv"),
  ])
  func `are written from a folder`(path: String, folder: String, expected: String) {
    #expect(Paths.relative(path, from: folder) == expected)
    #expect(Paths.normalized(Paths.join(folder, expected)) == Paths.normalized(path))
  }

  @Test(arguments: [
    ("a/./b//c", "a/b/c"), ("a/../b", "b"), ("../a", "../a"), ("/../a", "/a"), (".", "."), ("a/..", "."),
    ("../../x/..", "../.."), ("/", "/"),
  ])
  func `are made short`(path: String, expected: String) {
    #expect(Paths.normalized(path) == expected)
  }

  @Test func `know their parts`() {
    #expect(
      Paths.folder(of: "a/b.cxs") == "a" && Paths.folder(of: "b") == "." && Paths.folder(of: "/b") == "/")
    #expect(Paths.fileExtension(of: "a.b/Q3.CSV") == "csv" && Paths.fileExtension(of: ".hidden").isEmpty)
    #expect(
      Paths.isPath("/a/b", within: "/a") && !Paths.isPath("/ab", within: "/a")
        && Paths.isPath("/a", within: "/a"))
  }
}
