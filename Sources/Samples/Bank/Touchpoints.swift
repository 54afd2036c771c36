/// A place of the journey where a customer meets the bank, as `touchpoints.csv` lists it.
struct Touchpoint {
  var name: String
  var stage: String
  var channel: String
  var owner: String
  var team: String
  var owned: String
  var stakes: String
  var effort: String

  /// The touchpoint that is listed and has no event: a gap that must show.
  static let withoutEvents = "video banking"

  /// Every touchpoint, in the order of the file.
  static let all: [Touchpoint] = touchpointLines.split(separator: "\n").map { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    return Touchpoint(
      name: cells[2], stage: cells[0], channel: cells[1], owner: cells[4], team: cells[3],
      owned: cells[5], stakes: cells[6], effort: cells[7])
  }
}

/// stage | channel | touchpoint | team | owner | owned or earned | stakes | effort.
///
/// A few owners and efforts are unknown.
private let touchpointLines = """
  awareness|phone|info line|Contact|Grace Holt|owned|2|2
  awareness|email|newsletter|Marketing|Priya Nair|owned|2|1
  awareness|chat|site greeter|Digital|Tom Ashby|owned|2|2
  awareness|app|store page|Digital|Tom Ashby|owned|3|1
  awareness|web|offer page|Marketing|Priya Nair|owned|4|2
  awareness|web|price table|Marketing|Priya Nair|owned|3|1
  awareness|social|ad comments|Social||earned|2|2
  awareness|branch|window|Branches|Malcolm Reed|owned|1|1
  awareness|forum|money boards|Social||earned|2|
  consideration|phone|adviser line|Lending|Helen Okafor|owned|4|3
  consideration|email|quote email|Lending|Helen Okafor|owned|3|2
  consideration|chat|product chat|Digital|Tom Ashby|owned|3|3
  consideration|app|calculator|Digital|Tom Ashby|owned|3|3
  consideration|web|eligibility|Lending|Helen Okafor|owned|4|3
  consideration|web|finder|Digital|Tom Ashby|owned|3|2
  consideration|social|DM questions|Social|Lena Fisk|owned|2|2
  consideration|branch|advice desk|Branches|Malcolm Reed|owned|4|5
  consideration|forum|comparisons|Social||earned|2|
  purchase|phone|sales line|Contact|Grace Holt|owned|4|3
  purchase|email|offer letter|Lending|Helen Okafor|owned|4|2
  purchase|chat|form helper|Digital|Tom Ashby|owned|3|3
  purchase|app|app form|Digital|Tom Ashby|owned|5|5
  purchase|app|photo upload|Digital|Tom Ashby|owned|4|3
  purchase|web|online form|Digital|Tom Ashby|owned|5|5
  purchase|web|e-signature|Lending|Helen Okafor|owned|4|3
  purchase|social|status by DM|Social|Lena Fisk|owned|2|1
  purchase|branch|signing desk|Branches|Malcolm Reed|owned|4|3
  purchase|forum|approvals|Social||earned|2|
  onboarding|phone|welcome call|Onboarding|Dana Whitlock|owned|4|2
  onboarding|phone|start line|Onboarding|Dana Whitlock|owned|4|3
  onboarding|email|welcome email|Onboarding|Dana Whitlock|owned|3|1
  onboarding|chat|welcome bot|Onboarding|Dana Whitlock|owned|5|3
  onboarding|chat|ident chat|Onboarding|Dana Whitlock|owned|5|3
  onboarding|app|first login|Digital|Tom Ashby|owned|5|3
  onboarding|app|video ident|Onboarding|Dana Whitlock|owned|5|5
  onboarding|web|activation|Digital|Tom Ashby|owned|4|2
  onboarding|social|new here|Social|Lena Fisk|earned|2|2
  onboarding|branch|welcome desk|Branches|Malcolm Reed|owned|3|3
  onboarding|branch|video banking|Branches||owned|3|8
  onboarding|forum|newcomers|Social||earned|2|
  retention|phone|service line|Contact|Grace Holt|owned|5|5
  retention|phone|fraud line|Payments|Iain Moss|owned|5|3
  retention|email|service inbox|Contact|Grace Holt|owned|4|3
  retention|chat|service chat|Contact|Grace Holt|owned|4|3
  retention|app|payments|Payments|Iain Moss|owned|5|5
  retention|app|card controls|Payments|Iain Moss|owned|5|3
  retention|web|online bank|Digital|Tom Ashby|owned|5|8
  retention|web|archive|Digital|Tom Ashby|owned|3|2
  retention|social|outage posts|Social|Lena Fisk|earned|3|2
  retention|branch|counter|Branches|Malcolm Reed|owned|4|5
  retention|forum|help board|Social||owned|3|3
  advocacy|phone|thank-you call|Contact|Grace Holt|owned|2|2
  advocacy|email|complaint reply|Complaints|Ruth Adeyemi|owned|5|3
  advocacy|chat|feedback chat|Complaints|Ruth Adeyemi|owned|3|2
  advocacy|app|referrals|Marketing|Priya Nair|owned|3|2
  advocacy|web|rewards page|Marketing|Priya Nair|owned|3|
  advocacy|social|brand posts|Social|Lena Fisk|earned|3|1
  advocacy|branch|evenings|Branches|Malcolm Reed|owned|2|2
  advocacy|forum|community|Social|Lena Fisk|owned|3|3
  """
