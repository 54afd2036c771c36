/// What customers do one after another.
extension FinderName {
  var travelled: FinderDeclaration {
    switch self {
    case .repeats:
      finder(
        "who had to explain the same problem again over another channel, and where",
        options: [.within("the longest time between two contacts of one episode; 7 days unless said")],
        example: "repeats within 14 days", isLater: false)
    case .handoffs:
      finder(
        "between which channels customers are passed, at what cost",
        options: [.within("the longest time between two contacts of one episode; 7 days unless said")],
        example: "handoffs", isLater: false)
    case .journey:
      finder(
        "the common paths over the values of one field, and what each costs", example: "journey by channel",
        isLater: false)
    case .funnel:
      finder(
        "how many customers go on from stage to stage, and where the others leave", example: "funnel",
        isLater: false)
    case .cohorts:
      finder(
        "whether each intake of customers does better", argument: .grain, shape: "GRAIN",
        example: "cohorts month", isLater: false)
    default:
      finder(
        "what customers do after it, beside matched customers without it", argument: .predicate,
        options: [.within("how long after; 7 days unless said")], shape: "(P)",
        example: "after (escalated) within 7 days", isLater: false)
    }
  }
}
