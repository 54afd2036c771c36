import DataModel
import Vocabulary

/// Tables that are hard to draw, each made by hand.
enum SampleTables {
  static let all: [(name: String, table: Table)] = [
    ("measures", measures), ("versus", versus), ("compound", compound), ("hostile", hostile),
    ("unicode", unicode),
    ("units", units), ("empty", empty), ("single", single), ("long", long), ("wide", wide), ("words", words),
    ("weeks", weeks), ("listing", listing), ("fields", fields),
  ]

  // MARK: - Measures with intervals, and totals

  static let measures = Table(
    columns: [
      Column("channel", .text, part: .key),
      Column("tickets", .integer, unit: .count, part: .figure),
      Column("nps", .number, unit: .points, part: .figure, bad: .down),
      Column("nps_low", .number, unit: .points, part: .low(of: "nps")),
      Column("nps_high", .number, unit: .points, part: .high(of: "nps")),
      Column("nps_n", .integer, unit: .count, part: .sampleSize(of: "nps")),
      Column("escalation_rate", .number, unit: .fraction, part: .figure, bad: .up),
      Column("escalation_rate_low", .number, unit: .fraction, part: .low(of: "escalation_rate")),
      Column("escalation_rate_high", .number, unit: .fraction, part: .high(of: "escalation_rate")),
      Column("escalation_rate_n", .integer, unit: .count, part: .sampleSize(of: "escalation_rate")),
      Column("resolution_time", .number, unit: .seconds, part: .figure, bad: .up),
      Column("revenue", .number, unit: .currency, part: .figure, bad: .down),
    ],
    rows: [
      measureRow("phone", 8412, (31.2, 27.1, 35.2), 1940, (0.124, 0.1171, 0.1312), 8412, 8040, 1_204_882.5),
      measureRow("chat", 4120, (-4.75, -19, 12), 61, (0.2031, 0.1911, 0.2157), 4120, 1312.5, 98_230),
      measureRow("branch", 212, (0, -40.2, 41), 12, (0.0047, 0.0008, 0.0257), 212, 266_400, 4_001.2),
      [.text("forum"), .integer(0)] + Array(repeating: .missing, count: 9) + [.number(0)],
      measureRow(nil, 37, (100, 43, 100), 3, (0, 0, 0.0941), 37, 45, 12.5),
      measureRow(nil, 12_781, (29.9, 26.1, 33.7), 2016, (0.1472, 0.1412, 0.1535), 12_781, 7260, 1_307_126.2),
    ], hasTotals: true)

  /// So many rows that they are drawn below one another at any width.
  static let longMeasures = Table(
    columns: measures.columns, rows: Array(repeating: measures.rows[..<5], count: 5).flatMap(\.self))

  private static func measureRow(
    _ channel: String?, _ tickets: Int64, _ nps: (Double, Double, Double), _ npsN: Int64,
    _ rate: (Double, Double, Double), _ rateN: Int64, _ time: Double, _ revenue: Double
  ) -> [Value] {
    [
      channel.map { .text($0) } ?? .missing, .integer(tickets), .number(nps.0), .number(nps.1),
      .number(nps.2),
      .integer(npsN), .number(rate.0), .number(rate.1), .number(rate.2), .integer(rateN), .number(time),
      .number(revenue),
    ]
  }

  // MARK: - Against another period

  static let versus = Table(
    columns: [
      Column("stage", .text, part: .key),
      Column("csat", .number, unit: .score, part: .figure, bad: .down),
      Column("csat_low", .number, unit: .score, part: .low(of: "csat")),
      Column("csat_high", .number, unit: .score, part: .high(of: "csat")),
      Column("csat_n", .integer, unit: .count, part: .sampleSize(of: "csat")),
      Column("csat_prev", .number, unit: .score, part: .plain),
      Column("csat_change", .number, unit: .score, part: .figure, isChange: true, bad: .down),
      Column("csat_change_low", .number, unit: .score, part: .low(of: "csat_change"), isChange: true),
      Column("csat_change_high", .number, unit: .score, part: .high(of: "csat_change"), isChange: true),
      Column("csat_p", .number, unit: .probability),
    ],
    rows: [
      versusRow("onboarding", 3.41, 0.06, 1204, 3.88, -0.47, 0.08, 1.2e-28),
      versusRow("purchase", 4.1, 0.11, 318, 4.12, -0.02, 0.15, 0.7921),
      versusRow("advocacy", 4.6, 0.2, 41, 4.31, 0.29, 0.28, 0.0412),
      versusRow("retention", 3.9, 0.09, 402, 3.9, 0, 0.12, 1),
      [.text("awareness"), .number(4), .missing, .missing, .integer(1)]
        + Array(repeating: .missing, count: 5),
    ],
    notes: ["awareness has one answer, too few for an interval"],
    next: ["drivers csat where stage = onboarding"])

