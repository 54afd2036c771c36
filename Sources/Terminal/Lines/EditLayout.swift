/// Where libedit has put the text of a line on the screen, so that it can be found and painted anew.
struct EditLayout {
  /// The width of the terminal.
  let columns: Int
  /// Columns of a scalar, negative if it does not print.
  let width: (Unicode.Scalar) -> Int

  struct Position: Equatable {
    var row = 0
    var column = 0
  }

  /// The place that follows `text` when it starts at `start`.
  func position(after text: String, from start: Position = Position()) -> Position {
    text.unicodeScalars.reduce(into: start) { place, scalar in advance(&place, over: scalar) }
  }

  /// The place that follows `text` once the terminal, wider or narrower now, has moved its rows.
  ///
  /// Terminals join again the rows that were full. A row before a wide character that did not fit ends early,
  /// though, and stays a row of its own.
  func position(after text: String, paintedWith oldColumns: Int) -> Position {
    let old = EditLayout(columns: oldColumns, width: width)
    var place = Position()
    var painted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isCutOff = place.column > 0 && scalar != "\t" && place.column + width(scalar) > oldColumns
      if isCutOff { painted.append("\n") }
      old.advance(&place, over: scalar)
      painted.append(scalar)
    }
    return position(after: String(painted))
  }

  private func advance(_ place: inout Position, over scalar: Unicode.Scalar) {
    switch scalar {
    case "\n": place = Position(row: place.row + 1, column: 0)
    case "\t": step(&place, by: 8 - place.column % 8)
    default: step(&place, by: room(of: scalar))
    }
  }

  private func step(_ place: inout Position, by room: Int) {
    // A wide character that does not fit goes to the next row whole.
    if place.column + room > columns { place = Position(row: place.row + 1, column: 0) }
    place.column += room
    if place.column >= columns { place = Position(row: place.row + 1, column: 0) }
  }

  /// libedit writes a control as `^A` and what does not print as `\U+1F9FF`.
  private func room(of scalar: Unicode.Scalar) -> Int {
    let columns = width(scalar)
    if columns >= 0 { return columns }
    if scalar.value < 0x80 { return 2 }
    return scalar.value > 0xFFFF ? 8 : 7
  }
}
