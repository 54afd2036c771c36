import Testing

/// The same file loaded again, and what the order of a sort means to the steps behind it.
@Suite struct ReloadTests {
  private static let three = "time,channel\n2026-01-01,chat\n2026-01-02,email\n2026-01-03,email\n"

  private func desk() throws -> Desk { try Desk(["tickets.csv": Self.three], "load tickets \"tickets.csv\"") }

  @Test func `a file that is loaded again is read anew and not counted twice`() throws {
    let desk = try desk()
    try desk.write("tickets.csv", "time,channel\n2026-01-01,chat\n")
    try desk.say("load tickets \"./tickets.csv\"")
    #expect(try desk.cell("show tickets") == "1")
    #expect(try desk.rows("sources").count == 1)
  }

  @Test func `under another name it is there twice`() throws {
    let desk = try desk()
    try desk.say("load tickets \"tickets.csv\" as again")
    #expect(try desk.cell("show tickets") == "6")
  }

  @Test func `a reload that fails leaves what was there`() throws {
    let desk = try desk()
    try desk.write("tickets.csv", "")
    #expect(!desk.mistakes("load tickets \"tickets.csv\"").isEmpty)
    #expect(try desk.cell("show tickets") == "3")
  }

  @Test func `top keeps the order of a sort before it`() throws {
    let desk = try desk()
    #expect(try desk.cell("show tickets by channel | sort tickets | top 1", "channel") == "chat")
    #expect(try desk.cell("show tickets by channel | top 1", "channel") == "email")
  }
}