  private static func versusRow(
    _ stage: String, _ now: Double, _ half: Double, _ n: Int64, _ before: Double, _ change: Double,
    _ changeHalf: Double, _ p: Double
  ) -> [Value] {
    [
      .text(stage), .number(now), .number(now - half), .number(now + half), .integer(n), .number(before),
      .number(change), .number(change - changeHalf), .number(change + changeHalf), .number(p),
    ]
  }

  // MARK: - Every unit, alone

  static let units = Table(
    columns: [
      Column("key", .period(.month), part: .key), Column("flag", .boolean), Column("rank", .integer),
      Column("seconds", .number, unit: .seconds),
      Column("longer", .number, unit: .seconds, isChange: true, bad: .up),
      Column("ratio", .number, unit: .ratio, bad: .up), Column("share", .number, unit: .fraction),
      Column("share_change", .number, unit: .fraction, isChange: true, bad: .up),
      Column("p", .number, unit: .probability), Column("value", .number), Column("at", .instant),
      Column("since", .instant),
    ],
    rows: [
      [
        month(2026, 7), .boolean(true), .integer(1), .number(8040), .number(120), .number(1.236),
        .number(0.285),
        .number(0.0231), .number(0.00001), .number(0.125), .instant(1_782_901_800_000_000, offset: 7200),
        .instant(1_782_856_800_000_000, offset: 7200),
      ],
      [
        month(2026, 8), .boolean(false), .integer(2026), .number(3599.7), .number(-5400), .number(0.998),
        .number(1), .number(-0.00001), .number(0.0412), .number(-12.5),
        .instant(1_782_901_861_000_000, offset: 7200), .missing,
      ],
      [
        month(2026, 9), .missing, .missing, .number(4.26), .number(0), .number(0.5), .number(0), .number(0),
        .number(0.5), .number(1e-12), .missing, .missing,
      ],
      [
        month(2026, 10), .missing, .integer(-3), .number(442_800), .missing, .number(.infinity), .missing,
        .missing, .number(1), .number(-0.0), .missing, .missing,
      ],
    ])

  private static func month(_ year: Int, _ month: Int) -> Value {
    let day = CivilDate(year: year, month: month, day: 1).dayNumber
    return .period(CalendarPeriod(grain: .month, index: Int32(day)))
  }

  static let weeks = Table(
    columns: [
      Column("week", .period(.week), part: .key), Column("tickets", .integer, unit: .count, part: .figure),
      Column("sentiment", .number, unit: .score, part: .figure, bad: .down),
    ],
    rows: (0..<6).map(weekRow), explanation: ["Tickets rise while sentiment falls."],
    notes: ["week 2026-07-20 has no mentions"])

  private static func weekRow(_ week: Int) -> [Value] {
    let monday = Value.period(CalendarPeriod(grain: .week, index: Int32(20_633 + 7 * week)))
    if week == 3 { return [monday, .integer(0), .missing] }
    return [monday, .integer(Int64(980 + 37 * week)), .number(0.21 - 0.07 * Double(week))]
  }

  // MARK: - Texts

  static let hostile = Table(
    columns: [Column("id", .text), Column("na,me", .text), Column("text", .text)],
    rows: [
      [.text("a"), .text("comma, \"quote\""), .text("line one\nline two\r\nline three")],
      [.text("b"), .text("tab\there"), .text("\u{1B}[31mred\u{1B}[0m bell\u{7} null\u{0}")],
      [
        .text("c"), .text("=cmd|' /C calc'!A0"),
        .text("right-to-left \u{202E}txt.exe\u{202C}, zero\u{200B}width"),
      ],
      [.text("d"), .text(""), .missing],
      [
        .text("e"), .text("<b>&amp;</b>"),
        .text("| pipe | *stars* _under_ `tick` [link](javascript:x) \\ back"),
      ],
      [.missing, .text(" spaces "), .text("\u{85}\u{9B}31m C1 \u{7F} \u{2028} end")],
    ])

  static let unicode = Table(
    columns: [
      Column("persona", .text, part: .key), Column("quote", .text), Column("n", .integer, unit: .count),
    ],
    rows: [
      [.text("顧客満足"), .text("対応が遅すぎる、三回も同じ説明をしました"), .integer(1204)],
      [.text("한국어"), .text("앱이 계속 멈춰요"), .integer(88)],
      [.text("família 👨‍👩‍👧"), .text("ótimo ❤️ 🇪🇺 1️⃣ 👍🏽"), .integer(12)],
      [.text("กำลัง"), .text("e\u{301}te\u{301} nai\u{308}ve"), .integer(7)],
      [.text("עברית"), .text("השירות היה טוב"), .integer(3)],
      [.text("ascii"), .text("plain"), .integer(0)],
    ])

