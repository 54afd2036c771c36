import DataModel
import Diagnostics
import Engine
import Planning
import SQLWriting
import Semantics
import Syntax
import Vocabulary

/// Names, the focus, parameters, and the settings that change what figures mean.
extension Workspace {
  func performDefine(_ define: DefineStatement) throws -> Performed {
    switch define.form {
    case .persona(let name, let predicate):
      return try keepingBehaviour { try performDefinePersona(name, predicate) }
    case .emotion(let name, let predicate): return try defineTheme(name, predicate, isEmotion: true)
    case .theme(let name, let predicate): return try defineTheme(name, predicate, isEmotion: false)
    case .segment(let name, let predicate):
      try requireFree(name)
      if !sources.isEmpty { _ = try resolving { try $0.resolveCondition(predicate) } }
      definitions.segments[name.text.lowercased()] = predicate
      return Performed(narration: ["Segment \(name.text): \(predicate.printed)."])
    case .measure(let name, let expression):
      try requireFree(name)
      if !sources.isEmpty { try resolving { try $0.checkMeasure(expression) } }
      definitions.measures[name.text.lowercased()] = expression
      return Performed(narration: ["Measure \(name.text): \(expression.printed)."])
    }
  }

  /// A theme or an emotion; one of the same name and sort is replaced in its place.
  private func defineTheme(_ name: Quoted, _ predicate: Predicate, isEmotion: Bool) throws -> Performed {
    if !sources.isEmpty { _ = try resolving { try $0.resolveCondition(predicate) } }
    let rule = TextRule(name: name.text, isEmotion: isEmotion, predicate: predicate)
    let known = definitions.themes.firstIndex {
      $0.name.lowercased() == name.text.lowercased() && $0.isEmotion == isEmotion
    }
    if let known { definitions.themes[known] = rule } else { definitions.themes.append(rule) }
    return Performed(narration: [
      "\(isEmotion ? "Emotion" : "Theme") \"\(name.text)\": \(predicate.printed). themes counts it."
    ])
  }

  private func requireFree(_ name: Word) throws {
    if let taken = resolver().taken(name) {
      throw Mistakes(.nameIsTaken(name.text, by: taken, span: name.span))
    }
    if fields[name.text] != nil { throw Mistakes(.nameIsTaken(name.text, by: "a field", span: name.span)) }
    if definitions.results.contains(name.text.lowercased()) {
      throw Mistakes(.nameIsTaken(name.text, by: "a result", span: name.span))
    }
  }

  // MARK: - Focus

  func performFocus(_ predicate: Predicate, isNarrowing: Bool) throws -> Performed {
    guard !sources.isEmpty else { throw Mistakes(.nothingLoaded(span: predicate.span)) }
    let wanted = isNarrowing ? definitions.focus.map { .and($0, predicate) } ?? predicate : predicate
    let condition = try resolving { try $0.resolveCondition(wanted) }
    try learnSpellings(condition.fields)
    let writer = PlanWriter(schema: schema)
    let kept = try query(writer.countSQL(of: Scope(condition: condition))).columns[0].int(0) ?? 0
    let all = try query(writer.countSQL(of: Scope())).columns[0].int(0) ?? 0
    definitions.focus = wanted
    return Performed(narration: ["Focus: \(wanted.printed) (\(kept) of \(all) events). unfocus ends it."])
  }

  func performUnfocus() -> Performed {
    let had = definitions.focus != nil
    definitions.focus = nil
    return Performed(narration: [had ? "No focus: questions are about all events." : "There was no focus."])
  }

  // MARK: - Parameters

  func performParameter(_ name: Word, _ value: ParameterValue) throws -> Performed {
    let folded = name.text.lowercased()
    let fixed = overrides[folded]
    if case .period(let period) = fixed ?? value, !sources.isEmpty {
      _ = try resolving { try $0.checkPeriod(period) }
    }
    definitions.parameters[folded] = fixed ?? value
    let text = (fixed ?? value).printed
    let origin = fixed == nil ? "" : " (set from outside)"
    return Performed(narration: ["$\(name.text) = \(text)\(origin)."])
  }

  // MARK: - Zone and now

  func performSet(_ name: Word, _ value: Literal) throws -> Performed {
    switch SettingName(word: name.text) {
    case .zone: return try setZone(value)
    case .now: return try setNow(value)
    case .language: return try setLanguage(value)
    default: return Performed()
    }
  }

  private func setZone(_ value: Literal) throws -> Performed {
    let text = value.settingText
    if text.lowercased() == "auto" {
      chosenZone = nil
    } else {
      let zone = Zone(text)
      if case .named(let name) = zone {
        chosenZone = .named(try knownZone(name, value.span))
      } else {
        chosenZone = zone
      }
    }
    dataDidChange()
    return Performed(narration: ["Zone \(zone.text)."])
  }

  private func knownZone(_ name: String, _ span: Span) throws -> String {
    let result = try query("select name from pg_timezone_names() order by name")
    let names = (0..<result.rowCount).compactMap { result.columns[0].text($0) }
    if let known = names.first(where: { $0.lowercased() == name.lowercased() }) { return known }
    let folded = name.lowercased().map { $0 == " " ? "_" : String($0) }.joined()
    let near = names.filter { $0.lowercased().hasSuffix("/" + folded) }
    let close = near.isEmpty ? nearest(to: name, in: names) : near
    throw Mistakes(
      .unknownName(
        "zone", name, span: span,
        nearest: close.map { "\"\($0)\"" },
        more: close.isEmpty ? "set zone \"Europe/Berlin\", or an offset: set zone \"+02:00\"" : nil))
  }

  private func setNow(_ value: Literal) throws -> Performed {
    if value.settingText.lowercased() == "auto" {
      pinnedDay = nil
      caches.calendar = nil
      return Performed(narration: ["Now is the end of the data."])
    }
    let point: Point? =
      switch value.form {
      case .point(let point): point
      default: nil
      }
    guard let point else {
      throw Mistakes(
        .invalid("now is a date", code: "wrong-type", span: value.span, hint: "set now 2026-10-01"))
    }
    pinnedDay = point.days.lowerBound
    caches.calendar = nil
    return Performed(narration: [
      "Now is \(CivilDate(dayNumber: point.days.lowerBound).text): what comes later is not complete."
    ])
  }
}

extension Literal {
  /// The text of a setting's value.
  var settingText: String {
    switch form {
    case .word(let text), .text(let text), .field(let text), .parameter(let text): text
    case .number(let number): number.text
    case .point, .duration: printed
    }
  }
}
