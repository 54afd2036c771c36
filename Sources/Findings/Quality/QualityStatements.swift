import DataModel
import Syntax

/// The statements that `quality` suggests about one source, as they are typed.
struct QualityStatements {
  let alias: String
  let holdsEvents: Bool

  private var inSource: String { " in " + name(alias) }
  private var ofSource: String { "source = " + text(alias) }

  // MARK: - Repairs

  func excludeDuplicates(by fields: [String]) -> Advice {
    repair("exclude duplicates by \(fields.map(name).joined(separator: ", "))\(inSource)")
  }

  func exclude(day: Int) -> Advice? {
    guard holdsEvents else { return nil }
    return repair("exclude where time = \(CivilDate(dayNumber: day).text)\(inSource)")
  }

  func exclude(_ field: String, among values: [String]) -> Advice? {
    guard holdsEvents, !values.isEmpty else { return nil }
    return repair(
      "exclude where \(name(field)) in (\(values.map(text).joined(separator: ", ")))\(inSource)")
  }

  func recode(_ field: String, _ pairs: [TwinPair]) -> Advice {
    let rules = pairs.map { "\(text($0.rare)) = \(text($0.frequent))" } + ["else = keep"]
    return repair("recode \(name(field)) from \(name(field)) (\(rules.joined(separator: ", ")))\(inSource)")
  }

  func score() -> Advice { repair("score sentiment\(inSource)") }

  // MARK: - Looks

  func rejects() -> Advice { look("rejects \(name(alias))") }

  func values(of field: String) -> Advice { look("values \(name(field)) | top 5") }

  func describe(_ field: String) -> Advice { look("describe \(name(field))") }

  func rows(missing field: String) -> Advice? {
    counted("by month where \(ofSource) and \(name(field)) is missing")
  }

  func events(having known: String, lacking missing: String) -> Advice? {
    events("\(name(missing)) is missing and \(name(known)) is not missing")
  }

  func events(_ field: String, holding sample: String) -> Advice? {
    let escaped = sample.map { #"\.+*?()|[]{}^$"#.contains($0) ? "\\\($0)" : "\($0)" }.joined()
    return events("\(name(field)) matches \(text(escaped))")
  }

  func repeated(_ fields: [String]) -> Advice? {
    counted(
      "by \(fields.map(name).joined(separator: ", ")) where \(ofSource) | where all_events > 1 | top 20")
  }

  func day(_ day: Int, by field: String?) -> Advice? {
    counted(
      "by \(field.map(name) ?? "hour") where \(ofSource) and time = \(CivilDate(dayNumber: day).text)")
  }

  func everyDay() -> Advice? { counted("by day where \(ofSource)") }

  func everySource() -> Advice? { counted("by source, month") }

  // MARK: - Words

  private func events(_ test: String) -> Advice? {
    holdsEvents ? look("events where \(ofSource) and \(test) | top 5 by time") : nil
  }

  private func counted(_ rest: String) -> Advice? {
    holdsEvents ? look("show all_events \(rest)") : nil
  }

  private func repair(_ statement: String) -> Advice { Advice(statement: statement, isRepair: true) }
  private func look(_ statement: String) -> Advice { Advice(statement: statement, isRepair: false) }

  private func name(_ name: String) -> String { Word(name).printed }
  private func text(_ text: String) -> String { Quoted(text).printed }
}
