/// The script by which `load` reads the folder.
enum LoadScript {
  static let text = """
    # Northbank, an invented British retail bank: 26 whole weeks, 2026-03-30 to 2026-09-27.
    # All times carry one fixed offset, \(SampleCalendar.offset). Made by `cxsh sample northbank`; no real
    # person or company is in it. What was planted, and where, is in answers.csv, which is not loaded.

    load customers "customers.csv" with (customer = customer_id)
    load touchpoints "touchpoints.csv"

    load tickets "tickets.csv" with (
      time = created_at,
      id = id,
      customer = customer_id,
      csat_score = csat scale 1..5 high is good,
      resolved = status,
      response_time = first_response_minutes,
      resolution_time = resolution_time_hours,
      text = subject)

    # Posts and reviews stand in one file; the column `kind` tells them apart.
    load mentions "mentions.csv" with (
      time = posted_at,
      id = id,
      customer = customer_id,
      kind = kind,
      sentiment = sentiment scale -1..1,
      stars = stars scale 1..5)

    load surveys "surveys.csv" with (
      time = answered_at,
      id = id,
      customer = customer_id,
      nps_score = nps scale 0..10,
      csat_score = csat scale 1..5 high is good,
      ces_score = ces scale 1..7 high is good,
      text = comment)

    load calls "calls.csv" with (
      time = started_at,
      id = id,
      customer = customer_id,
      handle_time = handle_time_seconds)

    load interactions "interactions.csv" with (
      time = occurred_at,
      id = id,
      customer = customer_id,
      amount = amount)

    """

  static func write(to file: inout CSVFile) throws(SampleError) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      file.cell(Array(line.utf8))
      try file.endRow()
    }
  }
}
