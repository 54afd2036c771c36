import Diagnostics

/// Pages of an API, one after the other in one file: objects that wrap an array of rows each.
struct JSONPages {
  /// The arrays with the rows, in the order of the file.
  let places: [JSONScan.ArrayPlace]
  let pageCount: Int
  private let otherKeys: [String]

  /// What pages tell beside their rows.
  ///
  /// An object with other words of its own is a row, whatever lists it holds.
  private static let pageKeys: Set<String> = [
    "count", "total", "total_count", "totalcount", "next", "next_page", "nextpage", "previous",
    "previous_page", "prev",
    "page", "pages", "page_size", "per_page", "limit", "offset", "links", "meta", "has_more", "hasmore",
    "cursor",
    "next_cursor", "after_cursor", "before_cursor", "after_url", "before_url", "end_of_stream", "end_time",
    "start_time", "paging", "pagination", "type", "object", "status", "success", "nextpagetoken",
    "next_page_token",
    "facets",
  ]

  /// - Parameters:
  ///   - start: what the beginning of the file holds.
  ///   - whole: scans the whole of it; asked only where the beginning looks like a page.
  init?(
    _ start: JSONScan, whole: () throws(Mistakes) -> JSONScan
  ) throws(Mistakes) {
    guard start.firstIsObject, let rows = start.wrappedRows, let key = rows.path.first else { return nil }
    let lists = Set(start.arrays.filter { $0.path.count == 1 }.map { $0.path[0] })
    let others = start.topKeys.filter { $0 != key }
    guard others.allSatisfy({ Self.pageKeys.contains($0.lowercased()) || lists.contains($0) }) else {
      return nil
    }
    let scan = try whole()
    let found = scan.arrays.filter { $0.path == rows.path && $0.others == 0 }
    guard scan.fault == nil, found.count == scan.topValues else { return nil }
    places = found.filter { $0.objects > 0 }
    pageCount = found.count
    otherKeys = others
  }

  /// What the report says.
  var words: String {
    let count = places.reduce(0) { $0 + $1.objects }
    let name = shownName(places.first?.path.joined(separator: ".") ?? "")
    let rows = count == 1 ? "1 object" : "\(grouped(count)) objects"
    let pages = pageCount == 1 ? "1 page" : "\(grouped(pageCount)) pages"
    let rest =
      otherKeys.isEmpty ? "" : "; not read: " + otherKeys.prefix(8).map(shownName).joined(separator: ", ")
    return "the rows are the \(rows) in \(name) of \(pages)" + rest + (otherKeys.count > 8 ? " …" : "")
  }

  /// Writes the rows of all pages as one array, each in the line in which it stands in the file.
  func copy(of path: String, to writer: inout SpoolWriter) throws(FileTrouble) {
    var index = 0
    var line = 1
    var offset = 0
    try writer.append([UInt8(ascii: "[")])
    try readText(of: path) { piece throws(FileTrouble) in
      try write(piece, at: offset, &index, &line, &writer)
      offset += piece.count
      return index < places.count
    }
    try writer.append([UInt8(ascii: "]")])
  }

  private func write(
    _ piece: Bytes, at offset: Int, _ index: inout Int, _ line: inout Int,
    _ writer: inout SpoolWriter
  ) throws(FileTrouble) {
    let end = offset + piece.count
    while index < places.count {
      let place = places[index]
      let inside = (place.bytes.lowerBound + 1)..<(place.bytes.upperBound - 1)
      guard inside.lowerBound < end else { return }
      if inside.lowerBound >= offset {
        if index > 0 { try writer.append([UInt8(ascii: ",")]) }
        try writer.append([UInt8](repeating: UInt8(ascii: "\n"), count: max(0, place.line - line)))
        line = max(line, place.line)
      }
      let (low, high) = (max(inside.lowerBound, offset) - offset, min(inside.upperBound, end) - offset)
      if low < high {
        let part = piece.extracting(low..<high)
        for at in part.indices where part[at] == UInt8(ascii: "\n") { line += 1 }
        try writer.append(part)
      }
      guard inside.upperBound <= end else { return }
      index += 1
    }
  }
}
