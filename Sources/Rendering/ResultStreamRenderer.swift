import DataModel
import Vocabulary

/// Draws a table as text that ends with a line break (of jsonl, nothing where there are no rows).
public func render(_ table: Table, as format: OutputFormat, options: RenderOptions = RenderOptions())
  -> String
{
  var stream = ResultStreamRenderer(format, options: options)
  return stream.start() + stream.table(table) + stream.end()
}

/// Draws a table as a section of HTML, to be put into a page of the caller's.
public func htmlFragment(_ table: Table, options: RenderOptions = RenderOptions()) -> String {
  HTMLRenderer(table, options: options).fragment()
}

/// Several results in one stream, with what the format puts between and around them.
///
/// Write what each call returns, at once. JSON holds its first result back until it is known whether it stays the only
/// one: one result is an array of row objects, several are an array of such arrays.
public struct ResultStreamRenderer {
  private let format: OutputFormat
  private let options: RenderOptions
  private var count = 0
  private var held = ""

  public init(_ format: OutputFormat, options: RenderOptions = RenderOptions()) {
    self.format = format
    self.options = options
  }

  /// What precedes all results.
  public mutating func start() -> String { format == .html ? HTMLRenderer.pageStart : "" }

  /// The next result.
  public mutating func table(_ table: Table) -> String {
    count += 1
    let gap = count > 1 ? "\n" : ""
    switch format {
    case .table: return gap + TerminalRenderer(table, options: options).render()
    case .csv: return gap + SeparatedRenderer(separator: ",").render(table)
    case .tsv: return gap + SeparatedRenderer(separator: "\t").render(table)
    case .json: return json(table)
    case .jsonl: return JSONRenderer().lines(table)
    case .plain: return gap + PlainRenderer(table, options: options).render()
    case .markdown: return gap + MarkdownRenderer(table, options: options).render()
    case .html: return HTMLRenderer(table, options: options).fragment()
    }
  }

  /// What follows all results; call it after a failure too, so that the text stays well formed.
  public mutating func end() -> String {
    switch format {
    case .json: return count == 0 ? "[]\n" : count == 1 ? held : "\n]\n"
    case .html: return HTMLRenderer.pageEnd
    default: return ""
    }
  }

  private mutating func json(_ table: Table) -> String {
    let array = JSONRenderer().array(table)
    switch count {
    case 1:
      held = array
      return ""
    case 2: return "[\n" + held.dropLast() + ",\n" + array.dropLast()
    default: return ",\n" + array.dropLast()
    }
  }
}
