import DataModel
import Foundation
import Rendering
import TestSupport
import Testing
import Vocabulary

@Suite struct DocumentFormatTests {
  @Test(arguments: [
    "measures", "compound", "versus", "hostile", "units", "unicode", "words", "empty", "weeks", "single",
  ])
  func `reads well without frames`(name: String) {
    expectSnapshot(render(SampleTables.named(name), as: .plain), named: "plain/\(name).txt")
  }

  @Test(arguments: [
    "measures", "compound", "versus", "hostile", "units", "unicode", "words", "empty", "weeks",
  ])
  func `writes Markdown as its golden file`(name: String) {
    expectSnapshot(render(SampleTables.named(name), as: .markdown), named: "markdown/\(name).md")
  }

  @Test(arguments: ["measures", "compound", "hostile"])
  func `writes HTML as its golden file`(name: String) {
    expectSnapshot(render(SampleTables.named(name), as: .html), named: "html/\(name).html")
  }

  @Test func `a Markdown row has as many cells as the table has columns`() {
    for (name, table) in SampleTables.all {
      let lines = render(table, as: .markdown).split(separator: "\n").filter { $0.hasPrefix("| ") }
      let bars = lines.map { line in
        line.replacingOccurrences(of: "\\\\", with: "").replacingOccurrences(of: "\\|", with: "")
          .count { $0 == "|" }
      }
      #expect(Set(bars).count == 1, "\(name)")
    }
  }

  @Test(arguments: SampleTables.all.map(\.name))
  func `HTML is well formed and holds every text as text`(name: String) throws {
    let table = SampleTables.named(name)
    let page = render(table, as: .html)
    let root = try XMLReader(page)
    #expect(root.text.contains(table.columns[0].name))
    for case .text(let text) in table.rows.joined()
    where !text.isEmpty && text.allSatisfy({ !$0.isWhitespace && $0.isASCII }) {
      #expect(root.text.contains(text), "\(text)")
    }
  }

  @Test func `HTML takes nothing from elsewhere`() {
    for (_, table) in SampleTables.all {
      let page = render(table, as: .html)
      for word in ["http", "<script", "<link", "<img", "src=", "url(", "@import", "onclick"] {
        #expect(!page.contains(word), "\(word)")
      }
    }
  }

  @Test func `a session becomes one Markdown document`() {
    let document = markdownDocument([
      .note(
        "# Third quarter\n\nChat onboarding is where *it* breaks. <script>alert(1)</script> a < b & c &lt;\n"),
      .statement("focus channel in (\"chat\", \"phone\")\n"),
      .statement("show csat\n  by stage\n  vs previous"), .table(SampleTables.versus),
      .statement("note \"```\nnot a fence\""),
    ])
    expectSnapshot(document, named: "markdown/document.md")
    #expect(!document.contains("<script"))
  }
}

/// The text of a page, read with an XML parser: this HTML is written so that one can.
private struct XMLReader {
  var text: String

  init(_ page: String) throws {
    // The two elements without an end, and the declaration, are HTML's own.
    let xml = page.replacingOccurrences(of: "<!doctype html>\n", with: "")
      .replacingOccurrences(of: "<br>", with: "<br/>")
      .replacingOccurrences(of: "<meta ([^>]*)>", with: "<meta $1/>", options: .regularExpression)
    var stack: [Substring] = []
    var rest = xml[...]
    var text = ""
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      let close = try #require(rest[open...].firstIndex(of: ">"))
      let tag = rest[rest.index(after: open)..<close]
      if tag.hasPrefix("/") {
        try #require(stack.popLast() == tag.dropFirst())
      } else if !tag.hasSuffix("/") {
        stack.append(tag.prefix { $0 != " " })
      }
      rest = rest[rest.index(after: close)...]
    }
    try #require(stack.isEmpty)
    self.text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text)
    {
      $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
  }
}
