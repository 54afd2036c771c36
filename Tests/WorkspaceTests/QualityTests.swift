import DataModel
import Diagnostics
import Sessions
import Syntax
import Testing
import Vocabulary

/// `quality`: for every check a file in which it finds something and one in which it must not.
struct QualityTests {
  /// A desk with one file loaded as `f`.
  private func desk(_ rows: [String], _ kind: String = "mentions", with options: String = "") throws -> Desk {
    try Desk(["f.csv": file(rows)], "load \(kind) \"f.csv\" as f \(options)")
  }

  private func file(_ rows: [String]) -> String { rows.joined(separator: "\n") + "\n" }

  /// What a check found: `field|rows|example`.
  private func found(_ check: QualityCheck, _ desk: Desk, _ of: String = "f") throws -> [String] {
    try desk.rows("quality \(of) | where check = \(check.rawValue)", "field", "rows", "example")
  }

  private func advice(_ check: QualityCheck, _ desk: Desk, _ of: String = "f") throws -> [String] {
    try desk.rows("quality \(of) | where check = \(check.rawValue)", "advice")
  }

  /// Rows of a file with an id, a day in 2026 from 1 January on, and what else is given for it.
  private func daily(_ counts: [Int], header: String = "id,time", _ rest: String = "") -> [String] {
    var rows = [header]
    for (day, count) in counts.enumerated() {
      for number in 0..<count {
        let date = CivilDate(dayNumber: 20_454 + day).text
        let hour = 8 + (number * 5 + day) % 12
        rows.append("\(day)-\(number),\(date)T\(hour < 10 ? "0" : "")\(hour):30:00Z\(rest)")
      }
    }
    return rows
  }

  // MARK: - Rows

  @Test func rejectedRowsAreTold() throws {
    let bad = try desk(["id,time", "1,2026-01-01", "2,yesterday", "3,2026-01-02", "4,2026-01-03"])
    #expect(try found(.rejected, bad) == ["every field|1|-"])
    #expect(try advice(.rejected, bad) == ["rejects f"])
    #expect(try found(.rejected, desk(["id,time", "1,2026-01-01"])).isEmpty)
  }

  @Test func theSameIDIsADuplicateWithoutRegardToCase() throws {
    let desk = try desk([
      "id,time,note", "A1,2026-01-01,x", "a1,2026-01-02,y", "B,2026-01-03,z", ",2026-01-03,u",
      ",2026-01-03,v",
    ])
    #expect(try found(.duplicates, desk) == ["id|1|A1, 2 times"])
    #expect(try advice(.duplicates, desk) == ["exclude duplicates by id in f"])
    try desk.say("exclude duplicates by id in f")
    #expect(try found(.duplicates, desk).isEmpty)
    #expect(try desk.cell("show all_events") == "4")
  }

  /// Two more of the first; the one without text is there again too, and `exclude duplicates` leaves it alone.
  @Test func theSameRowIsADuplicateWhereEveryFieldIs() throws {
    let desk = try desk(
      [
        "time,stars,text", "2026-01-01,5,Good", "2026-01-01,5,Good", "2026-01-01,5,Good",
        "2026-01-01,5,good stuff",
        "2026-01-02,4,", "2026-01-02,4,", "2026-01-02,4,Good",
      ], "reviews")
    #expect(try found(.duplicates, desk) == ["every field|3|row 1, 3 times"])
    #expect(try advice(.duplicates, desk) == ["exclude duplicates by time, stars, text in f"])
    try desk.say("exclude duplicates by time, stars, text in f")
    #expect(try found(.duplicates, desk) == ["every field|1|row 5, 2 times"])
    #expect(try desk.cell("show all_events") == "5")
  }

