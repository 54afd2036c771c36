/// The finders: the questions of the craft, each one word.
public enum FinderName: String, VocabularyWord {
  case compound, drops, spikes, silences, gaps, coverage, repeats, handoffs, after, voice, verbatims, themes
  case map, journey, funnel, cohorts, compare, drivers, loop, unanswered, bias, advocates, priorities, check

  public var help: WordHelp { declaration.help }

  /// The argument, the options and the help of the finder.
  public var declaration: FinderDeclaration {
    switch self {
    case .compound, .drops, .spikes: scan
    case .silences, .gaps, .coverage, .bias, .advocates, .unanswered, .loop: missed
    case .repeats, .handoffs, .journey, .funnel, .cohorts, .after: travelled
    case .voice, .verbatims, .themes: said
    case .compare, .drivers, .map, .priorities, .check: chosen
    }
  }
}
