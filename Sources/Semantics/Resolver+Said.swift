import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// The finders of customers' words.
extension Resolver {
  static let defaultSampleSize = 5
  private static let sampleLimit = 10_000

  /// - Throws: `Mistakes`.
  public func resolveVerbatims(_ call: FinderCall) throws -> ResolvedVerbatims {
    try collect {
      let tail = try textTail(of: call, takesGrains: true)
      return ResolvedVerbatims(tail: tail, count: sampleSize(call), seed: seed(call))
    }
  }

  /// The clauses of a finder of texts: its events are those that have one.
  ///
  /// - Parameter takesVersus: the finder resolves `vs` itself.
  func textTail(of call: FinderCall, takesGrains: Bool = false, takesVersus: Bool = false) throws
    -> ResolvedTail
  {
    require(.text, for: call)
    let kinds = catalog.fields[Role.text.rawValue]?.kinds
    var plain = call
    if takesVersus { plain.tail.versus = nil }
    var tail = try self.tail(of: plain, kinds: kinds, takesGrains: takesGrains)
    let words = textMeasure(call, kinds)
    check(tail.scope.condition, for: words, clause: "filter", span: call.tail.filter?.span)
    for key in tail.keys {
      check(key.knownCondition, for: words, clause: "key", span: call.tail.keys.first?.span)
    }
    tail.scope.condition = .both(tail.scope.condition, .not(.isMissing(FieldReference(.text))))
    return tail
  }

  /// The texts, as a measure that filters are checked against.
  func textMeasure(_ call: FinderCall, _ kinds: Set<EventKind>?) -> Measure {
    Measure(
      name: call.name.text.lowercased(), unit: .count, form: .count, statistics: [],
      kinds: kinds)
  }

  private func sampleSize(_ call: FinderCall) -> Int {
    guard case .count(let number)? = call.argument else { return Self.defaultSampleSize }
    guard let count = Int(exactly: number.value), (1...Self.sampleLimit).contains(count), !number.isPercent
    else {
      report(.sampleSize(number.text, most: Self.sampleLimit, span: number.span))
      return Self.defaultSampleSize
    }
    return count
  }

  private func seed(_ call: FinderCall) -> Int {
    for option in call.options where option.name.text.lowercased() == "seed" {
      guard case .number(let number)? = option.setting else { continue }
      guard let seed = Int(exactly: number.value), !number.isPercent else {
        report(.wholeNumberNeeded("seed", number.text, span: number.span))
        return 1
      }
      return seed
    }
    return 1
  }
}

extension ResolvedKey {
  /// A condition that reads what the key reads.
  fileprivate var knownCondition: Condition {
    .all(fields.sorted { $0.name < $1.name }.map { .isMissing($0) })
  }
}
