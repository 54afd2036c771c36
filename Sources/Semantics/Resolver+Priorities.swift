import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `priorities`.
extension Resolver {
  /// Three is what a quarter can carry; a longer list is not worked off.
  static let usualFixes = 3

  /// - Throws: `Mistakes`.
  public func resolvePriorities(_ call: FinderCall, span: Span) throws -> ResolvedPriorities {
    var scan = call
    scan.argument = nil
    let count = self.count(of: call)
    // The scan collects its own mistakes and those of the count.
    return ResolvedPriorities(compound: try resolveCompound(scan, span: span), count: count)
  }

  private func count(of call: FinderCall) -> Int {
    guard case .count(let number)? = call.argument else { return Self.usualFixes }
    guard let count = Int(exactly: number.value), count >= 1, !number.isPercent else {
      report(.notAWholeNumber(number.text, example: "\(call.name.text.lowercased()) 3", span: number.span))
      return Self.usualFixes
    }
    return count
  }
}
