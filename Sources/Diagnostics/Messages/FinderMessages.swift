/// What is wrong with a finder's clauses and options.
extension Diagnostic {
  /// `by week` for a finder that looks along time by itself.
  public static func grainAsPlace(_ finder: String, span: Span) -> Diagnostic {
    .invalid(
      "\(finder) looks along time by itself: a grain is no place", code: "grain-as-place", span: span,
      hint: "by stage, channel")
  }

  /// `vs` behind a finder that has nothing to compare with.
  public static func noVersus(_ finder: String, span: Span) -> Diagnostic {
    .invalid(
      "\(finder) takes no vs", code: "no-versus", span: span,
      hint: "show compares periods: show nps by stage during last 4 weeks vs previous")
  }

  /// `with totals` behind a finder, whose rows are no parts of a whole.
  public static func noTotals(_ finder: String, span: Span) -> Diagnostic {
    .invalid(
      "\(finder) takes no with totals", code: "no-totals", span: span,
      hint: "show has totals: show tickets by stage with totals")
  }

  public static func levelOutOfRange(_ text: String, span: Span) -> Diagnostic {
    .invalid(
      "level \(text) is no share", code: "level-range", span: span,
      hint: "write a share between 0 and 1, such as level 0.1")
  }

  /// `within 0 days`.
  public static func noLength(_ option: String, span: Span) -> Diagnostic {
    .invalid(
      "\(option) needs a time longer than nothing", code: "no-length", span: span, hint: "\(option) 14 days")
  }

  public static func sampleSize(_ text: String, most: Int, span: Span) -> Diagnostic {
    .invalid(
      "\(text) is no number of texts", code: "sample-size", span: span,
      hint: "write a whole number from 1 to \(most): verbatims 10")
  }

  public static func wholeNumberNeeded(_ option: String, _ text: String, span: Span) -> Diagnostic {
    .invalid(
      "\(option) needs a whole number, not \(text)", code: "whole-number", span: span, hint: "\(option) 4")
  }

  /// A week or a month as the day on which a plan is due.
  public static func notADay(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      code: "not-a-day", message: "\(text) is no day", span: span,
      hint: "a plan is due on a day: due 2027-03-31")
  }

  /// `plan 4` where the list has three fixes.
  public static func noSuchFix(_ number: Int, of count: Int?, span: Span) -> Diagnostic {
    let message = count.map { "there is no fix \(number): the last priorities have \($0)" }
    return .invalid(
      message ?? "there are no priorities yet to plan", code: "no-fix", span: span,
      hint: count.map { $0 > 0 ? "fixes count from 1 to \($0)" : "priorities by other keys may find some" }
        ?? "priorities")
  }

  /// A target that no figure of a place can be held against.
  public static func targetValue(_ text: String, measure: String, isDuration: Bool, span: Span) -> Diagnostic
  {
    .invalid(
      "\(measure) cannot be \(text)", code: "target-value", span: span,
      hint: isDuration ? "a time with its unit: \(measure) <= 4 hours" : "a number: \(measure) >= 4.2")
  }

  public static func costRange(_ text: String, span: Span) -> Diagnostic {
    .invalid(
      "a contact cannot cost \(text)", code: "cost-range", span: span,
      hint: "an amount above 0: cost per contact 6")
  }

  /// A number of rows that is none.
  public static func notAWholeNumber(_ text: String, example: String, span: Span) -> Diagnostic {
    .invalid(
      "\(text) is no number of rows", code: "not-a-count", span: span,
      hint: "a whole number from 1 on: \(example)")
  }

  /// - Parameter needs: the events whose history is too short, as in `tickets and of mentions`.
  public static func shortHistory(_ found: String, finder: String, needs: String) -> Diagnostic {
    .invalid(
      "not enough history: \(found)", code: "short-history", span: nil,
      hint: "\(finder) needs 5 weeks of \(needs), or at least 14 days")
  }

  /// `during` names days in which no period is complete.
  public static func emptyWindow(_ days: String, grain: String, whole: String) -> Diagnostic {
    .invalid(
      "\(days) holds no whole \(grain) of the data", code: "empty-window", span: nil,
      hint: "its complete \(grain)s are \(whole)")
  }

  /// The days to compare with are not in the data.
  public static func noComparison(_ days: String) -> Diagnostic {
    .invalid(
      "the data does not hold \(days)", code: "no-comparison", span: nil,
      hint: "vs last 12 weeks, or no vs")
  }

  /// `vs rest` behind a finder that looks along time.
  public static func restInScan(_ finder: String, span: Span) -> Diagnostic {
    .invalid(
      "\(finder) compares with a period, not with the rest", code: "rest-in-scan", span: span,
      hint: "vs last 12 weeks")
  }

  /// `voice vs rest` without a filter.
  public static func restOfNothing(_ finder: String, span: Span) -> Diagnostic {
    .invalid(
      "there is no rest: \(finder) is about all events", code: "rest-of-nothing", span: span,
      hint: "\(finder) where stage = …, or \(finder) by stage")
  }

  /// - Parameter days: the days that should be put beside what was before.
  public static func nothingBefore(_ days: String, span: Span) -> Diagnostic {
    .invalid(
      "nothing was written before \(days)", code: "nothing-before", span: span,
      hint: "compare places instead: by stage, or where …")
  }

  public static func tooManyPlaces(_ finder: String, _ count: Int, most: Int, span: Span) -> Diagnostic {
    .invalid(
      "\(finder) of \(count) places is nothing to read: at most \(most)", code: "too-many-places", span: span,
      hint: "choose fewer keys, or some places by where")
  }
}
