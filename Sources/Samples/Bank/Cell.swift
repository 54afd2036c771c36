/// A place of the map: a stage on a channel, as a number from 0 to 47.
enum Cell {
  static let count = Stage.allCases.count * Channel.allCases.count

  static func index(stage: Int, channel: Int) -> Int { stage * Channel.allCases.count + channel }
  static func stage(_ cell: Int) -> Stage { Stage.allCases[cell / Channel.allCases.count] }
  static func channel(_ cell: Int) -> Channel { Channel.allCases[cell % Channel.allCases.count] }
}
