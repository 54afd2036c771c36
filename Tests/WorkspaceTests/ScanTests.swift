import DataModel
import Testing
import Vocabulary

/// `drops`, `spikes` and `compound A and B` from the files to the last column.
///
/// `Fixtures/scans-expected.json` was written by `Fixtures/scans-expected.py`, which makes the same data, sums it in plain
/// Python and calls the method's reference program.
struct ScanTests {
  @Test func everyCaseAgreesWithTheReference() throws {
    // The windows of the ALL row are sums that the rows have too; the file holds its verdict and its effects.
    try ExpectedTables.compare(file: "scans-expected.json", count: 28, open: ["all_"])
  }

  /// The same question by its measures: the same figures under other names.
  @Test func plainCompoundIsTicketsAndSentiment() throws {
    let desk = try CompoundData.desk(days: 210)
    let plain = try desk.table("compound")
    let named = try desk.table("compound tickets and sentiment")
    #expect(plain.rows.count == named.rows.count)
    let names = [
      "ticket_ratio": "tickets_ratio", "ticket_ratio_rel": "tickets_ratio_rel",
      "excess_tickets": "tickets_excess", "mentions_prev": "sentiment_n_prev",
      "mentions_cur": "sentiment_n_cur", "sent_change": "sentiment_change",
      "sent_change_rel": "sentiment_change_rel", "ticket_p": "tickets_p", "sent_p": "sentiment_p",
      "persist_ratio": "tickets_persist", "persist_change": "sentiment_persist",
    ]
    for (position, column) in plain.columns.enumerated() {
      let other = try #require(named.index(of: names[column.name] ?? column.name), "\(column.name)")
      #expect(plain.rows.map { $0[position] } == named.rows.map { $0[other] }, "\(column.name)")
    }
  }

  /// A row leads back to its cases: as many events as `n_cur` says.
  @Test func eventsOfARow() throws {
    let desk = try CompoundData.desk(days: 210)
    for (question, column) in [
      ("drops csat", "n_cur"), ("spikes tickets(escalated)", "tickets(escalated)_cur"),
    ] {
      let table = try desk.table(question + " | as r")
      let count = try #require(table.rows.first)[try #require(table.index(of: column))]
      #expect(try desk.table("events of r[1]").rows.count == Int(count.asNumber ?? -1), "\(question)")
    }
  }

  @Test func stepsAndDefinedMeasures() throws {
    let desk = try CompoundData.desk(days: 210)
    #expect(try desk.rows("drops csat | where status = drop", "status") == ["drop", "drop"])
    #expect(desk.mistake("drops csat | where status = dropp").contains("drop"))
    try desk.say("define measure hot = tickets(escalated)")
    let hot = try desk.table("spikes hot")
    #expect(hot.index(of: "hot_ratio") != nil)
    #expect(hot.lines == (try desk.table("spikes tickets(escalated)")).lines)
    try desk.say("define measure hot_share = tickets(escalated) / tickets")
    #expect(desk.mistake("spikes hot_share").hasPrefix("no-signal"))
  }

  /// A focus on a key hides cells and changes no figure.
  @Test func focusHidesCells() throws {
    let desk = try CompoundData.desk(days: 210)
    let all = try desk.table("drops csat")
    try desk.say("focus channel = chat")
    let hidden = try desk.table("drops csat")
    #expect(hidden.lines == all.lines.filter { $0.contains("|chat|") })
    #expect(hidden.facts == all.facts)
  }

  @Test func goodAndBadNews() throws {
    let desk = try CompoundData.desk(days: 210)
    let news = { (question: String) in try desk.table(question).explanation.joined(separator: " ") }
    #expect(try news("drops csat").contains("bad news"))
    #expect(try news("spikes csat").contains("good news"))
    #expect(try news("drops tickets").contains("good news"))
    #expect(try news("spikes mentions").contains("does not say"))
    #expect(try news("spikes tickets").hasPrefix("No spikes of tickets"))
  }

  @Test func everyEndingOfAColumnIsDeclared() throws {
    let desk = try CompoundData.desk(days: 210)
    for question in ["drops csat", "spikes tickets", "compound csat and escalation_rate"] {
      for column in try desk.table(question).columns where column.part == .plain || column.part == .figure {
        guard column.name.contains("_"), FindingColumn(word: column.name) == nil else { continue }
        let endings = SignalColumn.names.map { "_" + $0 } + ["_p"]
        #expect(endings.contains { column.name.hasSuffix($0) }, "\(column.name)")
      }
    }
    for question in ["drops csat", "spikes tickets(escalated)"] {
      #expect(try desk.rows(question, "status").allSatisfy { MoveStatus(word: $0) != nil })
    }
  }

  // MARK: - What is refused

  @Test(arguments: [
    ("drops median(nps_score)", "no-signal"), ("drops customers", "no-signal"),
    ("spikes tickets / mentions", "no-signal"),
    ("drops contact_rate", "no-signal"), ("drops 2", "no-signal"), ("drops distinct(topic)", "no-signal"),
    ("compound tickets and mentions", "no-direction"), ("compound csat and csat", "same-measure"),
    ("compound csat and tickets of mention", "no-sentiment"),
    ("compound csat and median(nps_score)", "no-signal"),
    ("drops csat by week", "grain-as-place"), ("drops csat vs rest", "rest-in-scan"),
    ("drops csat level 2", "level-range"), ("spikes csat yoy", "no-comparison"),
    ("drops calls", "no-data-for-measure"),
    ("drops csta", "unknown-measure"), ("drops csat by chanel", "unknown-field"),
    ("drops csat during 2020", "short-history"), ("drops sentiment where escalated", "unknowable-filter"),
  ])
  func whatCannotBeAsked(_ question: String, _ code: String) throws {
    let mistake = try CompoundData.desk(days: 210).mistake(question)
    #expect(mistake.hasPrefix(code), "\(mistake)")
  }

  @Test func tooLittleHistory() throws {
    #expect(
      try CompoundData.desk(days: 13).mistake("drops csat").contains("drops csat needs 5 weeks of tickets"))
  }
}
