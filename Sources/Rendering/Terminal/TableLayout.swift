/// Which columns are drawn and how wide: the answer to "does it fit?".
///
/// In this order: titles broken at their underscores, columns set closer, long texts cut to lines or wrapped, columns
/// hidden: first what is missing in every row, then what gives way by itself, then from the right.
///
/// A table of few columns was asked for as it is, so its texts are set narrower still before a column is hidden.
struct TableLayout {
  struct Slot {
    /// The position in ``DisplayTable/columns``.
    var column: Int
    /// Spaces on its left.
    var gap = 0
    var width: Int
    var titleLines: [String]
    var block: NumberBlock
  }

  /// The widths of the pieces that are aligned one below the other in a column.
  struct NumberBlock {
    var head = 0
    var tail = 0
    var interval = 0

    var width: Int { head + tail + (interval > 0 ? 1 + interval : 0) }

    mutating func widen(by cell: Cell) {
      head = max(head, DisplayWidth.of(cell.head))
      tail = max(tail, DisplayWidth.of(cell.tail))
      interval = max(interval, DisplayWidth.of(cell.interval))
    }
  }

  private static let titleLinesAtMost = 3
  private static let fewColumns = 8
  private static let keyFloor = 12
  private static let textFloor = 16
  private static let narrowFloor = 10

  var slots: [Slot]
  /// The columns that found no room.
  var hidden: [Int]
  /// The narrowest terminal in which every column is shown.
  var widthForAll: Int
  /// There are so few columns that each was probably asked for.
  var hasFewColumns: Bool

  var width: Int { slots.reduce(0) { $0 + $1.gap + $1.width } }

  init(_ table: DisplayTable, width: Int?) {
    let measures = table.columns.map(Measured.init)
    let all = Array(table.columns.indices)
    hasFewColumns = Self.groups(all, table).count <= Self.fewColumns
    let narrowest = Self.slots(all, measures, lines: Self.titleLinesAtMost)
    widthForAll = Self.total(Self.truncated(narrowest, measures, isNarrow: hasFewColumns), 1)
    var visible = all
    hidden = []
    guard let width else {
      slots = Self.spaced(Self.slots(all, measures, lines: 1), 2, width: nil)
      return
    }
    while true {
      let isNarrow = hasFewColumns && visible == all
      if let fitting = Self.fitted(visible, measures, width: width)
        ?? (isNarrow ? Self.truncatedToFit(visible, measures, width: width, isNarrow: true) : nil)
      {
        slots = fitting
        return
      }
      guard let next = Self.toHide(visible, table) else { break }
      visible.removeAll { next.contains($0) }
      hidden = all.filter { !visible.contains($0) }
    }
    hidden = all
    slots = []
  }

  // MARK: - Fitting

  private struct Measured {
    var title: String
    var unitWidth: Int
    var block: NumberBlock
    var isText: Bool
    var isKey: Bool
    var alignment: DisplayWidth.Alignment

    init(_ column: DisplayColumn) {
      title = column.title
      unitWidth = DisplayWidth.of(column.unitText)
      isText = column.isText
      isKey = column.isKey
      alignment = column.alignment
      block = NumberBlock()
      for cell in column.cells { block.widen(by: cell) }
      if let everybody = column.everybody { block.widen(by: everybody) }
    }
  }

  /// The slots of these columns if they fit, with as few title lines as possible and truncated texts at the last.
  private static func fitted(_ columns: [Int], _ measures: [Measured], width: Int) -> [Slot]? {
    for lines in 1...titleLinesAtMost {
      let slots = slots(columns, measures, lines: lines)
      if total(slots, 2) <= width { return spaced(slots, 2, width: width) }
    }
    let slots = slots(columns, measures, lines: titleLinesAtMost)
    if total(slots, 1) <= width { return spaced(slots, 1, width: width) }
    return truncatedToFit(columns, measures, width: width, isNarrow: false)
  }

  private static func truncatedToFit(
    _ columns: [Int], _ measures: [Measured], width: Int, isNarrow: Bool
  ) -> [Slot]? {
    let slots = slots(columns, measures, lines: titleLinesAtMost)
    let smallest = truncated(slots, measures, isNarrow: isNarrow)
    for gap in [2, 1] where total(smallest, gap) <= width {
      return spaced(widened(smallest, upTo: slots, room: width - total(smallest, gap)), gap, width: width)
    }
    return nil
  }

  /// Sets the gaps: where the columns had to be set closer, what room is left goes to the leftmost gaps.
  private static func spaced(_ slots: [Slot], _ gap: Int, width: Int?) -> [Slot] {
    var room = gap < 2 ? (width ?? 0) - total(slots, gap) : 0
    var slots = slots
    for index in slots.indices.dropFirst() {
      slots[index].gap = room > 0 ? gap + 1 : gap
      room -= 1
    }
    return slots
  }

