/// What to do first, whether a difference is real, and what the map lacks.
extension FinderName {
  var chosen: FinderDeclaration {
    switch self {
    case .compare:
      finder(
        "whether one segment is really different", argument: .comparison, shape: "P vs P | rest",
        example: "compare channel = \"chat\" vs channel = \"phone\"", isLater: false)
    case .drivers:
      finder(
        "what goes with high and low values", argument: .measure, shape: "MEASURE", example: "drivers nps",
        isLater: false)
    case .map:
      finder(
        "the map: a row for each stage and channel, with sentiment, tickets, stakes and marks",
        example: "map",
        isLater: false)
    case .priorities:
      finder(
        "the three fixes with the highest impact for their effort, with owners", argument: .count,
        required: false, options: [.strict, .trend, .yoy, .partial, .level, .kinds], shape: "[N]",
        versus: "[vs PERIOD]", example: "priorities", isLater: false)
    default:
      finder(
        "what the map lacks to be complete, with what to type", example: "check", isLater: false)
    }
  }
}
