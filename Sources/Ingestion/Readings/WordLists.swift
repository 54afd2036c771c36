/// Spellings of true and false.
struct BooleanWords: Equatable, Sendable {
  /// Numbers count too: 0 is false, any other number true.
  var takesNumbers: Bool
  /// Words of the role, such as `closed` for `resolved`.
  var extraTrue: [String] = []
  var extraFalse: [String] = []

  static let yes = ["true", "yes", "y", "t", "on", "ja", "oui", "si", "sí", "sim", "x"]
  static let no = ["false", "no", "n", "f", "off", "nein", "non", "não"]

  /// The SQL for the cell as BOOLEAN.
  func sql(_ cell: String) -> String {
    let numbers =
      takesNumbers ? " when try_cast(\(cell) as double) >= 0 then try_cast(\(cell) as double) > 0" : ""
    return """
      (case when lower(\(cell)) in \(sqlTexts(Self.yes + extraTrue)) then true \
      when lower(\(cell)) in \(sqlTexts(Self.no + extraFalse)) then false\(numbers) end)
      """
  }

  /// A text is one of the words.
  func fits(_ text: String) -> Bool {
    let word = text.lowercased()
    if Self.yes.contains(word) || Self.no.contains(word) { return true }
    if extraTrue.contains(word) || extraFalse.contains(word) { return true }
    return takesNumbers && (Double(text) ?? -1) >= 0
  }

  /// The cells are more than plain spellings of true and false, so that their text says more than the boolean.
  var isPlain: Bool { extraTrue.isEmpty && extraFalse.isEmpty }
}

/// Labels that stand for numbers, by their text in small letters.
struct NumberLabels: Equatable, Sendable {
  var values: [String: Double]

  /// The SQL for the cell as a number, null where the label is not known.
  func sql(_ cell: String) -> String {
    let cases = values.sorted { $0.key < $1.key }.map {
      "when \(sqlText($0.key)) then \(decimalText($0.value))"
    }
    return "(case lower(\(cell)) \(cases.joined(separator: " ")) end)"
  }

  func fits(_ text: String) -> Bool { values[text.lowercased()] != nil }

  /// Labels of a tone; where the texts tell degrees, the plain words are half.
  static func sentiment(for texts: [String]) -> NumberLabels {
    var values: [String: Double] = [:]
    let degrees = ["very ", "extremely ", "strongly ", "very_", "very-", "extremely_", "strongly_"]
    let hasDegrees = texts.contains { text in degrees.contains { text.lowercased().hasPrefix($0) } }
    for word in ["positive", "pos", "good", "happy", "satisfied", "favorable", "favourable", "positiv", "+"] {
      values[word] = hasDegrees ? 0.5 : 1
      for degree in degrees { values[degree + word] = 1 }
    }
    for word in ["negative", "neg", "bad", "unhappy", "angry", "dissatisfied", "unfavorable", "negativ", "-"]
    {
      values[word] = hasDegrees ? -0.5 : -1
      for degree in degrees { values[degree + word] = -1 }
    }
    for word in ["neutral", "neu", "mixed", "none", "ok", "okay"] { values[word] = 0 }
    return NumberLabels(values: values)
  }

  /// Labels of answers between the ends of a scale.
  static func answers(on scale: ClosedRange<Double>) -> NumberLabels {
    let (low, high) = (scale.lowerBound, scale.upperBound)
    let middle = (low + high) / 2
    var values: [String: Double] = ["good": high, "bad": low, "satisfied": (middle + high) / 2]
    values["very satisfied"] = high
    values["very dissatisfied"] = low
    for word in ["dissatisfied", "unsatisfied"] { values[word] = (low + middle) / 2 }
    for word in ["neutral", "neither satisfied nor dissatisfied"] { values[word] = middle }
    if high <= 10 {
      let words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
      for (number, word) in words.enumerated() where scale.contains(Double(number)) {
        values[word] = Double(number)
      }
    }
    return NumberLabels(values: values)
  }
}

/// A number as the engine reads it exactly: `0.5`, `-1`.
func decimalText(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
}
