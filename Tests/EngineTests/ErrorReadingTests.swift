import Testing

@testable import Engine

@Suite struct ErrorReadingTests {
  @Test(arguments: [
    ("plan error: analysis error: table not found: t", Status.internal, EngineError.Kind.unknownName),
    ("parse error: expected ')'", Status.internal, .syntax),
    ("something broke", Status.internal, .runtime),
    ("something broke", Status.invalidArgument, .syntax),
    ("no such host", Status.io, .connection),
    ("later", Status.notImplemented, .unsupported),
    ("stopped", Status.cancelled, .cancelled),
    ("INTERRUPT Error: Interrupted!", Status.unknown, .cancelled),
    ("INTERNAL Error: assertion failed", Status.internal, .internalError),
    ("Not implemented Error: later", Status.internal, .unsupported),
    ("Out of Memory Error: failed to allocate", Status.internal, .runtime),
  ])
  func `Drivers without classes are read by status and stage`(
    _ message: String, _ status: UInt8, _ kind: EngineError.Kind
  ) {
    #expect(ErrorClass.classify(message: message, status: status).kind == kind)
  }

  @Test func `A message that only contains the word keeps it`() {
    let (_, message) = ErrorClass.classify(message: "row 7 said: 'Parser Error: x'", status: Status.internal)
    #expect(message == "row 7 said: 'Parser Error: x'")
  }

  @Test func `An excerpt without a caret still tells the line`() {
    let reading = ErrorPlace.read("wrong\n\nLINE 3: where", sql: nil)
    #expect(reading == ErrorPlace.Reading(message: "wrong", line: 3, column: nil))
  }

  @Test func `A message without an excerpt stays whole`() {
    let reading = ErrorPlace.read("LINED paper\nis missing", sql: "select 1")
    #expect(reading == ErrorPlace.Reading(message: "LINED paper\nis missing", line: nil, column: nil))
  }
}
