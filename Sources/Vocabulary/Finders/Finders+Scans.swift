/// Where something gets worse, beyond what happened to everybody and beyond chance.
extension FinderName {
  var scan: FinderDeclaration {
    switch self {
    case .drops:
      finder(
        "where a measure falls sharply", argument: .measure, options: [.yoy, .partial, .level],
        shape: "MEASURE", versus: "[vs PERIOD]", example: "drops csat by stage, channel", isLater: false)
    case .spikes:
      finder(
        "where a measure rises sharply", argument: .measure, options: [.yoy, .partial, .level],
        shape: "MEASURE", versus: "[vs PERIOD]", example: "spikes escalation_rate by stage, channel",
        isLater: false)
    default:
      finder(
        "where sentiment and ticket volume, or two other measures, get worse together beyond chance",
        argument: .pair,
        required: false, options: [.strict, .trend, .yoy, .partial, .level, .kinds], shape: "[A and B]",
        versus: "[vs PERIOD]", example: "compound by stage, channel", isLater: false)
    }
  }
}
