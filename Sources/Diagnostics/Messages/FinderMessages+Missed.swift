/// What the finders of what was missed cannot be asked.
extension Diagnostic {
  /// Neither interactions nor what can stand in for them.
  public static func noTraffic(_ finder: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "no-data-for-measure",
      message: "\(finder) needs traffic: interactions, or tickets or calls in their place", span: span,
      hint: "load interactions \"FILE.csv\"")
  }

  /// Nobody could have said anything.
  public static func noVoice(_ finder: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "no-data-for-measure", message: "\(finder) needs a voice: mentions, reviews or surveys",
      span: span, hint: "load surveys \"FILE.csv\"")
  }

  /// Too few whole weeks to see that a voice stopped.
  public static func shortHistory(_ finder: String, weeks: Int, needs: Int) -> Diagnostic {
    .invalid(
      "not enough history: \(weeks) whole \(weeks == 1 ? "week" : "weeks") of traffic and feedback",
      code: "short-history", span: nil, hint: "\(finder) needs at least \(needs) of them")
  }

  /// `during` lies outside the whole weeks of the data.
  public static func emptyWindow(_ days: String, whole: String) -> Diagnostic {
    .invalid(
      "\(days) holds no whole week of the data", code: "empty-window", span: nil,
      hint: "its complete weeks are \(whole)")
  }

  /// Nothing tells whether a detractor was answered.
  public static func noAnswers(_ finder: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "no-data-for-measure",
      message:
        "\(finder) needs something that tells of an answer: customers with calls or tickets, answered, or response_time",
      span: span, hint: "load … with (customer = COLUMN), or with (answered = COLUMN)")
  }

  /// Nothing tells whether a public complaint was answered.
  public static func noReplies(_ finder: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "no-data-for-measure",
      message: "\(finder) needs answered or response_time of mentions or reviews",
      span: span, hint: "load mentions \"FILE.csv\" with (answered = COLUMN)")
  }

  /// `within` without a time of the reply.
  public static func noReplyTimes(span: Span) -> Diagnostic {
    .invalid(
      "within needs response_time of mentions or reviews: it is only known whether they were answered",
      code: "no-data-for-measure", span: span, hint: "unanswered, without within")
  }

  /// Nobody could have spoken in public.
  public static func noPublicVoice(span: Span) -> Diagnostic {
    Diagnostic(
      code: "no-data-for-measure",
      message: "advocates needs mentions or reviews, to see who has spoken already",
      span: span, hint: "load reviews \"FILE.csv\"")
  }

  /// Steps of a number as groups of customers.
  public static func stepsAsStrata(span: Span) -> Diagnostic {
    .invalid(
      "bias takes fields and segments: a customer has several numbers", code: "steps-as-strata", span: span,
      hint: "bias by persona, channel")
  }

  /// No key is written, and no source has one of the usual ones.
  public static func noPlaces(_ finder: String, known: [String], span: Span) -> Diagnostic {
    .invalid(
      "\(finder) needs places", code: "no-keys", span: span,
      hint: known.isEmpty ? "load … with (channel = COLUMN)" : "by \(known.joined(separator: ", "))")
  }
}
