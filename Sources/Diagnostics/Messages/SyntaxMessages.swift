/// What the grammar lacks at a place, as a message names it.
public enum MissingPart: String, Sendable, CaseIterable {
  case statement, query, measure, measureBetweenCommas, secondMeasure, field, key, value, test,
    secondPredicate, step,
    stepBetweenBars
  case column, name, number, duration, durationUnit, unit, period, point, grain, operand, parameterName,
    comparison
  case text, path, uri, pattern, sqlText, baselineName, source, role, table, setting, method, word, chart,
    definitionKind
  case row, rowNumber, closeRow, fieldOrPath, stepSize, scale, scaleRange, rest
  case bracketOfTest, bracketOfValues, bracketOfRoles, bracketOfRecoding, bracketOfCases
  case equalSign, arrow, andOfBetween, testBehindNot, missingWord, beforeOrAfter, thenWord, elseWord,
    elseOfCase
  case totals, stepsOf, lastYear, customersWord, customersWhere, customersBy, inSources, customer,
    perCustomer, fromColumn, highIs, goodOrBad
  case whereClause, whereOrDuplicates, byFields, outputOrWords

  /// With its article, such as `a field or a grain`.
  public var phrase: String { ofQuery ?? ofText ?? ofName ?? ofBracket ?? ofKeyword }

  private var ofQuery: String? {
    switch self {
    case .statement: "a statement"
    case .query: "a question"
    case .measure, .measureBetweenCommas: "a measure"
    case .secondMeasure: "and with a second measure"
    case .field: "a field"
    case .key: "a field or a grain"
    case .value: "a value"
    case .test: "a test"
    case .secondPredicate: "vs with a second test"
    case .step, .stepBetweenBars: "a step"
    case .column: "a column"
    case .name: "a name"
    case .number: "a number"
    case .duration: "a duration"
    case .durationUnit: "a unit (seconds, minutes, hours, days, weeks)"
    case .unit: "a unit of time"
    case .period: "a period"
    case .point: "a point of time"
    case .grain: "a grain (hour, day, week, month, quarter, year, weekday)"
    case .operand: "a field, a number or a text"
    case .parameterName: "the name of a parameter"
    case .comparison: "a comparison"
    default: nil
    }
  }

  private var ofText: String? {
    switch self {
    case .text: "a text"
    case .path: "a path"
    case .uri: "an address"
    case .pattern: "a pattern"
    case .sqlText: "a SELECT statement"
    case .baselineName: "the name of the baseline"
    default: nil
    }
  }

  private var ofName: String? {
    switch self {
    case .source: "a source"
    case .role: "a role"
    case .table: "the name of a table"
    case .setting: "a setting"
    case .method: "a method (vader, stars)"
    case .word: "a word"
    case .chart: "a chart (bar, line, heat, spark)"
    case .definitionKind: "persona, segment, measure or theme"
    case .row: "a row of a result, such as r3[2]"
    case .rowNumber: "the number of a row in square brackets"
    case .closeRow: "]"
    case .fieldOrPath: "a field or a path"
    case .stepSize: "the size of the steps"
    case .scale: "a number of the scale"
    case .scaleRange: ".. and the end of the scale"
    case .rest: "the rest of the statement"
    default: nil
    }
  }

  private var ofBracket: String? {
    switch self {
    case .bracketOfTest: "a test in brackets"
    case .bracketOfValues: "a list of values in brackets"
    case .bracketOfRoles: "a bracket with the roles"
    case .bracketOfRecoding: "a bracket with old = new"
    case .bracketOfCases: "a bracket with the cases"
    default: nil
    }
  }

  private var ofKeyword: String {
    switch self {
    case .equalSign: "="
    case .arrow: "=>"
    case .andOfBetween: "and with the upper bound"
    case .testBehindNot: "in, between, contains or matches"
    case .missingWord: "missing"
    case .beforeOrAfter: "before or after"
    case .thenWord: "then"
    case .elseWord: "else"
    case .elseOfCase: "else => value"
    case .totals: "totals"
    case .stepsOf: "steps of"
    case .lastYear: "last year"
    case .customersWord: "customers"
    case .customersWhere: "customers where"
    case .customersBy: "customers by and the fields"
    case .inSources: "in and a bracket with the sources"
    case .customer: "a customer"
    case .perCustomer: "per customer"
    case .fromColumn: "from and a column"
    case .highIs: "is"
    case .goodOrBad: "good or bad"
    case .whereClause: "where"
    case .whereOrDuplicates: "where or duplicates by"
    case .byFields: "by and the fields"
    default: "output or words"
    }
  }

