import DataModel

/// `themes`, made definite.
public struct ResolvedThemes: Sendable {
  /// A rule that the user gave, in the order of giving.
  public struct Rule: Sendable {
    public var name: String
    public var isEmotion: Bool
    public var condition: Condition

    public init(name: String, isEmotion: Bool, condition: Condition) {
      self.name = name
      self.isEmotion = isEmotion
      self.condition = condition
    }
  }
  /// Its scope has no days: those of `during` are `now`.
  public var tail: ResolvedTail
  public var rules: [Rule]
  /// The days of `during`, else the last 4 complete weeks, where there is something before them to compare with.
  public var now: DayRange?
  /// Only the texts of `now` are counted.
  public var isDuring: Bool

  public init(tail: ResolvedTail, rules: [Rule], now: DayRange?, isDuring: Bool) {
    self.tail = tail
    self.rules = rules
    self.now = now
    self.isDuring = isDuring
  }
}
