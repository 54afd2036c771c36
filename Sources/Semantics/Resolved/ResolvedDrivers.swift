import DataModel

/// `drivers MEASURE`: one measure beside the values of some fields, each looked at alone.
public struct ResolvedDrivers: Sendable {
  /// A share, a mean or a balance: its sums add up.
  public var measure: Measure
  /// As it is written.
  public var name: String
  /// Each alone.
  public var keys: [ResolvedKey]
  public var scope: Scope
  public var notes: [String]
}