  /// The part in the diagnostic's code: `missing-second-predicate`.
  public var code: String {
    var code = "missing-"
    for letter in rawValue {
      if letter.isUppercase { code += "-" }
      code += letter.lowercased()
    }
    return code
  }
}

// MARK: - Missing and unexpected

extension Diagnostic {
  /// Something is lacking: at the end of the text, or where something else was found.
  public static func missing(
    _ part: MissingPart, after: String, found: String?, hint: String?, at span: Span
  ) -> Diagnostic {
    let place = after.isEmpty ? "" : " after \(after)"
    let tail = found.map { ", found \($0)" } ?? ""
    let message =
      switch part {
      case .stepBetweenBars: "a step is missing between the bars"
      case .measureBetweenCommas: "a measure is missing between the commas"
      default: "\(part.phrase) is missing" + place + tail
      }
    return Diagnostic(code: part.code, message: message, span: span, hint: hint)
  }

  public static func unexpected(_ found: String, hint: String?, at span: Span) -> Diagnostic {
    Diagnostic(code: "unexpected", message: "unexpected \(found)", span: span, hint: hint)
  }

  public static func expectedHint(_ expected: String) -> String { "expected here: \(expected)" }
  public static func quoteHint(_ text: String) -> String { "a text with spaces is quoted: \"\(text)\"" }
  public static func goesOnHint(line: Int, after word: String) -> String {
    "the statement of line \(line) goes on here: something is missing after \(word)"
  }
  public static func writeHint(_ text: String) -> String { "write \(text)" }
  public static func keysHint(_ example: String) -> String { "keys stand behind by: \(example)" }
  public static func unitHint(_ example: String) -> String {
    "hours, days, weeks, months, quarters or years: \(example)"
  }
  public static func cellHint(_ row: String) -> String { "a figure has a row and a column: \(row).nps" }
  public static let commentHint = "# starts a comment after a space: quote it"
  public static let dollarHint = "$ alone is the last result, not a value"

  public static func twice(_ word: String, at span: Span) -> Diagnostic {
    let hint =
      switch word {
      case "where": "join tests with and"
      case "by": "several keys have commas between them: by stage, channel"
      default: "once is enough"
      }
    return Diagnostic(code: "twice", message: "\(word) twice", span: span, hint: hint)
  }

  public static func tooDeep(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "too-deep", message: "the statement is too long or nested too deeply", span: span,
      hint: "define segment gives a test a name")
  }

  /// The message of a word or sign that stands instead of what is written otherwise.
  public static func writeInstead(_ instead: String, found: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "write-instead", message: "unexpected \(found)", span: span, hint: "write \(instead)")
  }
}

// MARK: - Characters, texts, numbers

extension Diagnostic {
  public static func wrongQuote(_ quote: String, isStraight: Bool, at span: Span) -> Diagnostic {
    let kind = isStraight ? "double quotes" : "straight double quotes"
    return Diagnostic(
      code: "wrong-quote", message: "texts stand in \(kind), not \(quote)", span: span, hint: "write \"…\"")
  }

