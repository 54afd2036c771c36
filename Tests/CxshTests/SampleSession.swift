import Testing

/// Data and a saved session that tests then change.
extension Sandbox {
  /// Twelve tickets and six mentions in two channels.
  static func withData() throws -> Sandbox {
    let sandbox = try Sandbox()
    var tickets = "id,created_at,customer,channel,subject\n"
    for day in 1...12 {
      let channel = day.isMultiple(of: 3) ? "phone" : "chat"
      tickets += "T\(day),2026-09-\(day < 10 ? "0" : "")\(day) 10:00,C\(day),\(channel),my words \(day)\n"
    }
    try sandbox.write(tickets, to: "data/tickets.csv")
    var mentions = "id,posted_at,channel,sentiment\n"
    for day in 1...6 { mentions += "M\(day),2026-09-0\(day) 11:00,chat,-0.\(day)\n" }
    try sandbox.write(mentions, to: "data/mentions.csv")
    return sandbox
  }

  /// Loads both files.
  static let load = "load tickets \"data/tickets.csv\"; load mentions \"data/mentions.csv\""

  /// With a session of two results in `sessions/s.cxs`.
  static func withSession() throws -> Sandbox {
    let sandbox = try withData()
    try sandbox.write("", to: "sessions/.keep")
    let run = try sandbox.cxsh([
      "-c", load, "-c", "show tickets by channel; show mentions, sentiment by channel",
      "-c", "save \"sessions/s.cxs\"", "--quiet",
    ])
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    return sandbox
  }

  /// Changes each line of a file; nil takes it out.
  func edit(_ name: String, _ change: (String) -> String?) throws {
    let lines = try read(name).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try write(lines.compactMap(change).joined(separator: "\n"), to: name)
  }
}
