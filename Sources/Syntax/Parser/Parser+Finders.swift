import Diagnostics
import Vocabulary

extension Parser {
  /// A finder as the catalogue declares it: its argument, then options and clauses in any order.
  mutating func finderCall(_ finder: FinderName) throws(Stop) -> FinderCall {
    let name = Word(finder.rawValue, span: take().span)
    let declaration = finder.declaration
    context.options = declaration.options
    let argument = try argument(of: finder, declaration)
    var call = FinderCall(name: name, argument: argument)
    while true {
      let token = next
      if let option = declaration.options.first(where: { token.isWord($0.name) }) {
        guard !call.options.contains(where: { $0.name.text == option.name }) else {
          throw stop(.twice(option.name, at: token.span), at: token)
        }
        call.options.append(try self.option(option))
      } else if try !clause(into: &call.tail) {
        break
      }
    }
    try checkBehindFinder(finder, declaration)
    return call
  }

  private func checkBehindFinder(_ finder: FinderName, _ declaration: FinderDeclaration) throws(Stop) {
    let token = next
    guard case .word(let word) = token.kind, ReservedWord(word: word) == nil, lineHint(at: token) == nil
    else {
      return
    }
    let known = declaration.options.map(\.name)
    let near = nearest(to: word, in: known)
    if near.isEmpty, let meant = meant(by: token) { throw stop(meant, at: token) }
    throw stop(
      .noOption(word, of: finder.rawValue, nearest: near, known: known, at: token.span), at: token)
  }

  private mutating func option(_ option: OptionDeclaration) throws(Stop) -> FinderOption {
    let name = Word(option.name, span: take().span)
    switch option.setting {
    case .none: return FinderOption(name: name)
    case .number: return FinderOption(name: name, setting: .number(try number(.number)))
    case .duration: return FinderOption(name: name, setting: .duration(try duration()))
    case .words: return FinderOption(name: name, setting: .words(try names(.word)))
    }
  }

  // MARK: Arguments

  private mutating func argument(
    of finder: FinderName, _ declaration: FinderDeclaration
  ) throws(Stop) -> FinderArgument? {
    guard declaration.argument != .none else { return nil }
    let token = declaration.isArgumentRequired ? needed : next
    let startsArgument =
      !token.endsStatement && !token.isSymbol(.bar) && !isClauseOrOption(token, declaration)
    guard startsArgument else {
      guard declaration.isArgumentRequired else { return nil }
      throw missing(declaration.argument.missingPart, after: finder.rawValue)
    }
    return try argument(declaration.argument, of: finder)
  }

  private func isClauseOrOption(_ token: Token, _ declaration: FinderDeclaration) -> Bool {
    guard let word = token.word else { return false }
    return ClauseName(rawValue: word) != nil || declaration.options.contains { $0.name == word }
  }

  private mutating func argument(_ shape: ArgumentShape, of finder: FinderName) throws(Stop)
    -> FinderArgument?
  {
    switch shape {
    case .none: return nil
    case .measure: return .measure(try measureExpression())
    case .pair:
      let first = try measureExpression()
      guard next.isWord("and") else { throw noPair(first, of: finder) }
      take()
      return .pair(first, try measureExpression())
    case .predicate: return .predicate(try bracketedTest(finder))
    case .comparison: return try comparison()
    case .count:
      if let word = next.word { throw noCount(word, finder) }
      return .count(try number(.number))
    case .grain: return try grainArgument()
    case .customers: return try customers(finder)
    }
  }

