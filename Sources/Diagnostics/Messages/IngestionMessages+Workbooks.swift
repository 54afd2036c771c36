/// What can be wrong with a workbook.
extension Diagnostic {
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
}
