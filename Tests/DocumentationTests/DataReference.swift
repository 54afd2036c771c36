import DataModel
import Ingestion
import Vocabulary

/// What is said about files: their kinds, and by which names columns are recognised.
enum DataReference {
  static let parts: [GeneratedPart] = [
    GeneratedPart(name: "kinds") { kinds }, GeneratedPart(name: "roles") { roles },
    GeneratedPart(name: "synonyms") { synonyms }, GeneratedPart(name: "options") { options },
    GeneratedPart(name: "encodings") { encodings },
    GeneratedPart(name: "exports") { exports },
  ]

  private static var kinds: String {
    markdownTable(
      ["kind", "what it holds", "words in the file's name", "columns that tell it"],
      SourceKind.allCases.map { kind in
        [
          code(kind.rawValue), kind.help.summary, list(RoleSynonyms.kindWords[kind]),
          list(RoleSynonyms.kindColumns[kind]),
        ]
      })
  }

  private static var roles: String {
    markdownTable(
      ["role", "what it is", "type", "scale"],
      Role.allCases.map { [code($0.rawValue), $0.help.summary, $0.fieldType.rawValue, scale(of: $0)] })
  }

  private static var options: String {
    markdownTable(
      ["option", "what it says", "example"],
      LoadOption.allCases.map { option in
        let later = option.help.isLater ? " (not yet)" : ""
        return [code(option.help.usage), option.help.summary + later, code(option.help.example)]
      })
  }

  private static var encodings: String {
    markdownTable(
      ["encoding", "what it is for"], TextEncoding.allCases.map { [code($0.rawValue), $0.help.summary] })
  }

  private static var exports: String {
    markdownTable(
      ["export", "it is", "read as", "recognised by the columns", "fills"],
      ExportFormat.all.map { format in
        [
          code(format.name.rawValue), format.name.title, code(format.kind.rawValue),
          format.fingerprints.joined(separator: ", or "),
          format.filledNames.map(code).joined(separator: " "),
        ]
      })
  }

  private static func scale(of role: Role) -> String {
    role.scale.map { "\(Int($0.lowerBound)) to \(Int($0.upperBound))" } ?? ""
  }

  private static var synonyms: String {
    RoleSynonyms.all.map { entry in
      "- `\(entry.role.rawValue)`\(places(entry.kinds)): \(list(entry.names))"
    }.joined(separator: "\n")
  }

  private static func places(_ kinds: Set<SourceKind>?) -> String {
    let describing: Set<SourceKind> = [.customers, .touchpoints]
    let events = Set(SourceKind.allCases).subtracting(describing)
    switch kinds {
    case nil: return ""
    case events?: return " (events)"
    case let kinds?:
      let names = SourceKind.allCases.filter { kinds.contains($0) }.map(\.rawValue)
      return " (\(names.joined(separator: ", ")))"
    }
  }

  private static func list(_ words: [String]?) -> String {
    words?.map { "`\($0)`" }.joined(separator: " ") ?? ""
  }
}