  public static func unknownCharacter(_ run: String, instead: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unknown-character", message: "unexpected \(run)", span: span,
      hint: instead.map { "write \($0)" } ?? "a text with signs is quoted: \"\(run)\"")
  }

  public static func openText(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "open-text", message: "the text is not closed on its line", span: span,
      hint: "a text of several lines stands in \"\"\"…\"\"\"")
  }

  public static func openBlock(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "open-block", message: "the text is not closed", span: span, hint: "close it with \"\"\"",
      isIncomplete: true)
  }

  public static func openBackticks(at span: Span) -> Diagnostic {
    Diagnostic(code: "open-name", message: "the name in backticks is not closed on its line", span: span)
  }

  public static func emptyBackticks(at span: Span) -> Diagnostic {
    Diagnostic(code: "empty-name", message: "a name is missing between the backticks", span: span)
  }

  public static func unknownEscape(_ escape: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unknown-escape", message: "\(escape) is not an escape", span: span,
      hint: "write \\\\ for a backslash; the escapes are \\\" \\\\ \\n \\t \\u{…}")
  }

  public static func hashInWord(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "hash-in-word", message: "# inside a word", span: span,
      hint: "quote it, or put a space before a comment")
  }

  public static func hashValue(_ run: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "quote-it", message: "unexpected #", span: span, hint: "quote it: \"\(run)\"")
  }

  public static func notANumber(_ run: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "not-a-number", message: "\(run) is not a number", span: span, hint: "quote it: \"\(run)\"")
  }

  public static func durationWithoutSpace(_ instead: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "duration-without-space", message: "a duration is a number and a unit", span: span,
      hint: "write \(instead)")
  }

  public static func notAPoint(_ run: String, reason: String?, instead: String?, at span: Span) -> Diagnostic
  {
    let message = reason ?? "\(run) is not a point of time"
    let hint = instead.map { "write \($0)" } ?? "points are 2026-07-01, 2026-07, 2026-Q3, 2026-W31, 2026"
    return Diagnostic(code: "not-a-point", message: message, span: span, hint: hint)
  }

  public static func notAYear(_ found: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "not-a-point", message: "\(found) is not a point of time", span: span,
      hint: "points are 2026-07-01, 2026-07, 2026-Q3, 2026-W31, 2026")
  }

  public static func notACount(_ found: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "not-a-count", message: "\(found) is not a whole number from 1", span: span)
  }

  public static func thousandsMark(_ number: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "thousands-mark", message: "numbers have no thousands mark", span: span, hint: "write \(number)")
  }
}

// MARK: - Names and values

extension Diagnostic {
  public static func reservedName(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "reserved-word", message: "\(word) is a reserved word", span: span,
      hint: "as a name it stands in backticks: `\(word)`")
  }

  public static func reservedValue(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "reserved-word", message: "\(word) is a reserved word", span: span, hint: "quote it: \"\(word)\"")
  }

  public static func quotedName(_ text: String, part: MissingPart, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "quoted-name", message: "\(part.phrase) has no quotes", span: span,
      hint: "write \(text) or `\(text)`")
  }

  public static func quoteIt(_ run: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "quote-it", message: "a text with signs stands in quotes", span: span,
      hint: "quote it: \"\(run)\"")
  }

  public static func unquoted(_ part: MissingPart, instead: String, at span: Span) -> Diagnostic {
    let known: [MissingPart] = [.path, .pattern, .uri, .text]
    let phrase = known.contains(part) ? part.phrase : "a text"
    return Diagnostic(
      code: "unquoted-\(known.contains(part) ? part.rawValue : "text")",
      message: "\(phrase) stands in quotes",
      span: span, hint: "quote it: \"\(instead)\"")
  }

  public static func bracketedValue(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "bracketed-value", message: "one value stands here without brackets", span: span,
      hint: "several values: in (…)")
  }
}

// MARK: - Brackets

extension Diagnostic {
  public static func openBracket(column: Int, before: String?, at span: Span) -> Diagnostic {
    let end = before.map { " before \($0)" } ?? ""
    return Diagnostic(
      code: "open-bracket", message: "the bracket at column \(column) is not closed\(end)", span: span)
  }

  public static func strayBracket(at span: Span) -> Diagnostic {
    Diagnostic(code: "stray-bracket", message: "a bracket is closed that was not opened", span: span)
  }

  public static func bracketMissing(instead: String, after: String, at span: Span) -> Diagnostic {
    let message = after == "in" ? "values after in stand in brackets" : "\(after) needs brackets"
    return Diagnostic(code: "missing-bracket", message: message, span: span, hint: "write \(instead)")
  }

  public static func emptyList(after word: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "empty-list", message: "\(word) needs at least one value", span: span)
  }
}

// MARK: - Tests

