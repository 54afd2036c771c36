import DataModel
import Testing

/// `bias` on twenty customers: ten of persona `p`, of whom eight answer (six promoters, two detractors), ten of persona `q`, of
/// whom two answer (two detractors).
struct BiasFinderTests {
  private static func desk() throws -> Desk {
    let customers = (0..<20).map { "C\($0),\($0 < 10 ? "p" : "q")" }
    let late = (0..<10).map { index -> String in
      let customer = index < 8 ? index : index + 2
      return "2026-06-10T00:00:00Z,C\(customer),mail,\(index < 6 ? 10 : 0)"
    }
    // C0's first answer does not count, nor does an answer of nobody.
    let surveys = ["2026-06-01T00:00:00Z,C0,mail,0", "2026-06-11T00:00:00Z,,mail,0"] + late
    // C0 to C2 had tickets: C0 more often on the web, C1 as often in both (a comes first), C2 in the app.
    let tickets = ["C0,web", "C0,web", "C0,app", "C1,web", "C1,app", "C2,app"].map {
      "2026-06-02T00:00:00Z,\($0)"
    }
    return try Desk(
      [
        "c.csv": (["customer,persona"] + customers).joined(separator: "\n"),
        "s.csv": (["time,customer,channel,nps"] + surveys).joined(separator: "\n"),
        "t.csv": (["time,customer,channel"] + tickets).joined(separator: "\n"),
      ],
      """
      load customers "c.csv"; load surveys "s.csv" with (nps_score = nps scale 0..10); load tickets "t.csv"
      """)
  }

  /// V, p, gap and the interval of NPS from the method's reference program; the weighted mean, its interval and the effective number
  /// from the weights 0.625 and 2.5, in numpy.
  @Test func byPersona() throws {
    let table = try Self.desk().table("bias by persona")
    #expect(
      try table.lines(of: [
        "dimension", "stratum", "status", "customers", "respondents", "response_rate", "response_rate_low",
        "gap",
        "weight", "v", "p",
      ]) == [
        "persona|p|skewed|10|8|0.8|0.490162|30|0.625|0.6|0.00729",
        "persona|q|skewed|10|2|0.2|0.056682|-30|2.5|0.6|0.00729",
      ])
    let facts = [
      "nps": 20, "nps_low": -37.46524605, "nps_high": 66.36393405, "nps_weighted": -25,
      "nps_weighted_low": -93.93333396, "nps_weighted_high": 43.93333396, "nps_shift": -45,
      "effective_respondents": 6.4, "largest_weight": 2.5, "customers": 20, "respondents": 10,
    ]
    for (name, wanted) in facts {
      let found = table.fact(name)?.asNumber ?? .nan
      #expect(abs(found - wanted) < 1e-7, "\(name): \(found), not \(wanted)")
    }
    #expect(table.notes.contains("1 of 12 surveys name no customer and are left out."))
    #expect(table.explanation[0] == "10 of 20 customers (50 %) answered a survey.")
  }

  /// C0 counts for web, C1 and C2 for app; the 17 others have nothing outside of surveys.
  @Test func byMostFrequentChannel() throws {
    let desk = try Self.desk()
    #expect(
      try desk.rows("bias by channel", "stratum", "customers", "respondents") == [
        "app|2|2", "web|1|1", "-|17|7",
      ])
    #expect(
      try desk.rows("bias", "dimension", "stratum", "customers", "respondents") == [
        "persona|p|10|8", "persona|q|10|2", "had_ticket|no|17|7", "had_ticket|yes|3|3",
      ])
    for statement in try desk.table("bias").next { _ = try desk.table(statement) }
    // A filter on events: only customers with events that pass it.
    #expect(try desk.table("bias by persona where channel = mail").fact("customers") == .integer(10))
    #expect(
      desk.mistake("events of $[1]").hasPrefix("no-result")
        || desk.mistake("events of $[1]").hasPrefix("no-events"))
  }

  @Test func whatItNeeds() throws {
    let desk = try Self.desk()
    #expect(desk.mistake("bias by nps_score in steps of 2").hasPrefix("steps-as-strata"))
    #expect(desk.mistake("bias by week").hasPrefix("grain-as-place"))
    let nobody = try Desk(
      ["s.csv": csv("time,channel,nps", "2026-01-01,a,9")],
      "load surveys \"s.csv\" with (nps_score = nps scale 0..10)")
    #expect(nobody.mistake("bias by channel").contains("customer"))
  }
}
