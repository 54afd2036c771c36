/// What was planted: the key to the exercise.
struct AnswerRows {
  static let header = "stage,channel,type,ticket_ratio,sentiment_change,since"
  static let headerWithPersona = "stage,channel,persona,type,ticket_ratio,sentiment_change,since"

  static func write(_ planted: [PlantedCell], to file: inout CSVFile) throws(SampleError) {
    for cell in planted {
      file.cell(Array(cell.stage.utf8))
      file.cell(Array(cell.channel.utf8))
      if let persona = cell.persona { file.cell(Array(persona.utf8)) }
      file.cell(Array(cell.type.rawValue.utf8))
      file.hundredths(Int((cell.ticketRatio * 100).rounded()))
      file.hundredths(Int((cell.sentimentChange * 100).rounded()))
      file.cell(Array(cell.since.utf8))
      try file.endRow()
    }
  }
}
