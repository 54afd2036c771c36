/// What can be wrong with a path, or with a file as a whole.
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

  public static func engineCannotRead(_ path: String, reason: String, span: Span?) -> Diagnostic {
    Diagnostic(
      code: "engine-cannot-read", message: "\"\(path)\" cannot be read: \(reason)", span: span,
      hint: "check that it is complete and of the form that its name says")
  }

  public static func loadingCancelled(_ what: String) -> Diagnostic {
    Diagnostic(code: "cancelled", message: "cancelled; nothing of \(what) was kept")
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
