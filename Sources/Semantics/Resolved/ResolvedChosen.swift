import DataModel

/// `priorities`: the scan of `compound`, and how many fixes are wanted of it.
public struct ResolvedPriorities: Sendable {
  public var compound: ResolvedCompound
  public var count: Int
}

/// `map`: the places and what is counted in each; what the scans judge is resolved by them.
public struct ResolvedMap: Sendable {
  public var tail: ResolvedTail
  /// The sentiment of the voice; nil where no mention or review has one.
  public var sentiment: ResolvedSignal?
  public var hasTickets: Bool
  public var hasCustomers: Bool
}