  private static func total(_ slots: [Slot], _ gap: Int) -> Int {
    slots.reduce(-gap) { $0 + $1.width + gap }
  }

  private static func slots(_ columns: [Int], _ measures: [Measured], lines: Int) -> [Slot] {
    columns.map { column in
      let measure = measures[column]
      let titleLines = TitleBreaking.lines(of: measure.title, atMost: lines, fitting: measure.block.width)
      let titleWidth = titleLines.map(DisplayWidth.of).max() ?? 0
      return Slot(
        column: column, width: max(measure.block.width, titleWidth, measure.unitWidth),
        titleLines: titleLines, block: measure.block)
    }
  }

  /// Every text as narrow as it may become.
  private static func truncated(_ slots: [Slot], _ measures: [Measured], isNarrow: Bool) -> [Slot] {
    slots.map { slot in
      guard measures[slot.column].isText else { return slot }
      let title = slot.titleLines.map(DisplayWidth.of).max() ?? 0
      var slot = slot
      let floor = isNarrow ? narrowFloor : measures[slot.column].isKey ? keyFloor : textFloor
      slot.width = min(slot.width, max(floor, title))
      return slot
    }
  }

  /// Gives the room that is left to the truncated texts, a column at a time, always to the narrowest: names and short
  /// lists become whole before a long text takes the rest.
  private static func widened(_ slots: [Slot], upTo wanted: [Slot], room: Int) -> [Slot] {
    var slots = slots
    for _ in 0..<max(0, room) {
      let open = slots.indices.filter { slots[$0].width < wanted[$0].width }
      guard let narrowest = open.min(by: { slots[$0].width < slots[$1].width }) else { break }
      slots[narrowest].width += 1
    }
    return slots
  }

  /// The columns to hide next; nil when only the keys and one figure are left.
  private static func toHide(_ visible: [Int], _ table: DisplayTable) -> [Int]? {
    let groups = groups(visible, table)
    let keys = groups.prefix { table.columns[$0[0]].isKey }.count
    guard groups.count > max(1, keys) + (keys > 0 ? 1 : 0) else { return nil }
    let candidates = groups.dropFirst(max(1, keys))
    if let empty = candidates.last(where: { isEmpty($0, table) }) { return empty }
    let most = candidates.map { table.columns[$0[0]].givesWay }.max()
    return candidates.last { table.columns[$0[0]].givesWay == most }
  }

  private static func groups(_ visible: [Int], _ table: DisplayTable) -> [[Int]] {
    var groups: [[Int]] = []
    for column in visible {
      if table.columns[column].followsPrevious, !groups.isEmpty {
        groups[groups.count - 1].append(column)
      } else {
        groups.append([column])
      }
    }
    return groups
  }

  private static func isEmpty(_ group: [Int], _ table: DisplayTable) -> Bool {
    group.allSatisfy { column in
      table.columns[column].everybody == nil
        && table.columns[column].cells.allSatisfy { $0.isMissing || $0.text.isEmpty }
    }
  }
}

/// Titles on several lines: broken behind underscores, so that the name can still be read and typed.
enum TitleBreaking {
  /// The fewest lines, at most a number, that fit the width; where none do, the ones that are narrowest.
  static func lines(of title: String, atMost limit: Int, fitting width: Int) -> [String] {
    var best = [title]
    var bestWidth = DisplayWidth.of(title)
    guard bestWidth > width, limit > 1 else { return best }
    let parts = parts(of: title)
    for count in 2...limit where bestWidth > width {
      guard let lines = narrowest(parts[...], count) else { break }
      let widest = lines.map(DisplayWidth.of).max() ?? 0
      if widest < bestWidth { (best, bestWidth) = (lines, widest) }
    }
    return best
  }

  /// `ticket_ratio_rel` as `ticket_`, `ratio_`, `rel`; a title with spaces breaks there.
  private static func parts(of title: String) -> [String] {
    var parts = [""]
    for character in title {
      parts[parts.count - 1].append(character)
      if character == "_" || character == " " { parts.append("") }
    }
    return parts.filter { !$0.isEmpty }
  }

  private static func narrowest(_ parts: ArraySlice<String>, _ count: Int) -> [String]? {
    guard parts.count >= count else { return nil }
    if count == 1 { return [parts.joined()] }
    var best: [String]?
    for cut in parts.indices.dropFirst() {
      guard let rest = narrowest(parts[cut...], count - 1) else { continue }
      let lines = [parts[parts.startIndex..<cut].joined()] + rest
      if best.map({ widest(lines) < widest($0) }) ?? true { best = lines }
    }
    return best
  }

  private static func widest(_ lines: [String]) -> Int { lines.map(DisplayWidth.of).max() ?? 0 }
}
