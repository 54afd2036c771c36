import DataModel
import Diagnostics
import Syntax
import Vocabulary

extension Session {
  /// `help`, and `help TOPIC`; the engine is not needed for it.
  func help(_ topic: [Word], into output: inout Output) throws(Mistakes) {
    guard let first = topic.first, let last = topic.last else { return helpIndex(into: &output) }
    let name = topic.map(\.text).joined(separator: " ").lowercased()
    let sections = HelpIndex.sections(titled: name)
    if !sections.isEmpty, HelpPage.pages(on: name).isEmpty {
      output.table = HelpIndex.table(of: sections)
      output.text = sections.map(HelpIndex.text(of:)).joined(separator: "\n")
      return
    }
    let pages = HelpPage.pages(on: name)
    guard !pages.isEmpty else {
      throw Mistakes(
        .unknownTopic(
          name, span: first.span.union(last.span), nearest: nearest(to: name, in: HelpIndex.topics)))
    }
    output.table = table(of: pages)
    output.text = pages.map(\.text).joined(separator: "\n")
  }

  private func helpIndex(into output: inout Output) {
    let sections = HelpIndex.all.sections
    output.table = HelpIndex.table(of: sections)
    output.text =
      sections.map { HelpIndex.text(of: $0) }.joined(separator: "\n")
      + "\nhelp TOPIC tells more, such as: help compound, help nps, help "
      + HelpIndex.otherGroups.map(\.rawValue).joined(separator: ", help ") + "\n"
  }

  private func table(of pages: [HelpPage]) -> Table {
    Table(
      columns: [
        Column("topic", .text, part: .key), Column("group", .text, part: .key), Column("about", .text),
        Column("text", .text),
      ],
      rows: pages.flatMap { page in
        page.lines.map { [.text(page.name), .text(page.group), .text($0.label), .text($0.text)] }
      })
  }
}
