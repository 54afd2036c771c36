/// The words of what is wrong with the names, values and types of a well-formed statement.
extension Diagnostic {
  /// A name that is not known, with the nearest ones.
  ///
  /// - Parameters:
  ///   - what: `field`, `measure`, `column` …
  ///   - more: what else may be wrong, such as `a minus needs spaces`.
  public static func unknownName(
    _ what: String, _ name: String, span: Span, nearest: [String], known: [String] = [], more: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-\(what.split(separator: " ").joined(separator: "-"))", message: "no \(what) \(name)",
      span: span,
      hint: more ?? didYouMean(nearest), known: nearest.isEmpty ? known : [])
  }

  /// A value that the loaded data does not hold.
  public static func unknownValue(
    field: String, value: String, span: Span, nearest: [String], known: [String], more: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-value", message: "no \(field) \"\(value)\"", span: span,
      hint: more ?? didYouMean(nearest),
      known: more == nil ? known : [])
  }

  /// A value that was known when the session was recorded and is not any more.
  public static func valueIsGone(field: String, value: String, span: Span) -> Diagnostic {
    Diagnostic(
      severity: .note, code: "value-gone", message: "no \(field) \"\(value)\" in this data: nothing to show",
      span: span)
  }

  public static func wrongType(
    _ found: String, against field: String, being type: String, span: Span, hint: String?
  ) -> Diagnostic {
    Diagnostic(
      code: "wrong-type", message: "\(found) against \(field), which is \(type)", span: span, hint: hint)
  }

  public static func notBoolean(_ name: String, span: Span, hint: String?) -> Diagnostic {
    Diagnostic(
      code: "not-boolean", message: "no true-or-false field or segment \(name)", span: span, hint: hint)
  }

  public static func orderOfText(_ field: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "wrong-operator", message: "\(field) is text, which has no order", span: span, hint: "use = or !="
    )
  }

  /// A filter or key that a measure cannot know.
  public static func unknowable(
    measure: String, about kinds: String, field: String, knownFor: String, clause: String, span: Span?,
    hint: String?
  ) -> Diagnostic {
    Diagnostic(
      code: "unknowable-\(clause)",
      message: "\(measure) is about \(kinds); \(field) is known for \(knownFor)", span: span, hint: hint)
  }

  public static func measureWithoutData(_ measure: String, needs: String, span: Span, hint: String)
    -> Diagnostic
  {
    Diagnostic(
      code: "no-data-for-measure", message: "\(measure) needs \(needs), which no loaded source has",
      span: span,
      hint: hint)
  }

  public static func nothingLoaded(span: Span?) -> Diagnostic {
    Diagnostic(
      code: "nothing-loaded", message: "nothing is loaded yet", span: span,
      hint: "load \"file.csv\", or a folder with a load.cxs")
  }

  public static func nameIsTaken(_ name: String, by what: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "name-taken", message: "\(name) is the name of \(what)", span: span, hint: "choose another name")
  }

  public static func functionNeeds(_ function: String, _ what: String, found: String, span: Span)
    -> Diagnostic
  {
    Diagnostic(
      code: "wrong-argument", message: "\(function) needs \(what); \(found)", span: span,
      hint: "fields lists every field with its type")
  }

  public static func badPattern(_ complaint: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "bad-pattern", message: "the pattern cannot be read: \(complaint)", span: span,
      hint:
        "matches takes RE2; a sign that stands for itself needs a backslash in front, and contains finds plain words"
    )
  }

  public static func periodEndsBeforeStart(span: Span) -> Diagnostic {
    Diagnostic(
      code: "period-order", message: "the period ends before it starts", span: span,
      hint: "write the earlier point first")
  }

  public static func noCompletePeriod(_ unit: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "no-complete-period", message: "the data holds no complete \(unit)", span: span,
      hint: "name the days: during 2026-07-01..2026-07-31")
  }

  public static func invalidPeriod(_ message: String, span: Span?, hint: String) -> Diagnostic {
    Diagnostic(code: "invalid-period", message: message, span: span, hint: hint)
  }

  public static func perNeedsKey(_ name: String, keys: [String], span: Span) -> Diagnostic {
    Diagnostic(
      code: "per-needs-key", message: "\(name) is not a key of by", span: span,
      hint: keys.isEmpty ? "add it behind by" : "per takes \(keys.joined(separator: ", "))")
  }

  public static func invalid(
    _ message: String, code: String = "invalid", span: Span?, hint: String? = nil, known: [String] = []
  ) -> Diagnostic {
    Diagnostic(code: code, message: message, span: span, hint: hint, known: known)
  }

  public static func notYet(_ what: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "not-yet", message: "not yet: \(what)", span: span,
      hint: "it is planned; help lists what this version can do")
  }

  public static func note(_ message: String, span: Span? = nil) -> Diagnostic {
    Diagnostic(severity: .note, code: "note", message: message, span: span)
  }

  /// What the engine said, in its own words.
  public static func engine(_ message: String, span: Span? = nil) -> Diagnostic {
    Diagnostic(code: "engine", message: joiningLines(message), span: span)
  }

  public static func interrupted() -> Diagnostic {
    Diagnostic(code: "interrupted", message: "interrupted; nothing is lost")
  }
}

