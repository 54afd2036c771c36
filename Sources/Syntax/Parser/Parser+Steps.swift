import Diagnostics
import Vocabulary

extension Parser {
  /// The steps behind bars, none where no bar follows.
  mutating func steps() throws(Stop) -> [Step] {
    var list: [Step] = []
    while takes(.bar) { list.append(try step()) }
    return list
  }

  private mutating func step() throws(Stop) -> Step {
    let token = needed
    guard let word = token.word else {
      throw missing(token.isSymbol(.bar) ? .stepBetweenBars : .step)
    }
    guard let step = StepName(word: word) else { throw noStep(word, at: token) }
    take()
    return Step(try form(of: step), span: span(from: token.span.start))
  }

  private func noStep(_ word: String, at token: Token) -> Stop {
    if let clause = ClauseName(word: word) {
      return stop(.clauseBehindBar(clause.rawValue, at: token.span), at: token)
    }
    if let hint = lineHint(at: token) { return missing(.step, hint: hint) }
    return stop(
      .noStep(word, nearest: nearest(to: word, in: StepName.names), known: StepName.names, at: token.span),
      at: token)
  }

  private mutating func form(of step: StepName) throws(Stop) -> Step.Form {
    switch step {
    case .where: .filter(try predicate())
    case .sort: .sort(try sorting())
    case .top, .bottom: try ranking(isBottom: step == .bottom)
    case .keep: .keep(try names(.column))
    case .drop: .drop(try names(.column))
    case .add: try addition()
    case .pivot: .pivot(try key())
    case .facts: .facts
    case .chart: .chart(try chart())
    case .as: .name(try name(.name))
    case .export: .export(try quoted(.path))
    }
  }

  private mutating func sorting() throws(Stop) -> [(column: Word, descending: Bool)] {
    var list: [(column: Word, descending: Bool)] = []
    repeat {
      let column = try name(.column)
      let descending = takes(word: "desc")
      if !descending { _ = takes(word: "asc") }
      list.append((column, descending))
    } while takes(.comma)
    return list
  }

  private mutating func ranking(isBottom: Bool) throws(Stop) -> Step.Form {
    let count = try count(.number)
    var by: Word?
    var per: [Word] = []
    while true {
      let token = next
      if token.isWord("by") {
        guard by == nil else { throw stop(.twice("by", at: token.span), at: token) }
        take()
        by = try name(.column)
      } else if token.isWord("per") {
        guard per.isEmpty else { throw stop(.twice("per", at: token.span), at: token) }
        take()
        per = try names(.column)
      } else {
        return .top(count, isBottom: isBottom, by: by, per: per)
      }
    }
  }

  private mutating func addition() throws(Stop) -> Step.Form {
    let name = try name(.name)
    try symbol(.equal, as: .equalSign)
    let expression = try expression()
    let per = takes(word: "per") ? try names(.column) : []
    return .add(name, expression, per: per)
  }

  private mutating func chart() throws(Stop) -> Word {
    let token = needed
    guard case .word(let word) = token.kind else { throw missing(.chart) }
    guard let chart = ChartName(word: word) else {
      throw stop(
        .noChart(
          word, nearest: nearest(to: word, in: ChartName.names), known: ChartName.names, at: token.span),
        at: token)
    }
    take()
    return Word(chart.rawValue, span: token.span)
  }
}
