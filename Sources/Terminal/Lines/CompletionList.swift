/// The list of candidates below the line: one candidate a row with its count and description, or several in
/// a row where they have neither.
struct CompletionList {
  let columns: Int
  let rows: Int
  var ellipsis = "…"
  let width: (String) -> Int

  func lines(_ candidates: [Completion.Candidate]) -> [String] {
    let plain = candidates.allSatisfy { $0.description == nil && $0.count == nil }
    return shortened(plain ? grid(candidates.map { clean($0.text) }) : table(candidates))
  }

  /// As many lines as the screen takes beside the statement, and how many there are more.
  private func shortened(_ lines: [String]) -> [String] {
    let room = max(3, rows - 4)
    guard lines.count > room else { return lines }
    let hidden = lines.count - room + 1
    return lines.prefix(room - 1) + ["\(ellipsis) \(hidden) more rows"]
  }

  private func table(_ candidates: [Completion.Candidate]) -> [String] {
    let names = candidates.map { truncated(clean($0.text), to: max(8, columns / 2)) }
    let counts = candidates.map { $0.count.map(grouped) ?? "" }
    let nameWidth = names.map(width).max() ?? 0
    let countWidth = counts.map(\.count).max() ?? 0
    return candidates.indices.map { row in
      var line = padded(names[row], to: nameWidth)
      if countWidth > 0 {
        line += "  " + String(repeating: " ", count: countWidth - counts[row].count) + counts[row]
      }
      if let description = candidates[row].description { line += "  " + clean(description) }
      return truncated(trimmed(line), to: columns - 1)
    }
  }

  /// Columns of equal width, filled downwards.
  private func grid(_ names: [String]) -> [String] {
    let cell = (names.map(width).max() ?? 0) + 2
    let across = max(1, (columns + 1) / cell)
    let down = (names.count + across - 1) / across
    return (0..<down).map { row in
      let line = stride(from: row, to: names.count, by: down).map { padded(names[$0], to: cell) }.joined()
      return truncated(trimmed(line), to: columns - 1)
    }
  }

  private func padded(_ text: String, to target: Int) -> String {
    text + String(repeating: " ", count: max(0, target - width(text)))
  }

  private func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  private func truncated(_ text: String, to target: Int) -> String {
    guard width(text) > target else { return text }
    var kept = ""
    for character in text {
      if width(kept) + width(String(character)) > target - width(ellipsis) { break }
      kept.append(character)
    }
    return kept + ellipsis
  }

  private func clean(_ text: String) -> String {
    visibleText(text).replacing("\n", with: " ")
  }
}

/// A number with commas between its thousands.
func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var groups = ""
  for (place, digit) in digits.enumerated() {
    if place > 0, (digits.count - place).isMultiple(of: 3) { groups.append(",") }
    groups.append(digit)
  }
  return number < 0 ? "-" + groups : groups
}
