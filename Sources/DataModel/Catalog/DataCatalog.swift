import Vocabulary

/// What later stages ask about the loaded data.
public protocol DataCatalog: AnyObject {
  var sources: [SourceInfo] { get }
  var fields: FieldCatalog { get }
  /// The values of a text field over the kept rows, the most frequent first, or nil for more than can be listed.
  ///
  /// - Throws: what the engine reports.
  func values(of field: FieldReference) throws -> [FieldValue]?
  /// When the events happened.
  func calendar() throws -> DataCalendar
  /// What the engine finds wrong with a regular expression; nil for nothing.
  ///
  /// - Throws: what the engine reports of itself.
  func complaint(aboutPattern pattern: String) throws -> String?
}

extension DataCatalog {
  public func complaint(aboutPattern pattern: String) throws -> String? { nil }
}

/// A value of a field and how many rows have it.
public struct FieldValue: Sendable, Equatable {
  public var text: String
  public var count: Int

  public init(text: String, count: Int) {
    self.text = text
    self.count = count
  }
}
