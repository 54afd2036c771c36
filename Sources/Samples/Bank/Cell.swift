/// A place of the map as a number: a stage on a channel, 0 to 47.
///
/// In the method's simulations each persona has its own cell there: 0 to 143, one persona after another.
enum Cell {
  /// Stages times channels.
  static let places = Stage.allCases.count * Channel.allCases.count

  static func index(stage: Int, channel: Int) -> Int { stage * Channel.allCases.count + channel }
  static func stage(_ cell: Int) -> Stage { Stage.allCases[cell % places / Channel.allCases.count] }
  static func channel(_ cell: Int) -> Channel { Channel.allCases[cell % Channel.allCases.count] }
  /// The persona whose cell it is, where personas have their own.
  static func persona(_ cell: Int) -> Persona { Persona.allCases[cell / places] }
}
