/// Who or what went quiet, and who was never heard or answered.
extension FinderName {
  var missed: FinderDeclaration {
    switch self {
    case .silences:
      finder(
        "who or what went quiet", argument: .customers, required: false, shape: "[of customers]",
        example: "silences")
    case .gaps: finder("touchpoints with traffic and no voice, or nothing at all", example: "gaps")
    case .coverage: finder("which cells the data covers", example: "coverage")
    case .bias: finder("who answers the surveys", example: "bias")
    case .advocates: finder("promoters that were never asked", example: "advocates")
    case .unanswered:
      finder(
        "public complaints without an answer", options: [.within("how soon an answer counts")],
        example: "unanswered")
    default:
      finder(
        "detractors without a contact in time", options: [.within("how soon a contact counts")],
        example: "loop within 48 hours")
    }
  }
}
