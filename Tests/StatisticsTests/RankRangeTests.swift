import Testing

@testable import Statistics

/// How far the order depends on guessed efforts; figures by hand.
struct RankRangeTests {
  private func cell(_ index: Int, reach: Double, effort: Effort) -> ScanCell {
    var cell = ScanCell(index: index, reach: reach, effort: effort)
    cell.status = .compound
    cell.severity = 50
    return cell
  }

  @Test func stepsAreThoseOfTheScale() {
    #expect(Effort.setting.neighbours == [.week])
    #expect(Effort.sprint.neighbours == [.week, .quarter])
    #expect(Effort.system.neighbours == [.quarter])
  }

  /// Four cells, worked out by hand.
  ///
  /// Priorities 100/3 × ½ = 16.7, 45/2 × ½ = 11.3, 60/5 × ½ = 6, 12/1 × ½ = 6 (fewer reached): order 0, 1, 2, 3.
  /// Cell 0: at 5 it has 10, behind cell 1; at 2 it stays first. Cell 1: at 1 it has 22.5 and is first; at 3 it has 7.5
  /// and stays second. Cell 2: at 3 it has 10 and stays third; at 8 it has 3.75 and is last. Cell 3: at 2 it has 3.
  @Test func eachEffortInTurn() {
    let cells = [
      cell(0, reach: 100, effort: .sprint), cell(1, reach: 45, effort: .week),
      cell(2, reach: 60, effort: .quarter), cell(3, reach: 12, effort: .setting),
    ]
    let ranges = rankRanges(cells, status: .compound)
    #expect(ranges[0] == RankRange(low: 1, high: 2))
    #expect(ranges[1] == RankRange(low: 1, high: 2))
    #expect(ranges[2] == RankRange(low: 3, high: 4))
    #expect(ranges[3] == RankRange(low: 3, high: 4))
    #expect(rankRanges(cells, status: .watch).isEmpty)
  }
}
