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
  case fixNumber, planPart, side, perContact

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
    case .fixNumber: "the number of a fix of priorities"
    case .planPart: "owner, target or due"
    case .side: ">= or <="
    case .perContact: "per contact"
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