extension Diagnostic {
  public static func operatorMissing(after field: String, instead: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "missing-operator", message: "an operator is missing after \(field)", span: span,
      hint: "write \(instead)")
  }

  public static func fieldMissing(before word: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "missing-field", message: "a field is missing before \(word)", span: span)
  }

  public static func valueFirst(instead: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "value-first", message: "the field stands first in a test", span: span,
      hint: instead.map { "write \($0)" })
  }

  public static func doubleEqual(at span: Span) -> Diagnostic {
    Diagnostic(code: "double-equal", message: "one = compares", span: span, hint: "write =")
  }

  public static func angleUnequal(at span: Span) -> Diagnostic {
    Diagnostic(code: "angle-unequal", message: "unexpected > after <", span: span, hint: "write !=")
  }

  public static func commaBetweenTests(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "comma-between-tests", message: "unexpected comma", span: span, hint: "join tests with and")
  }

  public static func arithmeticInTest(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "arithmetic-in-test", message: "arithmetic is not possible in a test", span: span,
      hint: "add a column, then test it: … | add x = … | where x > …")
  }

  public static func aggregateInTest(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "aggregate-in-test", message: "\(name) (…) is possible only in define persona", span: span,
      hint: "a column of the result is tested behind a bar: | where `\(name)(…)` > …")
  }

  public static func likeInTest(instead: String?, at span: Span) -> Diagnostic {
    let test = instead ?? "contains, with * for the end of a word,"
    return Diagnostic(
      code: "write-instead", message: "unexpected like", span: span,
      hint: "write \(test) or matches with a pattern")
  }

  public static func arrowInTest(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "arrow-in-test", message: "=> ends a test in case", span: span, hint: "greater or equal is >=")
  }

  public static func containsNeedsText(_ found: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "contains-needs-text", message: "contains takes a text", span: span,
      hint: found.hasPrefix("any") ? "write contains \(found)" : "quote it: \"\(found)\"")
  }

  public static func hadOfOther(_ field: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "had-of-other", message: "had is about customers, not \(field)", span: span,
      hint: "write customer had (…)")
  }

  public static func withinOfHad(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "missing-before-or-after", message: "before or after is missing: this within is had's",
      span: span,
      hint: "the option within stands before where")
  }

  public static func elseNotLast(at span: Span) -> Diagnostic {
    Diagnostic(code: "else-not-last", message: "else stands last", span: span)
  }

  public static func arrowInRecode(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "arrow-in-recode", message: "recode takes =, case takes =>", span: span, hint: "write old = new")
  }

  public static func caseInExpression(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "case-in-expression", message: "case stands right behind derive NAME =", span: span,
      hint: "here: if … then … else …")
  }
}

// MARK: - Measures and periods

extension Diagnostic {
  public static func commaBetweenMeasures(before found: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "missing-comma", message: "a comma is missing between two measures, before \(found)", span: span)
  }

  public static func functionBrackets(_ name: String, argument: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "missing-bracket", message: "\(name) needs brackets", span: span,
      hint: "write \(name)(\(argument ?? "…"))")
  }

  public static func shareOfShare(at span: Span) -> Diagnostic {
    Diagnostic(code: "share-of-share", message: "share of takes one measure", span: span)
  }

  public static let periodHint =
    "such as during 2026-09, during last 4 weeks, during 2026-07-01..2026-09-30"
  public static let versusHint =
    "vs takes a period, such as vs previous, or rest; compare, which takes two tests, comes later"
  public static func durationHint(_ units: [String]) -> String {
    "the units of a duration are " + units.joined(separator: ", ")
  }

  public static func weekdayUnit(at span: Span) -> Diagnostic {
    Diagnostic(
      code: "weekday-unit", message: "weekday is not a unit of time", span: span, hint: "did you mean days?")
  }

  public static func grainWithNumber(_ grain: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "grain-with-number", message: "a grain has no number", span: span, hint: "write by \(grain)")
  }
}

// MARK: - Statements and steps

extension Diagnostic {
  public static func noStatement(
    _ word: String, nearest: [String], known: [String], at span: Span
  ) -> Diagnostic {
    unknown("statement", word, nearest: nearest, known: nearest.isEmpty ? known : [], at: span)
  }

  public static func noClause(_ word: String, nearest: [String], at span: Span) -> Diagnostic {
    unknown("clause", word, nearest: nearest, known: [], at: span)
  }

  public static func noStep(_ word: String, nearest: [String], known: [String], at span: Span) -> Diagnostic {
    unknown("step", word, nearest: nearest, known: known, at: span)
  }

  public static func noChart(_ word: String, nearest: [String], known: [String], at span: Span) -> Diagnostic
  {
    unknown("chart", word, nearest: nearest, known: known, at: span)
  }

