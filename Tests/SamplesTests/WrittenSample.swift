import Testing

@testable import Samples

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A sample that was written to a folder of its own and read back; the folder goes with it.
final class WrittenSample: Sendable {
  let folder: String
  let summary: SampleSummary

  init(rows: Int, seed: UInt64, scenario: Scenario = .standard) throws {
    folder = FileManager.default.temporaryDirectory.path + "/northbank-\(UUID().uuidString)"
    summary = try NorthbankSample(rows: rows, seed: seed, scenario: scenario).write(to: folder)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static let eventFiles = ["tickets.csv", "mentions.csv", "surveys.csv", "calls.csv", "interactions.csv"]
  static let allFiles = eventFiles + ["customers.csv", "touchpoints.csv", "load.cxs", "answers.csv"]

  func bytes(_ file: String) throws -> Data {
    try Data(contentsOf: URL(filePath: folder + "/" + file))
  }

  func rows(_ file: String) throws -> [Row] { try rowsOfCSV(bytes(file)) }
}

/// A row of a file, by the names of its columns.
struct Row {
  var columns: [String: Int]
  var cells: [String]

  subscript(column: String) -> String { columns[column].map { cells[$0] } ?? "no column \(column)" }
  var place: String { self["stage"] + "/" + self["channel"] }
}

/// Reads CSV by the rules of RFC 4180, apart from the code under test.
func rowsOfCSV(_ data: Data) throws -> [Row] {
  var records: [[String]] = []
  var record: [String] = []
  var cell: [UInt8] = []
  var isQuoted = false
  var lastWasQuote = false
  for byte in data {
    if isQuoted {
      if byte == UInt8(ascii: "\"") {
        isQuoted = false
        lastWasQuote = true
      } else {
        cell.append(byte)
      }
      continue
    }
    switch byte {
    case UInt8(ascii: "\""):
      if lastWasQuote { cell.append(byte) }
      isQuoted = true
    case UInt8(ascii: ","), UInt8(ascii: "\n"):
      record.append(try #require(String(validating: cell, as: UTF8.self)))
      cell.removeAll(keepingCapacity: true)
      if byte == UInt8(ascii: "\n") {
        records.append(record)
        record.removeAll(keepingCapacity: true)
      }
    default: cell.append(byte)
    }
    lastWasQuote = false
  }
  #expect(cell.isEmpty && record.isEmpty && !isQuoted, "the last line is not finished")
  let header = try #require(records.first)
  let columns = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
  return records.dropFirst().map { Row(columns: columns, cells: $0) }
}

/// 64-bit FNV-1a (Fowler, Noll, Vo), enough to notice a changed byte.
func digest(_ data: [Data]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in data.joined() { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return String(hash, radix: 16)
}
