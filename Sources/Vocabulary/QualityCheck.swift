/// What `quality` looks for in a source, in the order in which findings of the same severity stand.
public enum QualityCheck: String, VocabularyWord {
  case rejected, duplicates
  case damagedID = "damaged_ids"
  case placeholderDate = "placeholder_dates"
  case template = "templates"
  case outOfRange = "out_of_range"
  case unreadable, constant
  case oneSided = "one_sided"
  case viralDay = "viral_days"
  case thinDay = "thin_days"
  case missingDay = "missing_days"
  case sameHour = "same_hour"
  case stale, twins
  case testRow = "test_rows"
  case mojibake
  case markup = "html"
  case missing

  public var help: WordHelp {
    WordHelp(
      summary, usage: "quality | where check = \(rawValue)", example: "quality | where check = \(rawValue)")
  }

  private var summary: String { ofRows ?? ofCells ?? ofTimes ?? ofTexts }

  private var ofRows: String? {
    switch self {
    case .rejected: "rows that could not be read on loading"
    case .duplicates: "rows that are there again: the same id, every field the same, or customer and text"
    case .oneSided: "scores without words, or words without a score"
    case .testRow: "a text or a customer such as test or asdf"
    default: nil
    }
  }

  private var ofCells: String? {
    switch self {
    case .damagedID: "ids that a spreadsheet wrote as 5.70306E+17, or whose last digits it made zeros"
    case .outOfRange: "scores off their scale, which count as missing"
    case .unreadable: "cells that are not what their column holds, and count as missing"
    case .constant: "a score that is the same in every row"
    case .twins: "two spellings of what is probably one value, with the recode that joins them"
    case .missing: "the share of rows without a value; with ALIAS for every field"
    default: nil
    }
  }

  private var ofTimes: String? {
    switch self {
    case .placeholderDate: "dates that stand for none, such as 1970-01-01"
    case .viralDay: "a day above 3 times and 8 median deviations over the median of its weekday"
    case .thinDay: "a first or last day with far fewer rows than usual: it is not whole"
    case .missingDay: "days without a row inside the span, where rows are usual"
    case .sameHour: "times that are all midnight, or nearly all in one hour"
    case .stale: "a source that ends more than two weeks before the newest one, or before now"
    default: nil
    }
  }

  private var ofTexts: String {
    switch self {
    case .template: "marks of a template that nobody filled in, such as {product} or [First Name]"
    case .markup: "tags and entities of HTML in texts"
    default: "letters read in a wrong encoding"
    }
  }
}

/// How much a finding of `quality` changes figures, the worst first.
public enum QualitySeverity: String, VocabularyWord {
  case high, medium, low

  public var help: WordHelp {
    let summary =
      switch self {
      case .high: "figures are wrong until it is repaired"
      case .medium: "it can change a figure: look before you trust one"
      case .low: "good to know"
      }
    return WordHelp(
      summary, usage: "quality | where severity = \(rawValue)",
      example: "quality | where severity = \(rawValue)")
  }
}