  public static func noSetting(_ word: String, nearest: [String], known: [String], at span: Span)
    -> Diagnostic
  {
    unknown("setting", word, nearest: nearest, known: known, at: span)
  }

  public static func noKind(_ word: String, nearest: [String], known: [String], at span: Span) -> Diagnostic {
    unknown("kind", word, nearest: nearest, known: known, at: span)
  }

  public static func noDefinition(_ word: String, nearest: [String], known: [String], at span: Span)
    -> Diagnostic
  {
    unknown("definition", word, nearest: nearest, known: known, at: span)
  }

  public static func noFunction(
    _ word: String, isAggregate: Bool, nearest: [String], known: [String], at span: Span
  ) -> Diagnostic {
    guard isAggregate else { return unknown("function", word, nearest: nearest, known: known, at: span) }
    return Diagnostic(
      code: "aggregate-in-expression", message: "\(word) (…) is a measure, not possible in an expression",
      span: span, hint: "a column of the result stands in backticks: `\(word)(…)`")
  }

  public static func noOption(
    _ word: String, of finder: String, nearest: [String], known: [String], at span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-option", message: "\(finder) has no option \(word)", span: span,
      hint: didYouMean(nearest), known: known)
  }

  private static func unknown(
    _ what: String, _ word: String, nearest: [String], known: [String], at span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-\(what)", message: "no such \(what): \(word)", span: span, hint: didYouMean(nearest),
      known: known)
  }

  /// `did you mean show?`, nil without names.
  public static func didYouMean(_ nearest: [String]) -> String? {
    guard let last = nearest.last else { return nil }
    let list = nearest.count == 1 ? last : nearest.dropLast().joined(separator: ", ") + " or " + last
    return "did you mean \(list)?"
  }

  public static func stepAsStatement(_ text: String, word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "step-as-statement", message: "\(word) is a step: it works on a result", span: span,
      hint: "write $ | \(text)")
  }

  public static func measureAsStatement(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unknown-statement", message: "no such statement: \(word)", span: span, hint: "write show \(word)"
    )
  }

  public static func strayClause(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "stray-clause", message: "\(word) belongs to the statement before it", span: span,
      hint: "a statement begins with a word such as show")
  }

  public static func strayBar(isBehindRecord: Bool, at span: Span) -> Diagnostic {
    let message =
      isBehindRecord ? "a step stands after the record of a result" : "a step stands behind a question"
    return Diagnostic(code: "stray-bar", message: message, span: span, hint: "$ is the last result: $ | …")
  }

  public static func misplacedClause(_ word: String, hint: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "misplaced-clause", message: "\(word) is not possible here", span: span,
      hint: hint ?? (word == "where" ? nil : "\(word) belongs before the first bar"))
  }

  public static func clauseBehindBar(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "clause-behind-bar", message: "\(word) belongs before the first bar", span: span)
  }

  public static func parameterAsResult(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "parameter-as-result", message: "$\(name) is a parameter, not a result", span: span,
      hint: "a result is named without $: \(name)")
  }

  public static func rowAsResult(_ row: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "row-as-result", message: "a row is not a result", span: span, hint: "write events of \(row)")
  }

  public static func notAQuery(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "not-a-query", message: "explain takes a question, not \(word)", span: span)
  }

  public static func withMissing(before word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "missing-with", message: "with is missing before \(word)", span: span, hint: "write with \(word)")
  }
}

// MARK: - Other languages

extension Diagnostic {
  /// A word or sign with which another program is told something.
  public static func foreignCommand(_ command: String, instead: String, at span: Span) -> Diagnostic {
    Diagnostic(code: "unknown-statement", message: "no such statement: \(command)", span: span, hint: instead)
  }

  public static func bareSelect(_ word: String, all text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unknown-statement", message: "no such statement: \(word)", span: span,
      hint: "write sql " + quotedSQL(text))
  }

  public static func unquotedSQL(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "unquoted-text", message: "a SELECT statement stands in quotes", span: span,
      hint: "write sql " + quotedSQL(text))
  }

  /// The whole text in quotes; of a long one its beginning.
  private static func quotedSQL(_ text: String) -> String {
    guard text.count <= 60 else { return "\"\(text.prefix { $0 != " " }) …\", all of it in quotes" }
    return "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
  }
}