  static let words = Table(
    columns: [
      Column("row", .text, part: .key), Column("stage", .text), Column("channel", .text),
      Column("sentiment", .number, unit: .score), Column("text", .text),
    ],
    rows: [
      [
        .text("t-18231"), .text("onboarding"), .text("chat"), .number(-0.82),
        .text(
          "I had to explain the same thing to four different people in the chat, each of them asked for my account number again, and in the end somebody closed the conversation."
        ),
      ],
      [
        .text("t-18240"), .text("onboarding"), .text("chat"), .number(-0.4),
        .text("Still waiting for the activation code. Day 9."),
      ],
    ], explanation: ["The two lowest of 312 rows in words, by sentiment."])

  /// What customers wrote, with the three columns that a reader kept.
  static let quotes = Table(
    columns: [
      Column("time", .instant), Column("persona", .text), Column("text", .text),
    ],
    rows: [
      [
        .instant(1_782_901_800_000_000, offset: 0), .text("digital native"),
        .text("I explained it to the third person now, and shall call again to say it a third time."),
      ],
      [.instant(1_782_902_860_000_000, offset: 0), .text("branch regular"), .text("It works.")],
    ])

  /// Names with what they do, as `help` lists them.
  static let listing = Table(
    columns: [Column("name", .text, part: .key), Column("answers", .text), Column("example", .text)],
    rows: [
      [
        .text("compound"),
        .text(
          "where do sentiment and ticket volume get worse together, by more than what happened to everybody?"),
        .text("compound by stage, channel"),
      ],
      [.text("drops"), .text("where does a measure fall sharply?"), .text("drops csat by stage")],
      [
        .text("silences"), .text("who or what went quiet; which touchpoints have traffic and no voice?"),
        .text("silences by channel"),
      ],
      [
        .text("repeats"), .text("who had to explain the same problem again, and where?"),
        .text("repeats within 14 days"),
      ],
    ])

  /// What is known of a file's columns, as `fields` lists it.
  static let fields = Table(
    columns: [
      Column("field", .text, part: .key), Column("type", .text), Column("source", .text),
      Column("missing", .number, unit: .fraction), Column("distinct", .integer, unit: .count),
      Column("examples", .text),
    ],
    rows: [
      [
        .text("channel"), .text("dimension"), .text("tickets, mentions, surveys"), .number(0.0021),
        .integer(8),
        .text("app, branch, chat, email, forum, phone, social, web"),
      ],
      [
        .text("csat_score"), .text("number"), .text("surveys"), .number(0.31), .integer(5),
        .text("1, 2, 3, 4, 5"),
      ],
      [
        .text("account_open_branch_region"), .text("text"), .text("customers"), .number(0), .integer(14),
        .text(
          "Bavaria, Berlin, Brandenburg, Bremen, Hamburg, Hesse, Lower Saxony, North Rhine-Westphalia, Saxony"
        ),
      ],
    ], facts: [Fact("rows", .integer(48_210), unit: .count), Fact("sources", .integer(4), unit: .count)])

  // MARK: - Extremes of shape

  static let empty = Table(
    columns: [Column("stage", .text, part: .key), Column("tickets", .integer, unit: .count)], rows: [],
    notes: ["no row passes where channel = fax"])

  static let single = Table(
    columns: Array(measures.columns.dropFirst()), rows: [Array(measures.rows[5].dropFirst())])

  static let long = Table(
    columns: [Column("day", .period(.day), part: .key), Column("tickets", .integer, unit: .count)],
    rows: (0..<1500).map(dayRow) + [[.missing, .integer(900_000)]], hasTotals: true)

  private static func dayRow(_ day: Int) -> [Value] {
    [.period(CalendarPeriod(grain: .day, index: Int32(20_000 + day))), .integer(Int64(day * 7 % 1213))]
  }

  static let wide = Table(
    columns: [Column("stage", .text, part: .key)]
      + (1...40).map { Column("measure_number_\($0)", .integer, unit: .count) },
    rows: (0..<3).map(wideRow))

  private static func wideRow(_ row: Int) -> [Value] {
    [.text("stage \(row)")]
      + (1...40).map { (number: Int) -> Value in .integer(Int64(number * number * number * (row + 1))) }
  }
}
