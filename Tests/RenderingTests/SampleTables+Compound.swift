import DataModel
import Vocabulary

extension SampleTables {
  /// The columns of the compound finder with every status, as the method lists them.
  static let compound = Table(
    columns: [
      Column("stage", .text, part: .key), Column("channel", .text, part: .key), Column("status", .text),
      Column("rank", .integer), Column("priority", .number, decimals: 1, givesWay: 2),
      Column("severity", .number, decimals: 0, givesWay: 4),
      Column("reach", .integer, unit: .count, givesWay: 3),
      Column("effort", .integer, givesWay: 3), Column("tickets_prev", .integer, unit: .count, givesWay: 1),
      Column("tickets_cur", .integer, unit: .count, givesWay: 1),
      Column("ticket_ratio", .number, unit: .ratio, bad: .up),
      Column("ticket_ratio_rel", .number, unit: .ratio, bad: .up, givesWay: 4),
      Column("excess_tickets", .number, unit: .count, isChange: true, bad: .up, givesWay: 4),
      Column("mentions_prev", .integer, unit: .count, givesWay: 5),
      Column("mentions_cur", .integer, unit: .count, givesWay: 5),
      Column("sent_change", .number, unit: .score, isChange: true, bad: .down),
      Column("sent_change_rel", .number, unit: .score, isChange: true, bad: .down, givesWay: 4),
      Column("ticket_p", .number, unit: .probability, givesWay: 5),
      Column("sent_p", .number, unit: .probability, givesWay: 5),
      Column("p", .number, unit: .probability, givesWay: 5),
      Column("q", .number, unit: .probability, givesWay: 3),
      Column("persist_ratio", .number, unit: .ratio, givesWay: 6),
      Column("persist_change", .number, unit: .score, isChange: true, givesWay: 6),
      Column("note", .text, givesWay: 3), Column("since", .period(.day), givesWay: 3),
      Column("effort_assumed", .boolean, part: .assumed(of: "effort")),
    ],
    rows: [
      cell(
        "onboarding", "chat", "compound", 1, 412.3, 78.2, 1054, "2", (412, 861), (2.09, 2.01), 432.4,
        (510, 590),
        (-0.31, -0.29), (3e-12, 2e-7, 2e-7, 8.1e-6), (1.88, -0.24), "", 20_698),
      cell(
        "purchase", "app", "compound", 2, 96.4, 41.7, 693, "3?", (388, 590), (1.52, 1.46), 185.6, (402, 377),
        (-0.16, -0.14), (0.000211, 0.0031, 0.0031, 0.0403), (1.38, -0.11), "", 20_691),
      cell(
        "retention", "phone", "watch", 1, 51, 33.9, 451, "3?", (701, 880), (1.26, 1.21), 152.7, (199, 231),
        (-0.12, -0.1), (0.0192, 0.0441, 0.0441, 0.312), (1.15, -0.07), "not proven", 20_705),
      cell(
        "awareness", "forum", "watch", 2, 8.25, 44, 60, "8", (31, 58), (1.86, 1.79), 25.6, (88, 190),
        (-0.22, -0.2), (0.004, 0.0081, 0.0081, 0.0911), (1.04, -0.02), "one week", 20_705),
      cell(
        "purchase", "branch", "tickets_only", nil, nil, nil, 322, "3?", (120, 201), (1.67, 1.6), 75.4,
        (140, 133),
        (0.04, 0.05), (0.00091, 0.81, 0.81, 1), nil, "", nil),
      cell(
        "advocacy", "social", "sentiment_only", nil, nil, nil, 1204, "5", (44, 41), (0.93, 0.9), -4.6,
        (2204, 2190),
        (-0.09, -0.08), (0.62, 0.00002, 0.62, 1), nil, "", nil),
      cell(
        "consideration", "email", "clear", nil, nil, nil, 809, "3?", (903, 940), (1.04, 1), 0.3, (380, 401),
        (0.03, 0.04), (0.49, 0.88, 0.88, 1), nil, "", nil),
      cell(
        "advocacy", "branch", "insufficient", nil, nil, nil, 9, "3?", (4, 6), (1.44, 1.39), nil, (2, 1),
        (nil, nil), (nil, nil, nil, nil), nil, "", nil),
    ],
    facts: [
      Fact("all_status", .text("sentiment_only")), Fact("all_reach", .integer(4602), unit: .count),
      Fact("all_tickets_prev", .integer(2603), unit: .count),
      Fact("all_tickets_cur", .integer(3577), unit: .count),
      Fact("all_ticket_ratio", .number(1.374), unit: .ratio),
      Fact("all_sent_change", .number(-0.012), unit: .score),
      Fact("all_ticket_p", .number(0.21), unit: .probability),
      Fact("all_sent_p", .number(0.012), unit: .probability),
      Fact("relative", .boolean(true)), Fact("everybody_tickets", .number(1.04), unit: .ratio),
      Fact("everybody_sentiment", .number(-0.01), unit: .score),
      Fact("wobble_tickets", .number(0.118), unit: .fraction),
      Fact("wobble_sentiment", .number(0.031), unit: .score), Fact("rho", .number(0.412)),
      Fact("kappa", .number(0.18)), Fact("current_window", .text("2026-08-31..2026-09-27")),
      Fact("comparison_window", .text("2026-03-16..2026-08-30")),
      Fact("cells_eligible", .integer(46), unit: .count),
      Fact("cells_total", .integer(48), unit: .count),
      Fact("events_without_customer", .number(0.083), unit: .fraction),
    ],
    explanation: [
      "2 of 46 places got worse in both ways: more tickets and a worse tone, by more than everybody and by more than chance."
    ],
    notes: ["2 cells have too few tickets or mentions to be judged"],
    next: [
      "verbatims 5 where stage = onboarding and channel = chat during 2026-08-31..2026-09-27 | keep time, text"
    ])

  private static func cell(
    _ stage: String, _ channel: String, _ status: String, _ rank: Int64?, _ priority: Double?,
    _ severity: Double?,
    _ reach: Int64, _ effort: String, _ tickets: (Int64, Int64), _ ratio: (Double, Double), _ excess: Double?,
    _ mentions: (Int64, Int64), _ change: (Double?, Double?), _ p: (Double?, Double?, Double?, Double?),
    _ persist: (Double, Double)?, _ note: String, _ since: Int32?
  ) -> [Value] {
    func number(_ value: Double?) -> Value { value.map { .number($0) } ?? .missing }
    return [
      .text(stage), .text(channel), .text(status), rank.map { .integer($0) } ?? .missing, number(priority),
      number(severity), .integer(reach), .integer(Int64(effort.prefix(1)) ?? 0), .integer(tickets.0),
      .integer(tickets.1),
      .number(ratio.0), .number(ratio.1), number(excess), .integer(mentions.0), .integer(mentions.1),
      number(change.0), number(change.1), number(p.0), number(p.1), number(p.2), number(p.3),
      number(persist?.0), number(persist?.1), .text(note),
      since.map { .period(CalendarPeriod(grain: .day, index: $0)) } ?? .missing,
      .boolean(effort.hasSuffix("?")),
    ]
  }
}
