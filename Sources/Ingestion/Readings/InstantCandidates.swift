extension InstantReading {
  /// The ways in which texts can be read as times, most likely first.
  ///
  /// - Parameter takesNumbers: whole numbers may be ticks since 1970.
  static func candidates(for texts: [String], takesNumbers: Bool) -> [InstantReading] {
    guard !texts.isEmpty else { return [] }
    let suffixes = texts.compactMap(isoSuffix)
    let others = texts.filter { isoSuffix($0) == nil }
    let ticks = takesNumbers ? others.compactMap(ticksPerSecond) : []
    let shapes = others.compactMap { InstantShape($0) }
    // A column of its own is one of times only where most of its cells are; a role is counted cell by cell.
    guard takesNumbers || suffixes.count + shapes.count > texts.count / 2 else { return [] }
    let ways = [
      iso(suffixes), Set(ticks).sorted().map { InstantReading(.unix(ticksPerSecond: $0)) },
      shapes.isEmpty ? [] : shaped(shapes, texts),
    ].filter { !$0.isEmpty }
    return ways.joined() + several(ways)
  }

  /// All ways of writing at once, for columns that mix them; day and month in either order.
  private static func several(_ ways: [[InstantReading]]) -> [InstantReading] {
    guard ways.count > 1 else { return [] }
    let orders = max(1, ways.last?.count ?? 1)
    return (0..<orders).map { order in
      let readings = ways.dropLast().flatMap { $0 } + (ways.last.map { [$0[order]] } ?? [])
      return InstantReading(.several(readings), dayFirst: readings.last?.dayFirst)
    }
  }

  /// What stands behind date and time of an ISO text; nil where the text is none.
  private static func isoSuffix(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, bytes.count <= 40, bytes.prefix(4).allSatisfy(isDigit) else { return nil }
    guard bytes[4] == UInt8(ascii: "-") || bytes[4] == UInt8(ascii: "/") else { return nil }
    guard let dateEnd = bytes.dropFirst(5).firstIndex(where: { !isDigit($0) && $0 != bytes[4] }) else {
      return ""
    }
    guard bytes[dateEnd] == UInt8(ascii: " ") || bytes[dateEnd] == UInt8(ascii: "T") else { return nil }
    let rest = bytes[(dateEnd + 1)...]
    let end =
      rest.firstIndex { !isDigit($0) && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ".") } ?? rest.endIndex
    let suffix = String(decoding: rest[end...], as: UTF8.self)
    return suffix.isEmpty || offsetSeconds(suffix) != nil ? suffix : nil
  }

  private static func iso(_ suffixes: [String]) -> [InstantReading] {
    guard !suffixes.isEmpty else { return [] }
    let kinds = Set(suffixes)
    let mixed = InstantReading(.offsets)
    guard kinds.count == 1, let only = kinds.first else {
      guard kinds.contains("") else { return [mixed] }
      let wall = InstantReading(.wall)
      return [wall, mixed, InstantReading(.several([wall, mixed]))]
    }
    if only.isEmpty { return [InstantReading(.wall)] }
    return [InstantReading(.offset(suffix: only, seconds: offsetSeconds(only) ?? 0)), mixed]
  }

  /// The offset of `+02:00`, ` -0800`, `Z`, ` UTC` or `+02` in seconds.
  static func offsetSeconds(_ suffix: String) -> Int? {
    let word = trimmed(suffix)
    if let known = zoneWords[word.lowercased()] { return known }
    guard let sign = word.first, sign == "+" || sign == "-" else { return nil }
    let digits = word.dropFirst().filter { $0 != ":" }
    guard digits.utf8.allSatisfy(isDigit), digits.count == 2 || digits.count == 4 else { return nil }
    guard let hours = Int(digits.prefix(2)), hours <= 14 else { return nil }
    let minutes = Int(digits.dropFirst(2)) ?? 0
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  private static func ticksPerSecond(_ text: String) -> Int? {
    let whole = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let digits = whole.first, whole.count <= 2, whole.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else {
      return nil
    }
    switch digits.count {
    case 9, 10: return 1
    case 13: return 1000
    case 16: return 1_000_000
    default: return nil
    }
  }

  /// Formats of `strptime` for what the shapes have in common.
  private static func shaped(_ shapes: [InstantShape], _ texts: [String]) -> [InstantReading] {
    let offsets = Set(shapes.map(\.offset))
    let offset = offsets.count == 1 ? shapes[0].offset : nil
    func reading(dayFirst: Bool, isOpen: Bool) -> InstantReading {
      var formats: [String] = []
      for shape in shapes where !formats.contains(shape.format(dayFirst: dayFirst)) {
        formats.append(shape.format(dayFirst: dayFirst))
      }
      // The engine takes the first format that fits, and a shorter one must not hide a longer one.
      formats.sort { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
      let form: Form =
        shapes.contains(where: \.hasOffsetDigits)
        ? .formatsWithOffset(formats) : .formats(formats, offset: offset)
      return InstantReading(form, dayFirst: isOpen ? dayFirst : nil)
    }
    let open = shapes.filter(\.isOpen)
    guard let first = open.first else { return [reading(dayFirst: true, isOpen: false)] }
    let dayFirst = isDayFirst(open, slash: first.format.contains("/"))
    return [reading(dayFirst: dayFirst, isOpen: true), reading(dayFirst: !dayFirst, isOpen: true)]
  }

  /// The order for which more texts speak; where none does, month first with slashes and day first else.
  private static func isDayFirst(_ open: [InstantShape], slash: Bool) -> Bool {
    let dayFirst = open.filter { ($0.openParts?.0 ?? 0) > 12 }.count
    let monthFirst = open.filter { ($0.openParts?.1 ?? 0) > 12 }.count
    return dayFirst == monthFirst ? !slash : dayFirst > monthFirst
  }
}