  @Test func theSameWordsOfACustomerWithinAWeekAreADuplicate() throws {
    let text = "My card was refused again today"
    let near = try desk([
      "id,time,customer,text", "1,2026-01-01,A,\(text)", "2,2026-01-05,A,\(text)", "3,2026-01-05,B,\(text)",
      "4,2026-01-06,A,Thanks",
    ])
    #expect(try found(.duplicates, near) == ["customer, text|1|row 1, 2 times"])
    #expect(try advice(.duplicates, near) == ["exclude duplicates by customer, text in f"])
    try near.say("exclude duplicates by customer, text in f")
    #expect(try found(.duplicates, near).isEmpty)
    let far = try desk([
      "id,time,customer,text", "1,2026-01-01,A,\(text)", "2,2026-01-09,A,\(text)", "3,2026-01-05,A,Thanks",
      "4,2026-01-05,A,thanks",
    ])
    #expect(try found(.duplicates, far).isEmpty)
  }

  /// "Thanks" twice is no duplicate, but `exclude duplicates` would take it out: it is shown instead.
  @Test func noStatementTakesOutMoreThanWasFound() throws {
    let text = "My card was refused again today"
    let desk = try desk([
      "id,time,customer,text", "1,2026-01-01,A,\(text)", "2,2026-01-05,A,\(text)", "3,2026-01-05,A,Thanks",
      "4,2026-01-05,A,thanks",
    ])
    #expect(
      try advice(.duplicates, desk) == [
        "show all_events by customer, text where source = \"f\" | where all_events > 1 | top 20"
      ])
  }

  // MARK: - Cells

  @Test func idsThatASpreadsheetDamagedAreNoDuplicates() throws {
    let exponent = try desk([
      "id,time", "5.70306E+17,2026-01-01", "5.70306E+17,2026-01-02", "5.70307E+17,2026-01-03",
    ])
    #expect(try found(.damagedID, exponent) == ["id|3|5.70306E+17"])
    #expect(try found(.duplicates, exponent).isEmpty)
    let zeros = try desk([
      "id,time", "570306133677760000,2026-01-01", "570306133677761000,2026-01-02",
      "570306133677762000,2026-01-03",
    ])
    #expect(try found(.damagedID, zeros) == ["id|3|570306133677760000"])
    let whole = try desk([
      "id,time", "570306133677760513,2026-01-01", "570306133677761000,2026-01-02", "T-1000,2026-01-03",
      "12E-7,2026-01-04",
    ])
    #expect(try found(.damagedID, whole).isEmpty)
  }

  @Test func datesThatStandForNoneAreTakenOut() throws {
    let desk = try desk([
      "id,time", "1,1970-01-01T00:00:00Z", "2,2026-01-01T10:00:00Z", "3,2026-01-03T10:00:00Z",
    ])
    #expect(try found(.placeholderDate, desk) == ["time|1|1970-01-01"])
    #expect(try desk.table("quality f").fact("f") == .text("3 rows, 2026-01-01 to 2026-01-03"))
    #expect(try advice(.placeholderDate, desk) == ["exclude where time = 1970-01-01 in f"])
    try desk.say("exclude where time = 1970-01-01 in f")
    #expect(try found(.placeholderDate, desk).isEmpty)
    let customers = try self.desk(["customer,joined", "A,1900-01-01", "B,2020-05-05"], "customers")
    #expect(try found(.placeholderDate, customers) == ["joined|1|1900-01-01"])
  }

  @Test func marksOfATemplateAreFound() throws {
    let bad = try desk([
      "id,time,text", "1,2026-01-01,My {product_purchased} broke", "2,2026-01-01,Dear {{ first.name }}",
      "3,2026-01-01,Hello %CUSTOMER_NAME%", "4,2026-01-01,Hi [First Name]", "5,2026-01-01,Bye <<agent name>>",
    ])
    #expect(try found(.template, bad) == ["text|5|My {product_purchased} broke"])
    #expect(
      try bad.rows(advice(.template, bad)[0], "id") == ["1"])
    let good = try desk([
      "id,time,text", "1,2026-01-01,{x} and {} and 50% OFF 20%", "2,2026-01-01,[sic] [1] <3",
    ])
    #expect(try found(.template, good).isEmpty)
  }

  @Test func scoresOffTheirScaleAreCounted() throws {
    let rows = ["id,time,csat", "1,2026-01-01,5", "2,2026-01-01,9", "3,2026-01-01,n/k", "4,2026-01-01,1"]
    let desk = try desk(rows, "surveys", with: "with (csat_score = csat scale 1..5)")
    #expect(
      try desk.rows("quality f | where check = out_of_range", "severity", "field", "rows", "share") == [
        "high|csat_score|2|0.5"
      ])
    #expect(try found(.unreadable, desk).isEmpty)
    let tones = try self.desk(
      ["id,time,tone", "1,2026-01-01,5", "2,2026-01-01,1", "3,2026-01-01,odd", "4,2026-01-01,8"], "mentions",
      with: "with (sentiment = tone scale 1..5)")
    #expect(try found(.outOfRange, tones) == ["sentiment|2|odd: off the scale 1 to 5, or no number"])
    #expect(try advice(.outOfRange, tones) == ["values tone | top 5"])
    let good = try self.desk(["id,time,csat", "1,2026-01-01,5", "2,2026-01-01,"], "surveys")
    #expect(try found(.outOfRange, good).isEmpty)
  }

  @Test func cellsThatAreNoDurationAreCounted() throws {
    let rows = (1...60).map { "\($0),2026-01-01,\($0 == 7 ? "soon" : "\($0)")" }
    let desk = try desk(["id,time,first_response_minutes"] + rows, "tickets")
    #expect(try desk.rows("quality f | where check = unreadable", "field", "rows") == ["response_time|1"])
    #expect(try found(.outOfRange, desk).isEmpty)
  }

  @Test func aScoreThatNeverChangesIsFound() throws {
    func reviews(_ count: Int, last: Int) -> [String] {
      ["id,time,stars"] + (1...count).map { "\($0),2026-01-01,\($0 == count ? last : 5)" }
    }
    #expect(try found(.constant, desk(reviews(10, last: 5), "reviews")) == ["stars|10|5"])
    #expect(try found(.constant, desk(reviews(9, last: 5), "reviews")).isEmpty)
    #expect(try found(.constant, desk(reviews(10, last: 4), "reviews")).isEmpty)
  }

  @Test func oneSideAloneIsTold() throws {
    let scores = try desk(["id,time,stars", "1,2026-01-01,5", "2,2026-01-01,"], "reviews")
    #expect(try found(.oneSided, scores) == ["stars|1|a score without words"])
    let words = try desk(["id,time,text", "1,2026-01-01,Good", "2,2026-01-01,"])
    #expect(try found(.oneSided, words) == ["text|1|words without a score"])
    #expect(try advice(.oneSided, words) == ["score sentiment in f"])
    let mixed = try desk(
      ["id,time,stars,text", "1,2026-01-01,5,", "2,2026-01-01,,Good", "3,2026-01-01,1,Bad"], "reviews")
    #expect(
      try found(.oneSided, mixed) == ["text|1|words without a score", "stars|1|a score without words"])
    let both = try desk(["id,time,stars,text", "1,2026-01-01,5,Good", "2,2026-01-01,,"], "reviews")
    #expect(try found(.oneSided, both).isEmpty)
  }

  @Test(
    .enabled(
      if: LexiconFiles(executablePath: #filePath, environment: [:]).folder != nil,
      "the lexicon of VADER is not there: run 'make setup' with a network"))
  func scoringRepairsWordsWithoutAScore() throws {
    let desk = try desk(["id,time,text", "1,2026-01-01,Good", "2,2026-01-01,Bad"])
    try desk.say(advice(.oneSided, desk)[0])
    #expect(try found(.oneSided, desk).isEmpty)
  }

  // MARK: - Days

  /// Eight weeks of 10 rows a day, from a Thursday on; the day of index 20 has 60: above 10 + 8·0 and 3·10.
  @Test func aViralDayIsFound() throws {
    var counts = Array(repeating: 10, count: 56)
    counts[20] = 60
    let desk = try desk(daily(counts))
    #expect(try found(.viralDay, desk) == ["time|60|2026-01-21 has 60 rows, a Wednesday 10"])
    #expect(
      try advice(.viralDay, desk) == ["show all_events by hour where source = \"f\" and time = 2026-01-21"])
    counts[20] = 30
    #expect(try found(.viralDay, self.desk(daily(counts))).isEmpty)
  }

  /// Weekends have three times as many rows: they are usual where they are weekends.
  @Test func aWeekendIsNotViral() throws {
    let counts = (0..<56).map { CivilDate(dayNumber: 20_454 + $0).weekday >= 5 ? 40 : 10 }
    #expect(try found(.viralDay, desk(daily(counts))).isEmpty)
    #expect(try found(.thinDay, desk(daily(counts))).isEmpty)
  }

  @Test func aLastDayThatIsCutOffIsTakenOut() throws {
    let desk = try desk(daily(Array(repeating: 12, count: 35) + [1]))
    #expect(try found(.thinDay, desk) == ["time|1|2026-02-05 has 1 row, a Thursday 12"])
    #expect(try advice(.thinDay, desk) == ["exclude where time = 2026-02-05 in f"])
    try desk.say("exclude where time = 2026-02-05 in f")
    #expect(try found(.thinDay, desk).isEmpty)
    #expect(try found(.thinDay, self.desk(daily(Array(repeating: 12, count: 35) + [3]))).isEmpty)
  }

  @Test func daysWithoutRowsAreFound() throws {
    var counts = Array(repeating: 6, count: 42)
    for day in [8, 20, 21] { counts[day] = 0 }
    let short = try desk(daily(counts))
    #expect(try found(.missingDay, short) == ["time|-|3 days, 2 of them from 2026-01-21 on"])
    for day in 20...27 { counts[day] = 0 }
    let long = try desk(daily(counts))
    #expect(
      try long.rows("quality f | where check = missing_days", "severity", "example") == [
        "high|9 days, 8 of them from 2026-01-21 on"
      ])
    let weekdays = (0..<42).map { CivilDate(dayNumber: 20_454 + $0).weekday >= 5 ? 0 : 6 }
    #expect(try found(.missingDay, desk(daily(weekdays))).isEmpty)
    #expect(try found(.missingDay, desk(daily(weekdays.map { $0 / 3 }))).isEmpty)
  }

  @Test func timesThatAreAllTheSameAreTold() throws {
    func rows(_ times: [String]) -> [String] {
      ["id,time"] + times.enumerated().map { "\($0.offset),2026-01-01T\($0.element):00Z" }
    }
    let midnight = Array(repeating: "00:00", count: 20)
    let minutes = (10..<30).map { "09:\($0)" }
    let spread = (0..<20).map { "\($0 < 10 ? "0" : "")\($0):30" }
    #expect(try found(.sameHour, desk(rows(midnight))) == ["time|20|days without a time of the day"])
    #expect(try found(.sameHour, desk(rows(minutes))) == ["time|20|between 9 and 10 o'clock"])
    #expect(
      try found(.sameHour, desk(rows(spread + midnight.prefix(5)))) == [
        "time|5|exactly midnight, unlike the others"
      ])
    #expect(try found(.sameHour, desk(rows(spread))).isEmpty)
  }

  @Test func aSourceThatEndsEarlyIsStale() throws {
    let desk = try Desk(
      [
        "a.csv": csv("id,time", "1,2026-01-01", "2,2026-03-01"),
        "b.csv": csv("id,time", "1,2026-02-01", "2,2026-02-15"),
      ],
      "load mentions \"a.csv\"; load tickets \"b.csv\"")
    #expect(try found(.stale, desk, "").isEmpty)
    try desk.say("set now 2026-03-05")
    #expect(try found(.stale, desk, "") == ["time|-|ends 2026-02-15, 18 days before 2026-03-05"])
    #expect(
      try desk.table("quality b").fact("b")
        == .text("2 rows, 2026-02-01 to 2026-02-15, 18 days before 2026-03-05"))
  }

  // MARK: - Values and texts

  @Test func twinsAreJoinedByTheStatementThatIsSuggested() throws {
    let rows =
      ["id,time,channel,Company"] + (1...30).map { "\($0),2026-01-01,e-mail,MegaCorp" }
      + [
        "40,2026-01-01,email,\"MegaCörp\"", "41,2026-01-01,Email,\"Say \"\"hi\"\"\"",
        "42,2026-01-01,chat,megacorp",
      ]
    let desk = try desk(rows, "tickets")
    #expect(
      try found(.twins, desk) == ["channel|2|Email → e-mail", "Company|1|MegaCörp → MegaCorp"])
    let statements = try advice(.twins, desk)
    #expect(
      statements == [
        "recode channel from channel (\"Email\" = \"e-mail\", else = keep) in f",
        "recode Company from Company (\"MegaCörp\" = \"MegaCorp\", else = keep) in f",
      ])
    for statement in statements { try desk.say(statement) }
    #expect(try found(.twins, desk).isEmpty)
    #expect(try desk.rows("show tickets by channel, Company | where tickets > 5") == ["e-mail|MegaCorp|31"])
  }

  @Test func rowsOfSomebodyWhoTriedTheFormAreTakenOut() throws {
    let desk = try desk([
      "id,time,text", "1,2026-01-01,Test!", "2,2026-01-01,asdf", "3,2026-01-01,This is a test of my patience",
      "4,2026-01-01,Testing the new card was fun",
    ])
    #expect(try found(.testRow, desk) == ["text|2|Test!"])
    #expect(try advice(.testRow, desk) == ["exclude where text in (\"Test!\", \"asdf\") in f"])
    try desk.say(advice(.testRow, desk)[0])
    #expect(try found(.testRow, desk).isEmpty)
    #expect(try desk.cell("show all_events") == "2")
  }

  @Test func wrongEncodingsAreFound() throws {
    let bad = try desk([
      "id,time,text", "1,2026-01-01,MÃ¼ller itâ€™s", "2,2026-01-01,cost Â£5", "3,2026-01-01,lost \u{FFFD}",
      "4,2026-01-01,Hi",
    ])
    #expect(try found(.mojibake, bad) == ["text|3|MÃ¼ller itâ€™s"])
    #expect(try bad.rows(advice(.mojibake, bad)[0], "id") == ["1"])
    let good = try desk(["id,time,text", "1,2026-01-01,NÃO SÃO PAULO", "2,2026-01-01,Müller’s Ââ €5"])
    #expect(try found(.mojibake, good).isEmpty)
  }

  @Test func htmlIsFound() throws {
    let bad = try desk([
      "id,time,text", "1,2026-01-01,Hello<br/>you", "2,2026-01-01,you &amp; me",
      "3,2026-01-01,<a href=x>x</a>",
    ])
    #expect(try found(.markup, bad) == ["text|3|Hello<br/>you"])
    let good = try desk(["id,time,text", "1,2026-01-01,a < b & c > d; R&D <3 <sigh>"])
    #expect(try found(.markup, good).isEmpty)
  }

  @Test func missingValuesAreToldInFullOfOneSource() throws {
    let rows =
      ["id,time,channel,colour"]
      + (1...40).map { "\($0),2026-01-01,\($0 == 1 ? "" : "chat"),\($0 < 9 ? "" : "red")" }
    let desk = try desk(rows, "tickets")
    #expect(try found(.missing, desk, "").isEmpty)
    #expect(
      try desk.rows("quality f | where check = missing", "field", "rows", "share") == [
        "colour|8|0.2", "channel|1|0.025",
      ])
    #expect(try found(.missing, self.desk(["id,time", "1,2026-01-01"])).isEmpty)
  }

  // MARK: - The report

  /// A file in which most checks find something.
  private static let messy: [String: String] = {
    var tickets = ["id,time,customer,channel,topic,csat,tweet_id,text"]
    for day in 0..<40 {
      for number in 0..<(day == 39 ? 1 : day == 30 ? 80 : 8) where day != 12 {
        let date = CivilDate(dayNumber: 20_454 + day).text
        let channel = number == 3 && day == 5 ? "e mail" : "email"
        tickets.append(
          "\(day)/\(number),\(date)T\(10 + number % 8):15:00Z,C\(number),\(channel),\(number == 5 ? "" : "fees"),"
            + "\(number == 6 ? "9" : "4"),5.70306E+17,Text \(day) of {first_name} &amp; \(number) Ã¼")
      }
    }
    tickets += [
      "1/1,1970-01-01T00:00:00Z,test,email,fees,4,1,asdf",
      "x1,2026-01-09T10:00:00Z,C1,email,fees,4,1,The very same long words here",
      "x2,2026-01-10T10:00:00Z,C1,email,fees,4,1,The very same long words here",
      "x3,soon,C1,email,fees,4,1,Hi",
    ]
    return [
      "my tickets.csv": tickets.joined(separator: "\n") + "\n",
      "orgs.csv": csv("customer,details", "A,MegaCorp", "A,MegaCorp", "B,MegaCörp", "C,MegaCorp"),
      "old.csv": csv("id,time,text", "1,2025-01-01,Fine words", "2,2025-02-01,More words"),
    ]
  }()

  private func messyDesk() throws -> Desk {
    try Desk(
      Self.messy,
      """
      load tickets "my tickets.csv" as `my tickets` with (csat_score = csat scale 1..5)
      load customers "orgs.csv" as orgs; load mentions "old.csv" as old
      """)
  }

  @Test func everySuggestedStatementRuns() throws {
    let table = try messyDesk().table("quality")
    let checks = Set(try table.lines(of: ["check"]))
    #expect(
      checks == Set(QualityCheck.names).subtracting(["same_hour", "unreadable"]),
      "\(Set(QualityCheck.names).subtracting(checks))")
    let statements = try table.lines(of: ["advice"]).filter { $0 != "-" }
    #expect(statements.count >= 15)
    for statement in statements where !statement.hasPrefix("score") {
      let script = parse(SourceText(statement))
      #expect(script.mistakes.isEmpty && script.statements.count == 1, "\(statement)")
      let desk = try messyDesk()
      #expect(desk.mistake(statement) == "no mistake", "\(statement)")
    }
  }

  /// After a repair, what it was for is not found any more.
  @Test func everyRepairRepairs() throws {
    let findings = try messyDesk().table("quality")
    let lines = try findings.lines(of: ["source", "check", "field", "advice"]).map {
      $0.split(separator: "|", maxSplits: 3)
    }
    let words = ["exclude", "recode", "score"]
    let repairs = lines.filter { line in words.contains { line[3].hasPrefix($0) } }
    #expect(repairs.count >= 6)
    #expect(findings.next == repairs.prefix(5).map { String($0[3]) })
    // Scoring needs the lexicon: a test of its own does it.
    for repair in repairs where !repair[3].hasPrefix("score") {
      let desk = try messyDesk()
      try desk.say(String(repair[3]))
      let left = try desk.rows("quality", "source", "check", "field", "advice")
      #expect(!left.contains(repair.joined(separator: "|")), "\(repair)")
    }
  }

  @Test func theWorstComesFirst() throws {
    let severities = try messyDesk().rows("quality", "severity")
    let order = QualitySeverity.names
    #expect(severities == severities.sorted { order.firstIndex(of: $0)! < order.firstIndex(of: $1)! })
    #expect(severities.first == "high" && severities.last == "low")
  }

  @Test func whatWasCheckedAndFoundCleanIsSaid() throws {
    let desk = try desk(["id,time", "1,2026-01-01", "2,2026-01-02"])
    let table = try desk.table("quality f")
    #expect(table.rows.isEmpty)
    #expect(table.explanation == ["f: 2 rows, 2026-01-01 to 2026-01-02; 0 findings."])
    #expect(
      table.fact("nothing_found")
        == .text("rejected, duplicates, damaged_ids, placeholder_dates, stale, missing"))
    #expect(
      table.fact("not_checked")
        == .text(
          "templates, out_of_range, unreadable, constant, one_sided, viral_days, thin_days, missing_days, same_hour, twins, test_rows, mojibake, html"
        ))
    #expect(table.notes == ["Nothing was found. The facts say which checks were made: quality | facts."])
  }

  @Test func anEmptySourceIsNoMistake() throws {
    let desk = try desk(["id,time,channel,text,stars", "1,2026-01-01,a,b,5"], "reviews")
    try desk.say("exclude where id = \"1\" in f")
    #expect(try desk.rows("quality f").isEmpty)
    #expect(try desk.table("quality f").fact("f") == .text("0 rows"))
  }

  @Test func unknownNamesAndNoData() throws {
    #expect(
      try Desk().table("quality").notes == [
        "Nothing is loaded: load \"file.csv\", or a folder with a load.cxs."
      ])
    let desk = try desk(["id,time", "1,2026-01-01"])
    #expect(desk.mistake("quality ff").hasPrefix("unknown-source: no source ff"))
  }

  @Test func stepsWorkOnTheResult() throws {
    let desk = try messyDesk()
    #expect(
      try desk.rows("quality orgs | where severity = high | keep check, field, rows | as q") == [
        "rejected|every field|1"
      ])
    #expect(try desk.rows("q | where check = rejected | keep rows") == ["1"])
    #expect(try desk.rows("quality orgs | where check = viral_days").isEmpty)
    #expect(desk.mistake("quality orgs | where check = virals").hasPrefix("unknown-value"))
  }

  // MARK: - Real files

  private static let folder = RealDataTests.folder

  @Test(.enabled(if: RealDataTests.folder != nil, RealDataTests.notice)) func repeatedTweets() throws {
    let desk = try Desk(
      [:],
      """
      load mentions "\(try #require(Self.folder))/airline-tweets/airline_tweets.csv" as f with (
        time = tweet_created, id = tweet_id, customer = name, sentiment = airline_sentiment, text = text)
      """)
    #expect(
      try desk.rows("quality f | where check = duplicates", "field", "rows") == [
        "id|155", "every field|36", "customer, text|3",
      ])
    try desk.say("exclude duplicates by id in f")
    #expect(try desk.cell("show mentions") == "14485")
    #expect(try desk.rows("quality f | where check = duplicates", "field", "rows") == ["customer, text|3"])
  }

  @Test(.enabled(if: RealDataTests.folder != nil, RealDataTests.notice)) func repeatedReviews() throws {
    let folder = try #require(Self.folder)
    let desk = try Desk([:], "load reviews \"\(folder)/amazon-alexa-reviews/amazon_alexa.tsv\" as f")
    #expect(try desk.rows("quality f | where check = duplicates", "field", "rows") == ["every field|715"])
  }

  @Test(.enabled(if: RealDataTests.folder != nil, RealDataTests.notice)) func templatesInTickets() throws {
    let desk = try Desk(
      [:],
      """
      load tickets "\(try #require(Self.folder))/kaggle-support-tickets/customer_support_tickets.csv" as f with (
        time = DateOfPurchase, text = TicketDescription)
      """)
    #expect(
      try desk.rows("quality f | where check = templates", "severity", "field", "rows") == ["high|text|8469"])
  }

  @Test(.enabled(if: RealDataTests.folder != nil, RealDataTests.notice)) func callsOfADayThatIsCutOff() throws
  {
    let folder = try #require(Self.folder)
    let desk = try Desk([:], "load calls \"\(folder)/callcenter-sentiment-2020/Call Center.csv\" as f")
    let rows = try desk.rows("quality f | where check = thin_days", "rows", "advice")
    #expect(rows == ["1|exclude where time = 2020-10-31 in f"])
    try desk.say("exclude where time = 2020-10-31 in f")
    #expect(try found(.thinDay, desk).isEmpty)
  }

  @Test(.enabled(if: RealDataTests.folder != nil, RealDataTests.notice)) func damagedTweetIDs() throws {
    let folder = try #require(Self.folder)
    let desk = try Desk(
      [:], "load mentions \"\(folder)/apple-tweets-2014/Apple-Twitter-Sentiment-DFE.csv\" as f")
    #expect(try desk.rows("quality f | where check = damaged_ids", "field", "rows") == ["id_2|3886"])
  }

  @Test(.enabled(if: RealDataTests.folder != nil, RealDataTests.notice)) func organisationsWithTwins() throws
  {
    let folder = try #require(Self.folder)
    let desk = try Desk([:], "load customers \"\(folder)/zendesk-json/organizations.json\" as f")
    #expect(try found(.twins, desk) == ["details|5|MegaCörp → MegaCorp, Artisân → Artisan"])
    try desk.say(advice(.twins, desk)[0])
    #expect(try found(.twins, desk).isEmpty)
  }
}
