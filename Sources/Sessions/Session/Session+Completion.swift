import Semantics

/// What can stand at the cursor of a line.
public struct CompletionList: Sendable, Equatable {
  public struct Item: Sendable, Equatable {
    public var text: String
    /// What it is, in a few words; empty where there is nothing to say.
    public var help: String
    /// How many events have the value.
    public var count: Int?
  }

  /// The characters before the cursor that an item replaces.
  public var replacing: Int
  public var items: [Item]
  /// What follows an item that is the only one: the closing quote of an open text, and a space.
  public var ending: String
}

extension Session {
  /// What can stand at the cursor, from the words of the language and the loaded data.
  ///
  /// - Parameter before: The text from its start to the cursor.
  public func completions(before: String) -> CompletionList {
    let suggestions = workspace.suggestions(before: before)
    let isPath = suggestions.path != nil
    // A safe session does not look into folders.
    let items = isPath && options.safeFolder != nil ? [] : suggestions.items
    return CompletionList(
      replacing: suggestions.replacing,
      items: items.map { CompletionList.Item(text: $0.text, help: $0.help, count: $0.count) },
      ending: isPath ? "" : suggestions.isText ? "\" " : " ")
  }
}
