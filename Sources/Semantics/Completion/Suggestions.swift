/// What can stand at the cursor.
public struct Suggestions: Sendable, Equatable {
  /// One candidate with a line of help or the number of rows that have it.
  public struct Item: Sendable, Equatable {
    public var text: String
    public var help: String
    public var count: Int?

    public init(_ text: String, help: String = "", count: Int? = nil) {
      self.text = text
      self.help = help
      self.count = count
    }
  }

  /// The characters before the cursor that a candidate replaces.
  public var replacing: Int
  public var items: [Item]
  /// The cursor stands in an open text, whose closing quote is missing behind an item.
  public var isText: Bool
  /// The cursor stands in the path of a file: the candidates are the files of a folder.
  public var path: String?

  public init(replacing: Int, items: [Item], isText: Bool = false, path: String? = nil) {
    self.replacing = replacing
    self.items = items
    self.isText = isText
    self.path = path
  }

  public static let none = Suggestions(replacing: 0, items: [])
}
