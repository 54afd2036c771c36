/// The list of touchpoints with their owners.
struct TouchpointRows {
  static let header = "touchpoint,stage,channel,owner,team,owned,stakes,effort"

  static func write(to file: inout CSVFile) throws(SampleError) {
    for touchpoint in Touchpoint.all {
      for text in [
        touchpoint.name, touchpoint.stage, touchpoint.channel, touchpoint.owner, touchpoint.team,
        touchpoint.owned, touchpoint.stakes, touchpoint.effort,
      ] {
        file.text(Array(text.utf8))
      }
      try file.endRow()
    }
  }
}
