import Semantics
import Vocabulary

extension FileOptions {
  /// The options as `with (…)` takes them, for a statement that a message shows.
  var items: [String] {
    var items: [String] = []
    switch header {
    case .some(.none): items.append("header none")
    case .rows(let count): items.append("header \(count)")
    case nil: break
    }
    if !columns.isEmpty {
      items.append("columns (\(columns.map(writtenColumn).joined(separator: ", ")))")
    }
    if let encoding { items.append("encoding \"\(encoding.rawValue)\"") }
    if let sheet { items.append("sheet \"\(sheet)\"") }
    if let day { items.append("date \(day)") }
    return items
  }
}
