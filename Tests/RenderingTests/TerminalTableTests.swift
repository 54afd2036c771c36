import DataModel
import Rendering
import TestSupport
import Testing

@Suite struct TerminalTableTests {
  @Test(arguments: SampleTables.all.map(\.name), [60, 80, 120])
  func `draws every table as its golden file`(name: String, width: Int) {
    let table = SampleTables.named(name)
    let options = RenderOptions(width: width, maximumRows: 10)
    expectSnapshot(render(table, as: .table, options: options), named: "table/\(name)-\(width).txt")
  }
}

extension SampleTables {
  static func named(_ name: String) -> Table {
    all.first { $0.name == name }?.table ?? Table(columns: [], rows: [])
  }
}
