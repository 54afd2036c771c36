import DataModel

/// The clauses of a finder made definite: which events, cut into which places.
public struct ResolvedTail: Sendable {
  public var keys: [ResolvedKey]
  /// The finder's kinds, `where` and the focus, and the days of `during`.
  public var scope: Scope
  /// The period of `during`, with its unit.
  public var period: ResolvedPeriod?
  /// What a reader must know: the focus, the days, what is left out.
  public var notes: [String]
}
