/// What can be wrong with a JSON file.
extension Diagnostic {
  public static func notJSON(_ path: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "not-json", message: "\"\(path)\" begins neither with [ nor with {: it is not JSON", span: span,
      hint: "a JSON file is an array of objects, or one object on each line")
  }

  public static func cutOff(_ path: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "cut-off", message: "the array in \"\(path)\" has no end: the file was cut off", span: span,
      hint: "export or download it again")
  }

  public static func noRecords(_ path: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "no-records", message: "\"\(path)\" holds no objects with named values", span: span,
      hint: "a JSON file is an array of objects, or one object on each line")
  }

  public static func malformedJSON(
    _ path: String, line: Int, column: Int, expected: String, found: String, openedInLine: Int?, span: Span?
  ) -> Diagnostic {
    let opened = openedInLine.map { "; what line \($0) opens is not closed" } ?? ""
    return Diagnostic(
      code: "malformed-json",
      message:
        "\"\(path)\" is no valid JSON: line \(line), column \(column) has \(found) where \(expected) belongs\(opened)",
      span: span, hint: "export or download it again, or mend that place")
  }

  public static func valueIsNoRecord(
    _ path: String, what: String, line: Int, column: Int, objects: Int, span: Span?
  ) -> Diagnostic {
    let others = objects == 0 ? "" : ", as the other values are"
    return Diagnostic(
      code: "no-records",
      message:
        "\"\(path)\" holds \(what) at line \(line), column \(column), not an object with named values\(others)",
      span: span, hint: "a JSON file is an array of objects, or one object on each line")
  }
}
