import DataModel
import Diagnostics
import Ingestion
import Rendering
import Statistics
import Vocabulary

/// What `describe sentiment` says beyond its figures: where each source has it from, and how far to trust it.
extension Workspace {
  func sentimentOrigins() throws -> [[Value]] {
    let loader = Loader(connection: try connection())
    var lines: [(String, String)] = []
    for source in sources where source.kind.eventKind != nil {
      guard let field = source.fields.first(where: { $0.role == .sentiment }) else {
        lines.append((source.alias, "none: a gap"))
        continue
      }
      lines.append((source.alias, origin(of: field, in: source)))
      if let unknown = field.scoring?.unknown, unknown > 0 {
        lines.append(
          (
            "\(source.alias): no known word",
            unknown == 1 ? "1 text, which has 0" : "\(grouped(unknown)) texts, which have 0"
          ))
      }
      if source.corrections > 0 {
        lines.append(
          (
            "\(source.alias): corrected",
            "\(grouped(source.corrections)) \(source.corrections == 1 ? "row" : "rows"), by override"
          ))
      }
      if let (name, counts) = try loader.agreement(of: source, cancel: cancel) {
        lines += agreement(Agreement(counts), with: name, of: source.alias)
      }
    }
    return lines.map { [.text($0.0), .text($0.1)] }
  }

  private func origin(of field: SourceField, in source: SourceInfo) -> String {
    let origin =
      field.scoring?.phrase ?? field.column.map { "from \($0) of the file" } ?? "made by a statement"
    guard field.missing > 0 else { return origin + ", none missing" }
    return "\(origin), \(grouped(field.missing)) of \(grouped(source.rowsKept)) missing"
  }

  private func agreement(_ found: Agreement, with field: String, of alias: String) -> [(String, String)] {
    guard found.total > 0 else { return [("\(alias): beside \(field)", "no row has both")] }
    let tones = ["negative", "neutral", "positive"]
    var text =
      "\(percent(found.share.estimate)) agree (\(percent(found.share.low))..\(percent(found.share.high)))"
    if !found.kappa.isNaN { text += ", kappa \(NumberText.fixed(found.kappa, decimals: 2))" }
    let matrix = zip(tones, found.counts).map { tone, counts in
      let row = zip(tones, counts).map { "\($0) \(grouped($1))" }.joined(separator: ", ")
      return ("\(alias): \(field) \(tone)", "scored \(row)")
    }
    return [("\(alias): beside \(field)", text + ", n \(grouped(found.total))")] + matrix
  }

  private func percent(_ share: Double) -> String { NumberText.fixed(share * 100, decimals: 1) + "%" }

  private func grouped(_ number: Int) -> String { NumberText.fixed(Double(number), decimals: 0) }
}
