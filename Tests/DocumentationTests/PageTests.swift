import Diagnostics
import Foundation
import Syntax
import Testing

@Suite struct `The pages` {
  @Test(arguments: Checkout.pages)
  func `hold statements that parse`(page: String) throws {
    for block in CodeBlock.all(in: try Checkout.read(page), of: page) where block.language == "cxsh" {
      let mistakes = parse(SourceText(block.lines.joined(separator: "\n") + "\n")).mistakes
      #expect(mistakes.isEmpty, "\(block): \(mistakes.map(\.message))")
    }
  }

  @Test(arguments: Checkout.pages)
  func `link only to files that are there`(page: String) throws {
    let folder = (page as NSString).deletingLastPathComponent
    for match in try Checkout.read(page).matches(of: /\]\((?<target>[^)#:]+)(?:#[^)]*)?\)/) {
      let path = (folder as NSString).appendingPathComponent(String(match.target))
      #expect(Checkout.has((path as NSString).standardizingPath), "\(page) links to \(match.target)")
    }
  }
}
