/// The verdicts of `drops` and `spikes` on a cell (method, section 4).
public enum MoveStatus: String, VocabularyWord {
  case drop, spike, clear, insufficient

  public var help: WordHelp {
    let finder = self == .spike ? "spikes escalation_rate" : "drops csat"
    return WordHelp(
      summary, usage: "$ | where status = \(rawValue)",
      example: "\(finder) by stage, channel | where status = \(rawValue)")
  }

  private var summary: String {
    switch self {
    case .drop: "the measure fell by more than chance, the usual wobble, and what is worth a word"
    case .spike: "the measure rose by more than chance, the usual wobble, and what is worth a word"
    case .clear: "no such move is proven, which does not mean that there is none"
    case .insufficient: "too few cases to say anything: means need 10 in each window"
    }
  }
}

/// The endings of columns that `drops`, `spikes` and `compound A and B` name after a measure: `csat_prev`.
public enum SignalColumn: String, VocabularyWord {
  case previous = "prev"
  case current = "cur"
  case casesPrevious = "n_prev"
  case casesCurrent = "n_cur"
  case change
  case changeRelative = "change_rel"
  case ratio
  case ratioRelative = "ratio_rel"
  case excess, persist

  public var help: WordHelp {
    WordHelp(summary, usage: "$ | keep \(column)", example: "\(question) | keep stage, channel, \(column)")
  }

  private var question: String {
    switch self {
    case .casesPrevious, .casesCurrent: "drops csat by stage, channel"
    default: "compound csat and escalation_rate by stage, channel"
    }
  }

  private var column: String {
    switch self {
    case .casesPrevious, .casesCurrent: rawValue
    case .ratio, .ratioRelative, .excess: "escalation_rate_\(rawValue)"
    default: "csat_\(rawValue)"
    }
  }

  private var summary: String {
    switch self {
    case .previous: "after a measure's name: the measure in the window before; of a count how many there were"
    case .current: "after a measure's name: the measure in the current window; of a count how many there were"
    case .casesPrevious: "the cases behind it in the window before: answers, or what a share is a share of"
    case .casesCurrent: "the cases behind it in the current window"
    case .change: "after the name of a mean: now minus before, each week weighed by its cases"
    case .changeRelative: "that change less what happened to everybody"
    case .ratio: "after the name of a count or share: now as a multiple of before"
    case .ratioRelative: "that ratio beside everybody: above 1 it grew more than all cells together"
    case .excess: "events beyond those it would have had if it had gone like everybody"
    case .persist: "the least bad effect when each current week is left out in turn"
    }
  }
}
