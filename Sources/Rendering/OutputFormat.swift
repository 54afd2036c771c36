/// What `--format` takes.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Aligned columns for a terminal.
  case table
  /// One `name: value` a line, without frames: for screen readers and simple scripts.
  case plain
  case csv, tsv
  /// An array of row objects.
  case json
  /// One row object a line.
  case jsonl
  /// A table of GitHub-flavoured Markdown.
  case markdown
  /// A page that stands alone.
  case html
}
