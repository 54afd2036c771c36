/// What customers do one after another.
extension FinderName {
  var travelled: FinderDeclaration {
    switch self {
    case .repeats:
      finder(
        "who had to explain the same problem again, and where", options: [.within("how soon it came again")],
        example: "repeats within 14 days")
    case .handoffs:
      finder(
        "between which channels customers are passed, at what cost",
        options: [.within("how soon the next contact came")], example: "handoffs")
    case .journey: finder("the common paths", example: "journey")
    case .funnel: finder("where customers leave", example: "funnel")
    case .cohorts:
      finder("whether each intake does better", argument: .grain, shape: "GRAIN", example: "cohorts month")
    default:
      finder(
        "what customers do after it, beside matched customers without it", argument: .predicate,
        options: [.within("how long after")], shape: "(P)", example: "after (escalated) within 7 days")
    }
  }
}
