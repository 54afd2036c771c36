/// A statement in the pieces between which the formatter may break lines.
struct Layout {
  /// The first words.
  var head: String
  /// What has commas between it, such as measures, roles or cases.
  var items: [String] = []
  var opening = " "
  /// What must stay on the line of the last item.
  var closing = ""
  /// Clauses and steps: each can begin a line.
  var rest: [String] = []

  var onOneLine: String {
    let list = items.isEmpty ? "" : opening + items.joined(separator: ", ")
    return ([head + list + closing] + rest).joined(separator: " ")
  }

  /// On one line where that fits, else with a line for each clause and step, and for each item where those do not fit.
  func lines(width: Int) -> String {
    let line = onOneLine
    if line.count <= width { return line }
    let list = items.isEmpty ? "" : opening + items.joined(separator: ", ")
    var first = head + list + closing
    if first.count > width, items.count > 1 {
      let start = opening == " " ? " " : opening + "\n  "
      first = head + start + items.joined(separator: ",\n  ") + closing
    }
    return ([first] + rest).joined(separator: "\n  ")
  }
}