/// What is wrong with rules on what customers do.
extension Diagnostic {
  public static func noCustomers(span: Span?) -> Diagnostic {
    Diagnostic(
      code: "no-customers", message: "no loaded source names customers", span: span,
      hint: "load … with (customer = COLUMN)")
  }

  /// - Parameter hasStated: the files say a persona of their own.
  public static func personaByPersona(hasStated: Bool, span: Span) -> Diagnostic {
    Diagnostic(
      code: "persona-by-persona", message: "the rules make the persona, so that they cannot ask for it",
      span: span,
      hint: hasStated ? "persona_stated is what the files say" : nil)
  }

  public static func perGrainNeedsCount(_ aggregate: String, _ grain: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "per-grain-needs-count",
      message: "per \(grain) divides a count by the number of \(grain)s; \(aggregate) does not add up so",
      span: span, hint: "tickets per month, count(escalated) per week")
  }

  public static func noWholePeriod(_ grain: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "no-whole-period", message: "the data covers no whole \(grain)", span: span,
      hint: "take a shorter unit, such as per week or per day")
  }

  /// After the data changed, a rule or a field of customers cannot be made any more.
  public static func ruleCannotApply(_ name: String, because reason: String) -> Diagnostic {
    Diagnostic(
      severity: .warning, code: "rule-cannot-apply",
      message: "\(name) cannot be made of this data any more: \(reason)", span: nil)
  }

  public static func manyPersonas(_ count: Int) -> Diagnostic {
    Diagnostic(
      severity: .warning, code: "many-personas",
      message: "\(count) personas: more than three are hard to keep in mind and to act on", span: nil)
  }

  public static func demographicPersona(_ name: String) -> Diagnostic {
    Diagnostic(
      severity: .warning, code: "demographic-persona",
      message: "\"\(name)\" looks only at who customers are, not at what they do", span: nil,
      hint: "add what they do: share(escalated) > 0.2, tickets per month > 1, mode(channel) = \"chat\"")
  }
}

/// What is wrong with links between customers, and with the customer that a timeline is about.
extension Diagnostic {
  public static func cannotLinkBy(_ field: String, isCustomer: Bool, span: Span) -> Diagnostic {
    Diagnostic(
      code: "cannot-link-by",
      message: isCustomer
        ? "\(field) is the customer itself: customers are linked by what they share"
        : "\(field) is no text that customers share",
      span: span, hint: "link customers by email, handle in (…)")
  }

  public static func linkFieldElsewhere(_ field: String, sources: [String], span: Span) -> Diagnostic {
    Diagnostic(
      code: "link-field-elsewhere", message: "none of \(sources.joined(separator: ", ")) has \(field)",
      span: span,
      hint:
        "name a source that has it, or give it the name: derive \(field) = `COLUMN` in \(sources.first ?? "ALIAS")"
    )
  }

  public static func sourceWithoutLinkFields(_ source: String, fields: [String], span: Span?) -> Diagnostic {
    Diagnostic(
      code: "nothing-to-link-by", message: "\(source) has none of \(fields.joined(separator: ", "))",
      span: span,
      hint: "fields \(source) lists what it has; derive \(fields.first ?? "email") = `COLUMN` in \(source)")
  }

  /// After a source was read anew, customers cannot be linked any more.
  public static func linkCannotApply(_ link: String, because reason: String) -> Diagnostic {
    Diagnostic(
      severity: .warning, code: "link-cannot-apply", message: "customers are not linked any more: \(reason)",
      span: nil,
      hint: link)
  }

  public static func unknownCustomer(_ name: String, nearest: [String], span: Span) -> Diagnostic {
    Diagnostic(
      code: "unknown-customer", message: "no customer \"\(name)\"", span: span,
      hint: didYouMean(nearest)
        ?? "values customer lists them; link customers by … makes addresses and handles known")
  }

  public static func severalCustomers(_ name: String, _ customers: [String], span: Span) -> Diagnostic {
    let shown = customers.prefix(5).joined(separator: ", ") + (customers.count > 5 ? " …" : "")
    return Diagnostic(
      code: "several-customers", message: "\"\(name)\" is of several customers", span: span,
      hint: "take one of \(shown)")
  }

  public static func customerWithoutEvents(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "customer-without-events", message: "\(name) is a listed customer without any event", span: span)
  }
}
