import Foundation
import Testing

/// Which module imports which, read from the sources.
enum ModuleArrows {
  static let part = GeneratedPart(name: "arrows") { try text() }

  /// The modules in the order of the design: each imports only modules above it.
  static let order = [
    "CADBC", "CDigest", "CEditLine", "CStemmer", "CText", "CWorkbook", "Statistics", "Words", "Diagnostics",
    "Vocabulary",
    "Syntax",
    "DataModel",
    "Semantics",
    "Planning", "SQLWriting", "Engine", "Workbooks", "Ingestion", "Findings", "Rendering", "Samples",
    "Sentiment",
    "Sessions", "Terminal", "cxsh",
  ]

  /// The modules of the project that a module's sources import, in the order of the design.
  static func imports(of module: String) throws -> [String] {
    var found: Set<String> = []
    for file in try files(of: module) {
      for line in try Checkout.read(file).split(separator: "\n") {
        let words = line.split(separator: " ")
        if words.count == 2 && words[0] == "import" { found.insert(String(words[1])) }
      }
    }
    return order.filter { found.contains($0) }
  }

  private static func files(of module: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: Checkout.root + "/Sources/" + module)
      .filter { $0.hasSuffix(".swift") }.map { "Sources/\(module)/\($0)" }
  }

  private static func text() throws -> String {
    let lines = try order.map { module in
      let imports = try imports(of: module)
      let name = module.padding(toLength: 12, withPad: " ", startingAt: 0)
      return imports.isEmpty ? module : "\(name) -> \(imports.joined(separator: ", "))"
    }
    return "```text\n" + lines.joined(separator: "\n") + "\n```"
  }
}

@Suite struct `The modules` {
  @Test func `are all in the order of the design`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Checkout.root + "/Sources")
    #expect(folders.filter { !$0.hasPrefix(".") }.sorted() == ModuleArrows.order.sorted())
  }

  @Test(arguments: ModuleArrows.order)
  func `import only modules above them`(module: String) throws {
    let place = try #require(ModuleArrows.order.firstIndex(of: module))
    let above = Set(ModuleArrows.order[..<place])
    #expect(Set(try ModuleArrows.imports(of: module)).isSubset(of: above))
  }
}
