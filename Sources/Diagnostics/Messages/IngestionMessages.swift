/// What can be wrong with a file or with a `load` statement about it.
extension Diagnostic {
  public static func missingFile(_ path: String, nearest: [String], span: Span?) -> Diagnostic {
    Diagnostic(
      code: "missing-file", message: "there is no file \"\(path)\"", span: span,
      hint: didYouMean(nearest)
        ?? "a path is relative to the script, or to the folder that cxsh was started in")
  }

  public static func emptyPattern(_ pattern: String, nearest: [String], span: Span?) -> Diagnostic {
    Diagnostic(
      code: "empty-pattern", message: "no file matches \"\(pattern)\"", span: span,
      hint: nearest.isEmpty
        ? "* stands for any characters, ? for one; the folder must exist" : didYouMean(nearest))
  }

  public static func folderWithoutScript(_ path: String, files: [String], span: Span?) -> Diagnostic {
    let pattern = files.first.map { "; or load one of its files, such as \"\(joined(path, $0))\"" } ?? ""
    return Diagnostic(
      code: "folder-without-script", message: "\"\(path)\" is a folder without a load.cxs", span: span,
      hint: "write a load.cxs that loads its files\(pattern)", known: Array(files.prefix(12)))
  }

  public static func unreadableFile(_ path: String, reason: String, span: Span?) -> Diagnostic {
    Diagnostic(code: "unreadable-file", message: "\"\(path)\" cannot be read: \(reason)", span: span)
  }

