/// `verbatims`, made definite.
public struct ResolvedVerbatims: Sendable {
  public var tail: ResolvedTail
  /// How many texts, of each place where there are places.
  public var count: Int
  /// Which sample is drawn.
  public var seed: Int

  public init(tail: ResolvedTail, count: Int, seed: Int) {
    self.tail = tail
    self.count = count
    self.seed = seed
  }
}
