import DataModel
import Foundation
import Testing

/// Tables of statements on `CompoundData` as a Python program computed them apart, read from `Fixtures`.
enum ExpectedTables {
  private struct Expected: Decodable {
    var days: Int
    /// By column; `cell` holds the keys, `viral`, where it is given, whether a week was left out.
    var rows: [[String: Scalar]]
    var facts: [String: Scalar]
  }

  private enum Scalar: Decodable {
    case text(String), number(Double), flag(Bool), texts([String]), missing

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .missing
      } else if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let texts = try? container.decode([String].self) {
        self = .texts(texts)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  /// Runs every statement of a file and compares its rows in their order and all its facts.
  ///
  /// - Parameters:
  ///   - count: how many statements there must be.
  ///   - open: the facts that the file may leave out begin with one of these.
  static func compare(file: String, count: Int, open: [String] = []) throws {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(
      separator: "/")
    let data = try #require(FileManager.default.contents(atPath: folder + "/Fixtures/" + file))
    let cases = try JSONDecoder().decode([String: Expected].self, from: data)
    #expect(cases.count == count)
    var desks: [Int: Desk] = [:]
    for (statement, expected) in cases.sorted(by: { $0.key < $1.key }) {
      let desk = try desks[expected.days] ?? CompoundData.desk(days: expected.days)
      desks[expected.days] = desk
      try compare(try desk.table(statement), expected, statement, open)
    }
  }

  private static func compare(_ table: Table, _ expected: Expected, _ statement: String, _ open: [String])
    throws
  {
    #expect(table.rows.count == expected.rows.count, "\(statement)")
    for (row, wanted) in zip(table.rows, expected.rows) { try compare(row, table, wanted, statement) }
    for (name, wanted) in expected.facts { compare(table.fact(name), wanted, "\(statement): \(name)") }
    let names = table.facts.map(\.name).filter { name in !open.contains { name.hasPrefix($0) } }
    #expect(Set(names).subtracting(expected.facts.keys).isEmpty, "\(statement)")
  }

  private static func compare(
    _ row: [Value], _ table: Table, _ wanted: [String: Scalar], _ statement: String
  ) throws {
    let keys = row.prefix(table.columns.prefix { $0.part == .key }.count).map(\.short)
    guard case .texts(let cell)? = wanted["cell"] else { return }
    #expect(keys == cell, "\(statement)")
    if case .flag(let isViral)? = wanted["viral"] {
      let note = row[try #require(table.index(of: "note"))]
      #expect(note.short.contains("viral") == isViral, "\(statement): \(cell)")
    }
    if wanted["rank"] == nil { #expect(row[try #require(table.index(of: "rank"))] == .missing) }
    for (name, scalar) in wanted where name != "cell" && name != "viral" {
      let found = row[try #require(table.index(of: name), "\(name)")]
      compare(found, scalar, "\(statement): \(cell): \(name)")
    }
  }

  private static func compare(_ value: Value?, _ wanted: Scalar, _ place: String) {
    switch wanted {
    case .missing: #expect(value == .missing, "\(place)")
    case .text(let text): #expect(value?.short == text, "\(place)")
    case .texts: break
    case .flag(let flag): #expect(value == .boolean(flag), "\(place)")
    case .number(let number):
      #expect(isClose(value?.asNumber, number), "\(place): \(value?.short ?? "nil"), not \(number)")
    }
  }

  static func isClose(_ found: Double?, _ wanted: Double?) -> Bool {
    guard let found, let wanted else { return found == nil && wanted == nil }
    return abs(found - wanted) <= 1e-9 * max(1, abs(wanted))
  }
}
