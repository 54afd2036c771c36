/// Who or what went quiet, and who was never heard or answered.
extension FinderName {
  var missed: FinderDeclaration {
    switch self {
    case .silences:
      finder(
        "which places, or which customers, went quiet, and what happened last", argument: .customers,
        required: false, shape: "[of customers]", example: "silences of customers", isLater: false)
    case .gaps:
      finder("touchpoints with traffic and no voice, or nothing at all", example: "gaps", isLater: false)
    case .coverage:
      finder(
        "how well the voice covers each place, and which combinations nobody has filled",
        example: "coverage by stage, channel", isLater: false)
    case .bias:
      finder(
        "whether those who answer surveys are like those who do not, and what weights change",
        example: "bias by persona, channel", isLater: false)
    case .advocates:
      finder(
        "promoters who have said nothing in public since, and were not asked to",
        example: "advocates by stage",
        isLater: false)
    case .unanswered:
      finder(
        "public complaints without an answer", options: [.within("how soon an answer counts; else whenever")],
        example: "unanswered by channel", isLater: false)
    default:
      finder(
        "which detractors and bad reviews were answered in time, late or never",
        options: [
          .within("how soon an answer counts; 48 hours where it is not written"),
          OptionDeclaration("of", .words, "the kinds of event that are an answer; tickets and calls"),
        ], example: "loop within 48 hours", isLater: false)
    }
  }
}
