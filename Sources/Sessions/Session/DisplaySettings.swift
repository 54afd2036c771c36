import Diagnostics
import Syntax
import Vocabulary

/// How results are shown; none of it changes a figure, and none of it is saved with a session.
public struct DisplaySettings: Sendable, Equatable {
  public enum Color: String, Sendable { case auto, always, never }

  /// nil: a table.
  public var format: OutputFormat?
  /// Columns; nil: as wide as the terminal.
  public var width: Int?
  public var color = Color.auto
  public var isPlain = false
  public var showsTiming = false
  public var usesPager = true

  public init() {}

  /// The format that holds: `plain` stands for tables.
  public var effectiveFormat: OutputFormat {
    let chosen = format ?? .table
    return isPlain && chosen == .table ? .plain : chosen
  }
}

extension DisplaySettings {
  /// Changes a setting.
  ///
  /// - Returns: What to tell about it.
  /// - Throws: ``Diagnostic`` where the value is not one of the setting's.
  mutating func change(_ setting: SettingName, to literal: Literal) throws(Diagnostic) -> String {
    let word = literal.plainText.lowercased()
    switch setting {
    case .format: format = OutputFormat(word: try choice(setting, word, literal))
    case .color: color = Color(rawValue: try choice(setting, word, literal)) ?? .auto
    case .width: width = try number(setting, word, literal)
    case .plain: isPlain = try isOn(setting, word, literal)
    case .timing: showsTiming = try isOn(setting, word, literal)
    case .pager: usesPager = try isOn(setting, word, literal)
    case .zone, .now, .language, .threads, .memoryLimit: break
    }
    return "\(setting.name) \(word)"
  }

  private func choice(_ setting: SettingName, _ word: String, _ literal: Literal) throws(Diagnostic) -> String
  {
    guard case .choice(let words) = setting.value else { return word }
    if words.contains(word) { return word }
    throw .badSetting(
      setting.name, expected: "one of " + words.joined(separator: ", "), found: "\"\(literal.plainText)\"",
      span: literal.span, nearest: nearest(to: word, in: words))
  }

  private func number(_ setting: SettingName, _ word: String, _ literal: Literal) throws(Diagnostic) -> Int? {
    if word == "auto" { return nil }
    if let number = Int(word), (20...10_000).contains(number) { return number }
    throw .badSetting(
      setting.name, expected: "a whole number from 20 to 10000, or auto", found: literal.plainText,
      span: literal.span)
  }

  private func isOn(_ setting: SettingName, _ word: String, _ literal: Literal) throws(Diagnostic) -> Bool {
    if word == "on" || word == "true" { return true }
    if word == "off" || word == "false" { return false }
    throw .badSetting(setting.name, expected: "on or off", found: literal.plainText, span: literal.span)
  }
}

extension Literal {
  /// The text of a word, a text or a number, as it is written.
  var plainText: String {
    switch form {
    case .word(let text), .text(let text), .field(let text): text
    case .number(let number): number.text
    case .parameter(let name): "$" + name
    case .point, .duration: ParameterValue.literal(self).printed
    }
  }
}
