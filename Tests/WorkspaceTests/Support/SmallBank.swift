/// A few rows of every kind, small enough to work out each figure by hand.
enum SmallBank {
  // Ten tickets. T4 does not say whether it was escalated, T7 names no customer and not whether it was reopened, T8 has no
  // topic and no time of response.
  static let tickets = csv(
    "id,time,customer,channel,topic,escalated,reopened,first_response_minutes,resolution_time_hours",
    "T1,2026-06-01T09:00:00Z,A,chat,login,yes,no,10,2",
    "T2,2026-06-02T10:00:00Z,A,chat,login,no,yes,20,4",
    "T3,2026-06-03T11:00:00Z,B,email,fees,no,no,30,6",
    "T4,2026-06-10T12:00:00Z,B,email,login,,no,40,8",
    "T5,2026-06-16T10:00:00Z,A,phone,login,no,no,50,10",
    "T6,2026-06-17T11:00:01Z,B,email,fees,yes,no,60,12",
    "T7,2026-06-18T10:00:00Z,,chat,fees,no,,70,",
    "T8,2026-06-19T10:00:00Z,C,chat,,no,no,,16",
    "T9,2026-06-23T10:00:00Z,A,phone,login,no,no,90,18",
    "T10,2026-06-30T10:00:00Z,C,chat,fees,no,no,100,20")

  static let surveys = csv(
    "id,time,customer,nps,csat,ces",
    "S1,2026-06-01T00:00:00Z,A,10,5,7",
    "S2,2026-06-02T00:00:00Z,B,9,4,6",
    "S3,2026-06-03T00:00:00Z,C,8,3,5",
    "S4,2026-06-04T00:00:00Z,D,7,2,4",
    "S5,2026-06-05T00:00:00Z,E,6,1,3",
    "S6,2026-06-06T00:00:00Z,A,10,5,",
    "S7,2026-06-07T00:00:00Z,F,10,,2",
    "S8,2026-06-08T00:00:00Z,,10,4,1",
    "S9,2026-06-09T00:00:00Z,G,3,5,7",
    "S10,2026-06-10T00:00:00Z,H,7,,")

  static let mentions = csv(
    "id,time,kind,sentiment,stars,text",
    "M1,2026-06-01T00:00:00Z,mention,0.5,,Great card",
    "M2,2026-06-02T00:00:00Z,mention,-0.5,,My refund is late",
    "M3,2026-06-03T00:00:00Z,review,0,4,Refunds take a while",
    "M4,2026-06-04T00:00:00Z,review,1,5,Café next to the branch",
    "M5,2026-06-05T00:00:00Z,mention,-0.25,,prefunded card?",
    "M6,2026-06-06T00:00:00Z,mention,,,no reply at all",
    "M7,2026-06-07T00:00:00Z,review,0.25,3,")

  static let calls = csv(
    "id,time,customer,channel,handle_time_seconds",
    "P1,2026-06-05T08:00:00Z,D,phone,300",
    "P2,2026-06-06T08:00:00Z,A,phone,500",
    "P3,2026-06-12T08:00:00Z,C,phone,100")

  static let interactions = csv(
    "id,time,customer,channel,amount",
    "I1,2026-06-01T08:00:00Z,I,web,10.50",
    "I2,2026-06-02T08:00:00Z,J,web,20.25",
    "I3,2026-06-03T08:00:00Z,,app,0.10",
    "I4,2026-06-04T08:00:00Z,K,app,")

  static let files = [
    "tickets.csv": tickets, "surveys.csv": surveys, "mentions.csv": mentions, "calls.csv": calls,
    "interactions.csv": interactions,
  ]

  static let load = """
    load tickets "tickets.csv" with (response_time = first_response_minutes, resolution_time = resolution_time_hours)
    load surveys "surveys.csv" with (nps_score = nps scale 0..10, csat_score = csat scale 1..5, ces_score = ces scale 1..7)
    load mentions "mentions.csv" with (sentiment = sentiment scale -1..1, stars = stars scale 1..5)
    load calls "calls.csv" with (handle_time = handle_time_seconds)
    load interactions "interactions.csv"
    """

  static func desk() throws -> Desk { try Desk(files, load) }

  static func ticketDesk() throws -> Desk {
    try Desk(
      ["tickets.csv": tickets],
      "load tickets \"tickets.csv\" with (response_time = first_response_minutes, resolution_time = resolution_time_hours)"
    )
  }
}
