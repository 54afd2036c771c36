import Syntax
import Vocabulary

/// Which of a session's statements a file gets: the last ones, and the earlier ones that they need.
struct Selection {
  private let kept: [RecordedStatement]
  private var chosen: Set<Int>

  /// The places of the chosen statements, in order.
  var places: [Int] { chosen.sorted() }

  /// - Parameter last: How many of the last statements are wanted; nil for all.
  init(of kept: [RecordedStatement], last: Int?) {
    self.kept = kept
    let start = max(0, kept.count - (last ?? kept.count))
    chosen = Set(start..<kept.count)
    guard start > 0 else { return }
    chosen.formUnion((0..<start).filter { kept[$0].statement.kind.shapesData })
    chosen.formUnion(focus(before: start))
    addNeeded(from: start)
    // An earlier result was asked under the focus of its time: every change of focus up to here comes along.
    if (0..<start).contains(where: { chosen.contains($0) && kept[$0].statement.kind.asks }) {
      chosen.formUnion((0..<start).filter { kept[$0].statement.kind.changesFocus })
    }
  }

  /// The statements of the focus that holds at a place: the last `focus` and what narrows it.
  private func focus(before start: Int) -> [Int] {
    var holding: [Int] = []
    for place in 0..<start {
      switch kept[place].statement.kind {
      case .focus(_, let isNarrowing): holding = isNarrowing ? holding + [place] : [place]
      case .unfocus: holding = []
      default: break
      }
    }
    return holding
  }

  /// Adds definitions, parameters and results that chosen statements name, and what these need in turn.
  private mutating func addNeeded(from start: Int) {
    for place in stride(from: kept.count - 1, through: 0, by: -1) where chosen.contains(place) {
      let statement = kept[place].statement
      let words = Set(nameWords(in: statement.printed))
      for earlier in 0..<place where !chosen.contains(earlier) {
        if let name = kept[earlier].statement.kind.definedName, words.contains(name.lowercased()) {
          chosen.insert(earlier)
        }
      }
      if case .baseline = statement.kind {
        chosen.formUnion((0..<place).filter { kept[$0].statement.kind.asks })
      }
      if let name = statement.kind.comparedBaseline,
        let frozen = kept[..<place].lastIndex(where: { $0.statement.kind.frozenName == name })
      {
        chosen.insert(frozen)
      }
      chosen.formUnion(plansNeeded(by: statement.kind, at: place))
      for reference in statement.kind.resultReferences {
        if let producer = producer(of: reference, seenFrom: place) { chosen.insert(producer) }
      }
    }
  }

  /// `priorities` shows what was planned before; a plan means a fix of the last `priorities` before it.
  private func plansNeeded(by kind: StatementKind, at place: Int) -> [Int] {
    switch kind {
    case .plan: kept[..<place].lastIndex { $0.statement.kind.ranksFixes }.map { [$0] } ?? []
    case _ where kind.ranksFixes: (0..<place).filter { kept[$0].statement.kind.plansFixes }
    default: []
    }
  }

  /// The place of the statement that gave a result; nil where it is not among the kept ones.
  func producer(of reference: ResultReference, seenFrom place: Int) -> Int? {
    switch reference {
    case .numbered(let number, _):
      let wanted = number ?? kept[place].lastNumber
      return wanted.flatMap { wanted in kept[..<place].lastIndex { $0.number == wanted } }
    case .named(let word):
      let name = word.text.lowercased()
      return kept[..<place].lastIndex { $0.name?.lowercased() == name }
        ?? numberOfName(name).flatMap { number in kept[..<place].lastIndex { $0.number == number } }
    }
  }
}

/// 3 for `r3`, the name that a result without a name goes by.
func numberOfName(_ name: String) -> Int? { name.hasPrefix("r") ? Int(name.dropFirst()) : nil }

/// The words of a statement that can be names, in lower case; those in texts among them.
func nameWords(in text: String) -> [String] {
  text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }.map(String.init)
}

extension StatementKind {
  /// It decides what the loaded data is, so that every later statement may depend on it.
  fileprivate var shapesData: Bool {
    switch self {
    case .load, .recode, .derive, .exclude, .link, .owner, .effort, .override, .score, .set: true
    case .define(let define):
      switch define.form {
      case .persona, .theme, .emotion: true
      case .segment, .measure: false
      }
    default: false
    }
  }

  /// It is `priorities`.
  fileprivate var ranksFixes: Bool {
    guard case .query(let query) = self, case .finder(let call) = query.head else { return false }
    return FinderName(word: call.name.text) == .priorities
  }

  fileprivate var plansFixes: Bool {
    switch self {
    case .plan, .cost: true
    default: false
    }
  }

  fileprivate var asks: Bool { if case .query = self { true } else { false } }

  /// The name under which it freezes figures, in lower case.
  fileprivate var frozenName: String? {
    if case .baseline(let name) = self { name.text.lowercased() } else { nil }
  }

  /// The baseline beside which it shows figures, in lower case.
  fileprivate var comparedBaseline: String? {
    guard case .query(let query) = self, case .show(_, let tail) = query.head,
      case .baseline(let name)? = tail.versus
    else { return nil }
    return name.text.lowercased()
  }

  fileprivate var changesFocus: Bool {
    switch self {
    case .focus, .unfocus: true
    default: false
    }
  }

  /// The name of a segment, measure or parameter, which only statements that name it need.
  fileprivate var definedName: String? {
    switch self {
    case .parameter(let name, _): name.text
    case .define(let define):
      switch define.form {
      case .segment(let name, _), .measure(let name, _): name.text
      case .persona, .theme, .emotion: nil
      }
    default: nil
    }
  }
}
