import Foundation

/// The cells of one column of a delimited file with quotes, read apart from the program's own readers.
func column(_ name: String, ofFile path: String, delimiter: UInt8) throws -> [String] {
  var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  var rows: [[String]] = []
  var row: [String] = []
  var cell: [UInt8] = []
  var isQuoted = false
  var place = 0
  func endCell() {
    row.append(String(decoding: cell, as: UTF8.self))
    cell = []
  }
  while place < bytes.count {
    let byte = bytes[place]
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    switch byte {
    case UInt8(ascii: "\"") where isQuoted && next == byte:
      cell.append(byte)
      place += 1
    case UInt8(ascii: "\"") where isQuoted || cell.isEmpty: isQuoted.toggle()
    case delimiter where !isQuoted: endCell()
    case UInt8(ascii: "\r") where !isQuoted && next == UInt8(ascii: "\n"): break
    case UInt8(ascii: "\n") where !isQuoted:
      endCell()
      rows.append(row)
      row = []
    default: cell.append(byte)
    }
    place += 1
  }
  if !cell.isEmpty || !row.isEmpty {
    endCell()
    rows.append(row)
  }
  let position = rows[0].firstIndex(of: name) ?? 0
  return rows.dropFirst().map { $0[position] }
}
