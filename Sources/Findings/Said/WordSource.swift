import DataModel
import Planning
import Words

/// What the finders of terms ask beyond plans: the words of all texts, and who said which.
public protocol WordSource: PlanRunner {
  /// The words of all loaded texts; made at the first question.
  func wordIndex() throws -> WordIndex
  /// The places of a plan by their keys, and what was said in each.
  func said(_ plan: WordPlan) throws -> (places: [[Value]], said: Said)
}
