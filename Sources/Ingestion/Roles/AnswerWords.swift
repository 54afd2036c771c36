import DataModel
import Vocabulary

/// The words of a column of answers of which only some are known, and the `recode` that says what all of them mean.
struct AnswerWords {
  let role: Role
  let column: String
  /// Words that are known, with the numbers that they stand for on the role's scale, highest first.
  private let read: [(text: String, number: Double)]
  /// The most frequent words that are not known.
  let unknown: [String]

  private static let mostWords = 6

  init(_ role: Role, column: String, _ verdict: Verdict) {
    self.role = role
    self.column = column
    unknown = verdict.strangers
    guard case .score(let score) = verdict.reading.core, case .labels(let labels) = score.form else {
      read = []
      return
    }
    var seen: Set<String> = []
    let texts = verdict.examples.filter { labels.fits($0) && seen.insert($0.lowercased()).inserted }
    read = texts.map { (text: $0, number: labels.values[$0.lowercased()] ?? 0) }
      .sorted { ($1.number, $0.text) < ($0.number, $1.text) }
  }

  /// Words that are known.
  var known: [String] { read.map(\.text) }

  /// A line of the report.
  func remark(in alias: String) -> String {
    "\(shownName(column)) is called like \(role.rawValue), but not all its words are known as answers "
      + "(\(Self.listed(unknown))), and those of the others would mislead: it stays an ordinary field; to fill "
      + "\(role.rawValue), write: \(statement(in: alias))"
  }

  /// The statement that fills the role, with a guess for each word that is not known.
  func statement(in alias: String) -> String {
    let all: [(text: String, number: Double?)] =
      read.map { ($0.text, $0.number) } + unknown.prefix(Self.mostWords).map { (text: $0, number: guess($0)) }
    let items = all.map { "\(quotedText($0.text)) = \($0.number.map(decimalText) ?? "missing")" }
    return
      "recode \(role.rawValue) from \(writtenColumn(column)) (\(items.joined(separator: ", ")), else = missing)"
      + " in \(shownName(alias))"
  }

  static func listed(_ words: [String]) -> String {
    words.prefix(mostWords).joined(separator: ", ") + (words.count > mostWords ? " …" : "")
  }

  private static let badWords = [
    "dissatisf", "unsatisf", "bad", "poor", "unhapp", "negativ", "terribl", "awful", "disappoint", "angry",
    "frustrat", "worst", "horribl",
  ]
  private static let goodWords = [
    "satisf", "good", "great", "happy", "positiv", "excellent", "love", "best", "pleased",
  ]
  private static let middleWords = ["neutral", "neither", "average", "fair", "okay", "mixed"]

  /// A place on the scale for a word that only the user knows; nil where nothing speaks for one.
  private func guess(_ text: String) -> Double? {
    guard let scale = role.scale else { return nil }
    let word = text.lowercased()
    let middle = (scale.lowerBound + scale.upperBound) / 2
    func holds(_ list: [String]) -> Bool { list.contains { word.contains($0) } }
    if holds(Self.badWords) { return (scale.lowerBound + middle) / 2 }
    if holds(Self.middleWords) { return middle }
    return holds(Self.goodWords) ? (scale.upperBound + middle) / 2 : nil
  }
}
