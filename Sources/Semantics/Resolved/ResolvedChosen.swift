import DataModel
import Vocabulary

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

/// `check`: the fields that the parts of a map are counted by; nil where no source has one.
public struct ResolvedCheck: Sendable {
  /// Its keys are the places that need an owner.
  public var tail: ResolvedTail
  public var customer: FieldReference?
  public var persona: FieldReference?
  public var stage: FieldReference?
  public var touchpoint: FieldReference?
  public var sentiment: FieldReference?
  public var text: FieldReference?
  /// The loaded kinds in which customers speak in public.
  public var voice: Set<EventKind>
  /// How many of them are defined.
  public var themes: Int
  public var emotions: Int
}
