/// What customers say, in their own words.
extension FinderName {
  var said: FinderDeclaration {
    switch self {
    case .voice:
      finder(
        "what customers say here and not elsewhere: distinctive words, each with a quote",
        versus: "[vs PERIOD | rest]", example: "voice where stage = \"onboarding\"", isLater: false)
    case .verbatims:
      finder(
        "customers' own words, drawn fairly", argument: .count, required: false, options: [.seed],
        shape: "[N]", example: "verbatims 10 seed 4 where stage = \"onboarding\"", isLater: false)
    default:
      finder(
        "what the texts are about, by your rules of define theme and define emotion",
        example: "themes by stage", isLater: false)
    }
  }
}
