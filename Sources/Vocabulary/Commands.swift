/// The statements that are neither finders nor listings, by their first word.
public enum StatementName: String, VocabularyWord {
  case show, events
  case load, recode, derive, define, exclude
  case focus, unfocus
  case parameter = "param"
  case set, note, owner, effort, override, score
  case save, run, replay, export
  case connect, disconnect, explain
  case help, undo, history, quit
  case link, timeline, plan, cost, baseline, cache, task, hint, answer

  /// What makes the statement and what it does.
  public var help: WordHelp {
    asking ?? reading ?? keeping ?? deciding ?? sessions ?? later
  }

  private var asking: WordHelp? {
    switch self {
    case .show:
      WordHelp(
        "measures, by the keys of `by`",
        usage: "show MEASURES [by KEYS] [where P] [during PERIOD] [vs PERIOD | rest] [with totals]",
        example: "show tickets, sentiment by stage, channel during last 4 weeks vs previous")
    case .events:
      WordHelp(
        "the events themselves, or those behind a row of a result",
        usage: "events [of RESULT[ROW]] [where P] [during PERIOD]",
        example: "events where channel = \"chat\" during last week")
    case .timeline:
      WordHelp(
        "all events of one customer in the order of time, across channels",
        usage: "timeline CUSTOMER", example: "timeline \"C-1001\"")
    case .explain:
      WordHelp(
        "the plan and the SQL of a query, or where a figure comes from",
        usage: "explain QUERY | explain RESULT[ROW].COLUMN", example: "explain show tickets by channel")
    case .help:
      WordHelp("help on a word", usage: "help [TOPIC]", example: "help compound")
    default: nil
    }
  }

  private var reading: WordHelp? {
    switch self {
    case .load:
      WordHelp(
        "reads a file, a glob, or a folder that holds a load.cxs",
        usage: "load [KIND] PATH [as ALIAS] [with (ROLE = COLUMN [scale A..B] [high is good | bad], …)]",
        example: "load tickets \"support.csv\" with (time = `Created at`, csat_score = rating scale 1..5)")
    case .recode:
      WordHelp(
        "renames values",
        usage: "recode FIELD from COLUMN (OLD = NEW, …, else = keep | missing | VALUE) [in ALIAS]",
        example: "recode channel from via (\"Web form\" = \"web\", else = keep) in zendesk")
    case .derive:
      WordHelp(
        "makes a field or a dimension",
        usage:
          "derive NAME = EXPRESSION | case (P => VALUE, …, else => VALUE) | MEASURE per customer [in ALIAS]",
        example: "derive stage = case (topic = \"contract\" => \"purchase\", else => \"retention\")")
    case .define:
      WordHelp(
        "names a segment, a measure, a persona, a theme or an emotion",
        usage:
          "define segment NAME = P | measure NAME = MEASURE | persona TEXT = customers where P | theme TEXT = P | emotion TEXT = P",
        example: "define segment young = age < 30")
    case .exclude:
      WordHelp(
        "takes rows out; they are counted, and listed by `rejects`",
        usage: "exclude where P [in ALIAS] | exclude duplicates by FIELDS [in ALIAS]",
        example: "exclude duplicates by customer, text in social")
    case .link:
      WordHelp(
        "makes customers of several sources one where they share a value of a field",
        usage: "link customers by FIELDS in (ALIAS, …)",
        example: "link customers by email, handle in (zendesk, social)")
    case .connect:
      WordHelp(
        "uses another engine through ADBC", usage: "connect URI",
        example: "connect \"grpc+tls://host:443\"", isLater: true)
    case .disconnect:
      WordHelp("goes back to the engine inside", usage: "disconnect", example: "disconnect", isLater: true)
    default: nil
    }
  }

