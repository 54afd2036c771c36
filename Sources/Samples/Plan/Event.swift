/// One event, as far as all kinds share it.
struct Event {
  var day: Int
  /// Seconds since midnight.
  var second: Int
  var cell: Int
  /// Index among all topics of all stages.
  var topic: Int
  var persona: Persona
  /// Index among all customers; nil: the file does not know who it was.
  var customer: Int?
  /// Index in `Touchpoint.all`.
  var touchpoint: Int
  /// The mean sentiment that the plan has for this cell, day and persona.
  var meanSentiment: Double
  /// Whether a planted failure is at work here.
  var isFailing: Bool
  /// Whether it is about what has gone wrong there.
  var isAboutFailure: Bool

  var stage: Stage { Cell.stage(cell) }
  var channel: Channel { Cell.channel(cell) }
}