  /// A lone word may be a misspelt option; else the second measure is missing.
  private func noPair(_ first: MeasureExpression, of finder: FinderName) -> Stop {
    let known = finder.declaration.options.map(\.name)
    guard case .aggregate(let aggregate) = first, case .measure(let word, nil) = aggregate.form else {
      return missing(.secondMeasure)
    }
    if let step = StepName(word: word.text), step != .where {
      let token = last
      return stop(
        .writeInstead("| " + lineText(from: token), found: name(of: token), at: token.span), at: next)
    }
    let near = nearest(to: word.text, in: known)
    guard !near.isEmpty else {
      let isMeasure = MeasureName(rawValue: word.text.lowercased()) != nil
      let keys = Diagnostic.keysHint("\(finder.rawValue) by \(lineText(from: last))")
      return missing(.secondMeasure, hint: isMeasure ? nil : lineHint(at: needed) ?? keys)
    }
    return stop(
      .noOption(word.text, of: finder.rawValue, nearest: near, known: known, at: word.span), at: next)
  }

  private func noCount(_ word: String, _ finder: FinderName) -> Stop {
    let known = finder.declaration.options.map(\.name)
    return stop(
      .noOption(
        word, of: finder.rawValue, nearest: nearest(to: word, in: known), known: known, at: next.span),
      at: next)
  }

  private mutating func bracketedTest(_ finder: FinderName) throws(Stop) -> Predicate {
    let token = needed
    guard token.isSymbol(.openBracket) else {
      let instead = "\(finder.rawValue) (\(text(of: token)))"
      throw stop(.bracketMissing(instead: instead, after: finder.rawValue, at: token.span), at: token)
    }
    return try inBrackets(expecting: "and, or, )") { parser throws(Stop) in try parser.predicate() }
  }

  private mutating func comparison() throws(Stop) -> FinderArgument {
    let first = try predicate()
    guard next.isWord("vs") else { throw missing(.secondPredicate) }
    take()
    if needed.isWord("rest") {
      take()
      return .comparison(first, with: nil)
    }
    return .comparison(first, with: try predicate())
  }

  private mutating func grainArgument() throws(Stop) -> FinderArgument {
    let token = needed
    guard let grain = token.word.flatMap({ Grain(rawValue: $0) }) else { throw missing(.grain) }
    take()
    return .grain(grain, token.span)
  }

  private mutating func customers(_ finder: FinderName) throws(Stop) -> FinderArgument? {
    let start = next.span.start
    guard takes(word: "of") else { return nil }
    try keyword("customers", as: .customersWord)
    return .customers(span(from: start))
  }
}

extension ArgumentShape {
  fileprivate var missingPart: MissingPart {
    switch self {
    case .measure, .pair: .measure
    case .predicate: .bracketOfTest
    case .comparison: .test
    case .count: .number
    case .grain: .grain
    case .customers, .none: .customersWord
    }
  }
}

// MARK: - Listings

extension Parser {
  mutating func listingCall(_ listing: ListingName) throws(Stop) -> ListingCall {
    let name = Word(listing.rawValue, span: take().span)
    return ListingCall(name: name, argument: try listingArgument(listing))
  }

  private mutating func listingArgument(_ listing: ListingName) throws(Stop) -> ListingCall.Argument? {
    switch listing.argument {
    case .none: return nil
    case .optionalName:
      switch next.kind {
      case .word(let word) where ReservedWord(word: word) == nil: return .name(try name(.source))
      case .name: return .name(try name(.source))
      default: return nil
      }
    case .name: return .name(try name(.field))
    case .nameOrText:
      if case .text = needed.kind { return .text(try quoted(.path)) }
      let token = needed
      let word = try name(.fieldOrPath)
      try checkPath(token)
      return .name(word)
    case .text:
      let token = needed
      if token.word != nil {
        throw stop(.unquotedSQL(textOfStatement(from: token), at: token.span), at: token)
      }
      return .text(try quoted(.sqlText))
    }
  }

  /// `describe data/export.csv` lacks its quotes.
  private func checkPath(_ token: Token) throws(Stop) {
    let following = next
    guard following.isSymbol(.dot) || following.isSymbol(.divided) else { return }
    throw stop(.unquoted(.path, instead: run(from: token), at: runSpan(from: token)), at: following)
  }
}
