import DataModel
import Semantics

/// Completion with the values of the loaded data.
extension Workspace {
  /// What can stand at the cursor; a value with signs or spaces comes in quotes.
  ///
  /// - Parameter before: the text from its start to the cursor.
  public func suggestions(before: String) -> Suggestions {
    let columns = results.last?.table.columns.map(\.name) ?? []
    let completer = Completer(catalog: self, definitions: definitions, resultColumns: columns)
    var suggestions = completer.suggestions(before: before)
    if let path = suggestions.path {
      suggestions.items = FolderPath.entries(path).map { Suggestions.Item($0) }
    }
    if !suggestions.isText {
      suggestions.items = suggestions.items.map { item in
        var copy = item
        if item.count != nil, !item.text.isBareWord { copy.text = "\"\(item.text)\"" }
        return copy
      }
    }
    return suggestions
  }
}

extension String {
  /// It can be written without quotes.
  var isBareWord: Bool {
    guard let first, first.isLetter else { return false }
    return allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
  }
}
