import TestSupport
import Testing

/// A part of a page that is made from the code, between `<!-- begin NAME -->` and `<!-- end NAME -->`.
struct GeneratedPart: Sendable, CustomTestStringConvertible {
  var name: String
  var text: @Sendable () throws -> String

  var testDescription: String { name }

  static let all: [GeneratedPart] = Reference.parts + DataReference.parts + [ModuleArrows.part]

  private var begin: String { "<!-- begin \(name) -->" }
  private var end: String { "<!-- end \(name) -->" }

  /// The text of the part in a page; nil where the page has no such part.
  func shown(in page: String) -> String? {
    guard let start = page.firstRange(of: begin), let stop = page.firstRange(of: end),
      start.upperBound <= stop.lowerBound
    else { return nil }
    return String(page[start.upperBound..<stop.lowerBound])
  }

  /// The page with the part written anew.
  func replaced(in page: String, by text: String) -> String {
    guard let old = shown(in: page) else { return page }
    return page.replacing(begin + old + end, with: begin + text + end)
  }
}

extension Documentation {
  /// The reference in the pages is what the code declares.
  ///
  /// `RECORD_SNAPSHOTS=1 make test` writes it anew.
  @Suite(.serialized) struct `The generated parts of the pages` {
    @Test(arguments: GeneratedPart.all)
    func `say what the code says`(part: GeneratedPart) throws {
      let text = "\n\n" + (try part.text()) + "\n"
      let pages = try Checkout.pages.filter { part.shown(in: try Checkout.read($0)) != nil }
      #expect(pages.count == 1, "one page has the part \(part.name)")
      for page in pages {
        let old = try Checkout.read(page)
        guard let shown = part.shown(in: old), shown != text else { continue }
        Issue.record("\(page), \(part.name): (- page, + code)\n\(lineDifference(shown, text))")
        if Checkout.isRecording { try Checkout.write(part.replaced(in: old, by: text), to: page) }
      }
    }
  }
}
