/// The five files of events, written side by side, day by day.
struct EventFiles: ~Copyable {
  private let labels = Labels()
  private var composer: Composer
  private var tickets: TicketRows
  private var mentions: MentionRows
  private var surveys: SurveyRows
  private var calls: CallRows
  private var interactions: InteractionRows
  private var ticketFile: CSVFile
  private var mentionFile: CSVFile
  private var surveyFile: CSVFile
  private var callFile: CSVFile
  private var interactionFile: CSVFile

  init(seed: UInt64, in directory: String) throws(SampleError) {
    let ticketFile = try CSVFile("tickets.csv", header: TicketRows.header, in: directory)
    let mentionFile = try CSVFile("mentions.csv", header: MentionRows.header, in: directory)
    let surveyFile = try CSVFile("surveys.csv", header: SurveyRows.header, in: directory)
    let callFile = try CSVFile("calls.csv", header: CallRows.header, in: directory)
    let interactionFile = try CSVFile("interactions.csv", header: InteractionRows.header, in: directory)
    composer = Composer(seed: seed)
    tickets = TicketRows(seed: seed)
    mentions = MentionRows(seed: seed)
    surveys = SurveyRows(seed: seed)
    calls = CallRows(seed: seed)
    interactions = InteractionRows(seed: seed)
    self.ticketFile = ticketFile
    self.mentionFile = mentionFile
    self.surveyFile = surveyFile
    self.callFile = callFile
    self.interactionFile = interactionFile
  }

  /// Writes one day; tickets come first, because the others speak of them.
  mutating func write(day: Int, from source: inout EventSource) throws(SampleError) {
    for (_, event) in source.events(day: day, [.ticket]) {
      try tickets.write(event, labels, &composer, to: &ticketFile)
    }
    for (kind, event) in source.events(day: day, [.mention, .review]) {
      try mentions.write(kind, event, labels, &composer, to: &mentionFile)
    }
    for (_, event) in source.events(day: day, [.survey]) {
      try surveys.write(event, labels, &composer, to: &surveyFile)
    }
    for (_, event) in source.events(day: day, [.call]) {
      try calls.write(event, labels, &composer, to: &callFile)
    }
    for (_, event) in source.events(day: day, [.interaction]) {
      try interactions.write(event, labels, to: &interactionFile)
    }
  }

  mutating func finish() throws(SampleError) -> [SampleSummary.File] {
    [
      try ticketFile.finish(), try mentionFile.finish(), try surveyFile.finish(), try callFile.finish(),
      try interactionFile.finish(),
    ]
  }
}