  private var keeping: WordHelp? {
    switch self {
    case .focus:
      WordHelp(
        "filters what later questions show", usage: "focus P | focus and P",
        example: "focus channel in (\"chat\", \"phone\")")
    case .unfocus: WordHelp("ends the focus", usage: "unfocus", example: "unfocus")
    case .parameter:
      WordHelp(
        "declares a typed parameter, used as $NAME", usage: "param NAME = VALUE | PERIOD",
        example: "param quarter = 2026-Q3")
    case .set: WordHelp("changes a setting", usage: "set NAME VALUE", example: "set zone \"Europe/Berlin\"")
    case .note:
      WordHelp("keeps a remark in the session", usage: "note TEXT", example: "note \"Chat breaks here\"")
    case .owner:
      WordHelp(
        "names who answers for the touchpoints that the test finds", usage: "owner TEXT where P",
        example: "owner \"Onboarding team\" where touchpoint = \"mobile app\"")
    case .effort:
      WordHelp(
        "says what a fix would take: 1, 2, 3, 5 or 8", usage: "effort N where P",
        example: "effort 3 where touchpoint = \"mobile app\"")
    case .override:
      WordHelp(
        "corrects a machine's value; it stays when the texts are scored again",
        usage: "override sentiment = N where P",
        example: "override sentiment = -0.5 where id = \"T-1001\"")
    case .score:
      WordHelp(
        "gives texts a sentiment where the file has none; with `in`, also where it has one",
        usage: "score sentiment [in ALIAS] [method vader | stars]",
        example: "score sentiment in social method vader")
    default: nil
    }
  }

  private var deciding: WordHelp? {
    switch self {
    case .plan:
      WordHelp(
        "makes a fix of the last `priorities` a plan; `priorities` then follows it",
        usage: "plan N [owner TEXT] [target MEASURE >= VALUE] [due DATE]",
        example: "plan 1 owner \"Onboarding team\" target csat >= 4.2 due 2027-03-31")
    case .cost:
      WordHelp(
        "what a contact costs, so that `priorities` says what each place costs", usage: "cost per contact N",
        example: "cost per contact 6")
    default: nil
    }
  }

  private var sessions: WordHelp? {
    switch self {
    case .save:
      WordHelp(
        "writes the session as a script that replays",
        usage: "save PATH [last N] [with output] [with words] [replace]", example: "save \"q3.cxs\" last 5")
    case .run: WordHelp("runs a script", usage: "run PATH", example: "run \"other.cxs\"")
    case .replay:
      WordHelp(
        "runs a saved session again and compares every result", usage: "replay PATH [against PATH]",
        example: "replay \"q3.cxs\"")
    case .export:
      WordHelp(
        "writes a result, the map or the session; the ending of the path decides the format",
        usage: "export [session | map | NAME] PATH", example: "export r1 \"r1.csv\"")
    case .undo: WordHelp("takes the last statement back", usage: "undo", example: "undo", isLater: true)
    case .history: WordHelp("what was typed before", usage: "history [TEXT]", example: "history")
    case .quit: WordHelp("leaves", usage: "quit", example: "quit")
    default: nil
    }
  }

  private var later: WordHelp {
    switch self {
    case .baseline:
      WordHelp(
        "freezes the figures that `show` gave so far under a name, for `vs baseline`", usage: "baseline TEXT",
        example: "baseline \"2026-Q2\"")
    case .cache: WordHelp("what is kept of loaded files", usage: "cache", example: "cache", isLater: true)
    case .task:
      WordHelp("a lesson's task", usage: "task TEXT", example: "task \"Find the worst stage\"", isLater: true)
    case .hint:
      WordHelp("a lesson's hint", usage: "hint TEXT", example: "hint \"Sort by sentiment\"", isLater: true)
    default:
      WordHelp(
        "a lesson's answer", usage: "answer QUERY", example: "answer show sentiment by stage | bottom 1",
        isLater: true)
    }
  }
}

/// What `define` can name.
public enum DefinitionKind: String, VocabularyWord {
  case persona, segment, measure, theme, emotion

  public var help: WordHelp {
    switch self {
    case .persona:
      WordHelp(
        "customers by what they did; the first rule that fits a customer wins",
        usage: "define persona TEXT = customers where P",
        example: "define persona \"escalator\" = customers where share(escalated) > 0.2")
    case .segment:
      WordHelp(
        "a test of events under a name", usage: "define segment NAME = P",
        example: "define segment vip = annual_value >= 5000")
    case .measure:
      WordHelp(
        "arithmetic over measures under a name", usage: "define measure NAME = MEASURE",
        example: "define measure escalated_share = tickets(escalated) / tickets")
    case .theme:
      WordHelp(
        "a test of texts, for `themes`", usage: "define theme TEXT = P",
        example: "define theme \"late refund\" = text contains any (\"refund\", \"money back\")")
    case .emotion:
      WordHelp(
        "a test of texts that tells a feeling", usage: "define emotion TEXT = P",
        example: "define emotion \"dismissed\" = text contains any (\"ignored\", \"no reply\")")
    }
  }
}
