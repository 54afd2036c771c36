import DataModel

/// `priorities`: the scan of `compound`, and how many fixes are wanted of it.
public struct ResolvedPriorities: Sendable {
  public var compound: ResolvedCompound
  public var count: Int
}
