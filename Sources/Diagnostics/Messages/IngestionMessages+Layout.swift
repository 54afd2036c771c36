/// What can be wrong with the header of a file, or with what `load` says of its layout.
extension Diagnostic {
  public static func headerOnly(_ path: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "header-only", message: "\"\(path)\" has a line of column names and no rows", span: span,
      hint: "export it again, with its data")
  }

  public static func missingHeader(
    _ path: String, firstCells: [String], statement: String, other: String, span: Span?
  ) -> Diagnostic {
    Diagnostic(
      code: "missing-header",
      message:
        "the first line of \"\(path)\" looks like data, not like column names: \(shownCells(firstCells))",
      span: span, hint: "name the columns: \(statement); or, where it is the header all the same: \(other)")
  }

  public static func otherColumnCount(
    _ path: String, written: Int, found: Int, firstCells: [String], span: Span?
  ) -> Diagnostic {
    Diagnostic(
      code: "other-column-count",
      message: "columns names \(written), but \"\(path)\" has \(found): \(shownCells(firstCells))",
      span: span, hint: "give each of the \(found) columns a name, in their order")
  }

  private static func shownCells(_ cells: [String]) -> String {
    cells.prefix(6).map { "\"\($0.prefix(30))\"" }.joined(separator: ", ") + (cells.count > 6 ? " …" : "")
  }

  public static func loadOptionTwice(_ name: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "load-option-twice", message: "\(name) stands twice", span: span, hint: "leave one of them out")
  }

  public static func malformedLoadOption(_ name: String, usage: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "load-option-form", message: "\(name) is written in another way", span: span,
      hint: "write \(usage)")
  }

  public static func dateOfNoEvent(_ kind: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "date-of-no-event", message: "\(kind) do not happen on a day", span: span, hint: "leave date out")
  }

  public static func dateBesideTime(_ column: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "date-beside-time", message: "the rows have their time from \(column), so they need no date",
      span: span, hint: "leave out date, or time = \(column)")
  }

  public static func columnNamedTwice(_ name: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "column-twice", message: "two columns cannot have the name \(name)", span: span,
      hint: "give each column a name of its own")
  }
}
