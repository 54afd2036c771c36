import Vocabulary

extension ExportFormat {
  /// The support tickets of Kaggle (suraj520), with or without spaces in the names of columns.
  static let kaggleTickets = ExportFormat(
    .kaggleTickets, of: .tickets,
    marks: [["Ticket ID", "Ticket Channel", "Time to Resolution", "Date of Purchase"]],
    fields: [
      .role(.time, "Date of Purchase"),
      .role(.id, "Ticket ID"),
      .role(.customer, "Customer Email", "Customer Name"),
      .channel("Ticket Channel"),
      .status("Ticket Status"),
      .resolved("Ticket Status"),
      .role(.topic, "Ticket Subject", "Ticket Type"),
      .score(.csatScore, "Customer Satisfaction Rating", scale: 1...5),
      .presence(.answered, "First Response Time"),
      .role(.text, "Ticket Description"),
    ],
    withheld: [.responseTime, .resolutionTime],
    quirks: [
      "First Response Time and Time to Resolution are times, not durations, and often in the wrong order",
      "no column says when a ticket was opened",
      "texts hold {product_purchased}, a template that was never filled in",
      "the rating is known for closed tickets only",
    ],
    caution:
      "no column says when a ticket was opened: time is the day of purchase; with (time = `First Response Time`) takes the answered tickets by their answer"
  )
}
