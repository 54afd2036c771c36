/// How the formats for people are drawn; the machine formats know none of this.
public struct RenderOptions: Sendable, Equatable {
  /// Columns of the terminal; nil for no limit, where nothing is truncated or hidden.
  public var width: Int?
  /// Sixteen-colour SGR sequences.
  public var color: Bool
  /// Draw with ASCII only; what the cells hold stays as it is.
  public var asciiOnly: Bool
  /// Rows drawn before the rest is only counted; nil for all.
  public var maximumRows: Int?
  /// The count of rows below the table and the next questions.
  public var footer: Bool

  public init(
    width: Int? = 80, color: Bool = false, asciiOnly: Bool = false, maximumRows: Int? = nil,
    footer: Bool = true
  ) {
    self.width = width.map { max(1, $0) }
    self.color = color
    self.asciiOnly = asciiOnly
    self.maximumRows = maximumRows.map { max(0, $0) }
    self.footer = footer
  }
}
