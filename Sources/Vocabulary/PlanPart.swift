/// What `plan` says of a fix.
public enum PlanPart: String, VocabularyWord {
  case owner, target, due

  public var help: WordHelp {
    switch self {
    case .owner:
      WordHelp("who answers for the fix", usage: "owner TEXT", example: "plan 1 owner \"Onboarding team\"")
    case .target:
      WordHelp(
        "what the place is to reach", usage: "target MEASURE >= VALUE", example: "plan 1 target csat >= 4.2")
    case .due: WordHelp("by which day", usage: "due DATE", example: "plan 1 due 2027-03-31")
    }
  }
}
