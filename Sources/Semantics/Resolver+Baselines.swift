import DataModel
import Diagnostics
import Syntax
import Vocabulary

/// `vs baseline "NAME"`.
extension Resolver {
  /// The baseline of a name, if it holds what the question is about.
  func baseline(_ name: Quoted, keys: [ResolvedKey], items: [ResolvedItem]) -> ResolvedVersus? {
    guard let known = definitions.baselines[name.text.lowercased()] else {
      let names = definitions.baselines.values.map(\.name).sorted()
      report(
        .unknownName(
          "baseline", name.text, span: name.span, nearest: nearest(to: name.text, in: names), known: names,
          more: names.isEmpty ? "baseline \"\(name.text)\" freezes the figures shown so far" : nil))
      return nil
    }
    let keys = keys.map(\.name)
    for measure in items.flatMap({ $0.expression.measures })
    where known.rows(of: measure.name, by: keys).isEmpty {
      report(
        .notInBaseline(
          measure.name, by: keys.joined(separator: ", "), baseline: known.name, span: name.span,
          held: Set(known.rows.map { $0.keys.isEmpty ? $0.measure : "\($0.measure) by \($0.keys)" }).sorted())
      )
    }
    return .baseline(known)
  }
}
