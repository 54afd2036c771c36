/// The words of a `save` statement behind its path.
struct SaveChoices {
  /// Only the last statements, with what they need.
  var last: Int?
  var withOutput = false
  var withWords = false
  var replaces = false
}