  public static func emptyFile(_ path: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "empty-file", message: "\"\(path)\" is empty", span: span,
      hint: "export it again; a file of rows begins with a line of column names")
  }

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

  public static func roleWithoutEqual(_ role: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "role-without-equal", message: "\(role) is a role: it wants = and a column", span: span,
      hint: "write \(role) = COLUMN")
  }

  public static func compressedInOtherForm(_ path: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "compressed-in-other-form",
      message:
        "\"\(path)\" is not plain UTF-8 with one header row, and such a file is not read while it is packed",
      span: span, hint: "unpack it, or pack it as .gz")
  }

  public static func foreignFile(_ path: String, what: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "foreign-file", message: "\"\(path)\" is \(what), not rows of text", span: span,
      hint: "load takes CSV, TSV, Excel workbooks, JSON, JSON lines and Parquet; export or save it as CSV")
  }

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

  public static func oldWorkbook(_ path: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "old-workbook",
      message: "\"\(path)\" is a workbook of the form that Excel wrote before 2007 (.xls)",
      span: span,
      hint: "save it as .xlsx, or convert it: libreoffice --headless --convert-to xlsx \(shellQuoted(path))")
  }

  public static func encryptedWorkbook(_ path: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "encrypted-workbook", message: "\"\(path)\" is encrypted with a password", span: span,
      hint: "open it in Excel and save it without a password")
  }

  public static func noWorkbook(_ path: String, what: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "no-workbook", message: "\"\(path)\" is \(what), not an Excel workbook", span: span,
      hint: what.hasPrefix("a zip")
        ? "unpack it and load the file in it"
        : "save it as .xlsx or CSV, or convert it: libreoffice --headless --convert-to xlsx \(shellQuoted(path))"
    )
  }

  public static func brokenWorkbook(_ path: String, part: String?, reason: String, span: Span?) -> Diagnostic
  {
    let place = part.map { "its part \($0) is broken: " } ?? "it is no whole archive: "
    return Diagnostic(
      code: "broken-workbook", message: "\"\(path)\" cannot be read as a workbook: \(place)\(reason)",
      span: span,
      hint: "export or download it again, or open it in Excel and save it anew")
  }

  public static func hugePart(_ path: String, part: String, megabytes: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "huge-part",
      message:
        "\"\(path)\" is not read: its part \(part) would unpack to \(megabytes) MB, far more than its size allows",
      span: span, hint: "it is damaged or made to do harm; where it is neither, save the sheet as CSV")
  }

  public static func unknownSheet(
    _ name: String, of path: String, nearest: [String], known: [String], span: Span?
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-sheet", message: "\"\(path)\" has no sheet \"\(name)\"", span: span,
      hint: didYouMean(nearest), known: known)
  }

  public static func emptySheet(_ name: String, of path: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "empty-sheet", message: "the sheet \"\(name)\" of \"\(path)\" is empty", span: span,
      hint: "with (sheet \"NAME\") chooses another; hidden sheets are read only when named")
  }

  public static func sheetOfNoWorkbook(_ path: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "sheet-of-no-workbook", message: "\"\(path)\" is no workbook: it has no sheets", span: span,
      hint: "leave sheet out")
  }

  private static func shellQuoted(_ path: String) -> String {
    "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  public static func unknownKind(_ path: String, columns: [String], span: Span?) -> Diagnostic {
    Diagnostic(
      code: "unknown-kind",
      message: "neither the name of \"\(path)\" nor its columns tell what it holds", span: span,
      hint:
        "say it: load tickets \"\(path)\" (or mentions, reviews, surveys, calls, interactions, interviews, customers, touchpoints)",
      known: columns)
  }

  public static func unknownFileColumn(_ name: String, nearest: [String], known: [String], span: Span?)
    -> Diagnostic
  {
    Diagnostic(
      code: "unknown-column", message: "the file has no column \"\(name)\"", span: span,
      hint: didYouMean(nearest),
      known: known)
  }

  public static func roleOfOtherKind(_ role: String, kind: String, home: String?, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "role-of-other-kind", message: "\(kind) have no \(role)", span: span,
      hint: home.map {
        "\(role) belongs to a file of \($0); without it the column stays available under its own name"
      }
        ?? "leave it out: the column stays available under its own name")
  }

  public static func columnIsNot(
    _ column: String, role: String, expected: String, example: String, span: Span?
  ) -> Diagnostic {
    Diagnostic(
      code: "column-does-not-fit",
      message:
        "column \"\(column)\" cannot be \(role): no cell of it is \(expected), as \"\(example.prefix(40))\" shows",
      span: span, hint: "name another column, or leave \(role) out")
  }

  public static func noTimeColumn(
    _ path: String, kind: String, candidates: [String], tried: String?, example: String?, known: [String],
    options: [String] = [], span: Span?
  ) -> Diagnostic {
    var message = "no column of \"\(path)\" was recognised as the time, which every event needs"
    if let tried { message += "; \(tried) looks like it, but \"\((example ?? "").prefix(40))\" is no time" }
    let choice = candidates.first.map(backticked) ?? "COLUMN"
    return Diagnostic(
      code: "no-time-column", message: message, span: span,
      hint: "name it: load \(kind) \"\(path)\" with (\(list(options, "time = \(choice)")))"
        + (candidates.isEmpty
          ? "; or, where the file holds no times, say of which day it is: with (date 2026-09-30)" : ""),
      known: candidates.count > 1 ? candidates : known)
  }

  public static func noKeyColumn(
    _ path: String, role: String, kind: String, known: [String], options: [String] = [], span: Span?
  ) -> Diagnostic {
    Diagnostic(
      code: "no-key-column",
      message: "no column of \"\(path)\" was recognised as the \(role), which \(kind) need",
      span: span, hint: "name it: load \(kind) \"\(path)\" with (\(list(options, "\(role) = COLUMN")))",
      known: known)
  }

  public static func loadingCancelled(_ what: String) -> Diagnostic {
    Diagnostic(code: "cancelled", message: "cancelled; nothing of \(what) was kept")
  }

  public static func engineCannotRead(_ path: String, reason: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "engine-cannot-read", message: "\"\(path)\" cannot be read: \(reason)", span: span,
      hint: "check that it is complete and of the form that its name says")
  }

  public static func engineCannotChange(_ what: String, reason: String) -> Diagnostic {
    Diagnostic(code: "engine-cannot-change", message: "\(what) failed: \(reason)")
  }

  public static func unknownSourceField(
    _ name: String, alias: String, nearest: [String], known: [String], span: Span?
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-field", message: "\(alias) has no field or column \"\(name)\"", span: span,
      hint: didYouMean(nearest), known: known)
  }

  public static func unknownOldValue(
    _ value: String, column: String, nearest: [String], known: [String], span: Span?
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-value", message: "\(column) never holds \"\(value)\"", span: span,
      hint: didYouMean(nearest),
      known: known)
  }

  public static func valueDoesNotFit(_ value: String, role: String, expected: String, span: Span?)
    -> Diagnostic
  {
    Diagnostic(
      code: "value-does-not-fit", message: "\"\(value)\" cannot be a value of \(role), which is \(expected)",
      span: span)
  }

  public static func derivedTypeDoesNotFit(_ name: String, expected: String, found: String) -> Diagnostic {
    Diagnostic(
      code: "type-does-not-fit", message: "\(name) is \(expected); the expression gives \(found)",
      hint: "derive it under another name")
  }

  private static func list(_ options: [String], _ last: String) -> String {
    (options + [last]).joined(separator: ", ")
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func backticked(_ name: String) -> String {
    let isWord = name.first?.isLetter == true && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isWord ? name : "`\(name)`"
  }
}
