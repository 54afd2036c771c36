/// Reads what kind of error a driver reports: from the class in front of DuckDB's messages, else from the status.
enum ErrorClass {
  /// The kind of an error, and its message without the class.
  static func classify(message: String, status: UInt8) -> (kind: EngineError.Kind, message: String) {
    guard let (name, rest) = splitClass(message) else {
      return (kind(status: status, message: message), message)
    }
    if status == Status.cancelled { return (.cancelled, rest) }
    return (kind(className: name, message: rest), rest)
  }

  /// Splits "Binder Error: text" into class and text.
  private static func splitClass(_ message: String) -> (Substring, String)? {
    guard let range = message.firstRange(of: " Error: "),
      message[..<range.lowerBound].allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" }),
      range.lowerBound != message.startIndex
    else { return nil }
    return (message[..<range.lowerBound], String(message[range.upperBound...]))
  }

  private static func kind(className: Substring, message: String) -> EngineError.Kind {
    switch className {
    case "Parser", "Syntax", "Parameter Not Resolved", "Parameter Not Allowed": .syntax
    case "Catalog": .unknownName
    case "Binder": saysNameIsUnknown(message) ? .unknownName : .syntax
    case "Not implemented", "Missing Extension", "Autoload", "Extension": .unsupported
    case "INTERRUPT": .cancelled
    case "INTERNAL", "FATAL", "Internal", "Fatal": .internalError
    case "Connection", "HTTP", "Network": .connection
    default: .runtime
    }
  }

  private static func saysNameIsUnknown(_ message: String) -> Bool {
    ["not found", "does not exist", "No function matches", "does not have a column"]
      .contains { message.contains($0) }
  }

  /// For drivers that put no class in front; the Spark and Flight servers name the stage in their text.
  private static func kind(status: UInt8, message: String) -> EngineError.Kind {
    switch status {
    case Status.cancelled: .cancelled
    case Status.notImplemented: .unsupported
    case Status.notFound: .unknownName
    case Status.invalidArgument: .syntax
    case Status.io, Status.timeout, Status.unauthenticated, Status.unauthorized: .connection
    case _ where message.contains("parse error:"): .syntax
    case _ where message.contains("analysis error:"): .unknownName
    case Status.invalidState: .internalError
    default: .runtime
    }
  }
}

/// The status codes of ADBC that make a difference here.
enum Status {
  static let ok: UInt8 = 0
  static let unknown: UInt8 = 1
  static let notImplemented: UInt8 = 2
  static let notFound: UInt8 = 3
  static let invalidArgument: UInt8 = 5
  static let invalidState: UInt8 = 6
  static let `internal`: UInt8 = 9
  static let io: UInt8 = 10
  static let cancelled: UInt8 = 11
  static let timeout: UInt8 = 12
  static let unauthenticated: UInt8 = 13
  static let unauthorized: UInt8 = 14
}
