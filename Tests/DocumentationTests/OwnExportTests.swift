import Foundation
import Testing

extension Documentation {
  /// The script for an export of one's own, as the page shows it, run on files that it is written for.
  @Suite struct `The example of an export of one's own` {
    private static let marker = "load tickets \"helpdesk-*.csv\""

    @Test func `loads the files that it speaks of`() throws {
      let page = try Checkout.read("docs/data.md")
      let block = try #require(
        CodeBlock.all(in: page, of: "docs/data.md").first { block in
          block.language == "cxsh" && block.lines.first?.hasPrefix(Self.marker) == true
        })
      let scratch = try Scratch()
      let head = "Number,Opened,Caller,Route,Labels,Topic,Smiley,Id"
      func write(_ name: String, _ text: String) throws {
        try text.write(toFile: scratch.path + "/helpdesk/" + name, atomically: true, encoding: .utf8)
      }
      try FileManager.default.createDirectory(
        atPath: scratch.path + "/helpdesk", withIntermediateDirectories: true)
      try write("load.cxs", block.lines.joined(separator: "\n") + "\n")
      try write(
        "helpdesk-1.csv",
        "\(head)\n1,2026-01-05,c1,Hotline,,contract,3,T1\n2,2026-01-06,c2,Letterbox,a test,bill,2,T2\n")
      try write(
        "helpdesk-2.csv", "\(head)\n3,2026-01-07,c3,Pigeon,,bill,1,T3\n4,2026-01-08,c1,Hotline,,bill,3,T1\n")
      let command =
        "cxsh --no-init --quiet --format csv -c 'load \"helpdesk\"' -c 'show tickets, csat by channel, stage'"
      // T2 is a test, and the last T1 is the first one again; a smile of 3 is 5 on the scale of csat, one of 1 is 1.
      #expect(
        trimmedLines(try scratch.run(command)).map {
          $0.split(separator: ",").prefix(4).joined(separator: ",")
        }
          == ["channel,stage,tickets,csat", "Pigeon,retention,1,1", "phone,purchase,1,5"])
    }
  }
}
