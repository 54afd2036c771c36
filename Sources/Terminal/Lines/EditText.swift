/// A text without what moves, hides or turns other text.
///
/// Leaves out controls (newline and tab stay), bidirectional embeddings, overrides and isolates, line
/// separators and byte order marks.
func visibleText(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return text }
  var kept = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !isTreacherous(scalar) { kept.append(scalar) }
  return String(kept)
}

private func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A: false
  case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
  default: false
  }
}

/// What a paste puts into the line.
///
/// Every newline is `\n`; the last ones are left out, so that a paste never leaves an empty row behind.
func pastedText(_ bytes: String) -> String {
  let rows = bytes.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  let text = visibleText(rows.joined(separator: "\n"))
  return String(text.reversed().drop { $0 == "\n" }.reversed())
}

/// How many scalars of empty rows end a statement; nil if its last row is not empty or is its first.
func emptyRows(endOf statement: String) -> Int? {
  let blank = statement.unicodeScalars.reversed().prefix(while: \.properties.isWhitespace)
  guard blank.contains("\n"), blank.count < statement.unicodeScalars.count else { return nil }
  return blank.count
}

/// How far the cursor moves, in scalars, to stand in the row above; nil in the first row.
func movementUp(before: String) -> Int? {
  let rows = rowLengths(before)
  guard rows.count > 1, let column = rows.last else { return nil }
  let above = rows[rows.count - 2]
  return -(column + 1 + above - min(column, above))
}

/// How far the cursor moves, in scalars, to stand in the row below; nil in the last row.
func movementDown(before: String, after: String) -> Int? {
  let rows = rowLengths(after)
  guard rows.count > 1, let column = rowLengths(before).last else { return nil }
  return rows[0] + 1 + min(column, rows[1])
}

/// How far the cursor moves, in scalars, to the start of its row; from there to the start of the text.
func movementToRowStart(before: String) -> Int {
  let column = rowLengths(before).last ?? 0
  return column > 0 ? -column : -before.unicodeScalars.count
}

/// How far the cursor moves, in scalars, to the end of its row; from there to the end of the text.
func movementToRowEnd(after: String) -> Int {
  let rest = rowLengths(after)[0]
  return rest > 0 ? rest : after.unicodeScalars.count
}

private func rowLengths(_ text: String) -> [Int] {
  text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(\.count)
}
