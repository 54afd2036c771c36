/// What a table says about itself in words, the same in every format for people.
extension DisplayTable {
  /// `no rows`, `1 row`, `12,031 rows`; the totals row is none of them.
  var rowCountText: String {
    switch rowsInAll {
    case 0: "no rows"
    case 1: "1 row"
    default: NumberText.groupedByThousands("\(rowsInAll)") + " rows"
    }
  }

  /// What the marks behind a figure mean; nil where there are none.
  func intervalLegend(_ glyphs: Glyphs) -> String? {
    let marks = columns.flatMap(\.cells).map(\.interval)
    let even = marks.contains { $0.hasPrefix(glyphs.plusMinus) }
    let uneven = marks.contains { $0.hasPrefix("(") }
    switch (even, uneven) {
    case (true, true): return "\(glyphs.plusMinus) and (a\(glyphs.range)b) are 95 % intervals"
    case (true, false): return "\(glyphs.plusMinus) is the 95 % interval"
    case (false, true): return "(a\(glyphs.range)b) is the 95 % interval"
    case (false, false): return nil
    }
  }
}
