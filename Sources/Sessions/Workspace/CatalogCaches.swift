import DataModel
import Words

/// What was asked of the engine about the loaded data, kept until the data changes.
struct CatalogCaches {
  /// By field name in lower case; nil inside for more values than can be listed.
  var values: [String: [FieldValue]?] = [:]
  /// The spellings of a folded field that are shown as another.
  var spellings: [String: [String: String]] = [:]
  var calendar: DataCalendar?
  /// The words of all texts.
  var words: WordIndex?
  /// What was counted in each source, by its alias.
  var tallies: [String: SourceTally] = [:]
}
