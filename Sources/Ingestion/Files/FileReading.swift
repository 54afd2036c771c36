/// Reads a file from its start, piece by piece, until `body` says to stop.
///
/// - Parameter pieceSize: bytes in a piece.
func readPieces(
  of path: String, pieceSize: Int = 1 << 20, _ body: (Bytes) throws(FileTrouble) -> Bool
) throws(FileTrouble) {
  let file = try OpenFile(path, for: .reading)
  try passPieces(pieceSize, { buffer throws(FileTrouble) in try file.read(into: &buffer) }, to: body)
}

/// Reads what a file holds, inflated where it is gzip, piece by piece until `body` says to stop.
func readText(
  of path: String, pieceSize: Int = 1 << 20, _ body: (Bytes) throws(FileTrouble) -> Bool
) throws(FileTrouble) {
  guard FileFormat.isGzip(path) else { return try readPieces(of: path, pieceSize: pieceSize, body) }
  let file = try GzipFile(path)
  try passPieces(pieceSize, { buffer throws(FileTrouble) in try file.read(into: &buffer) }, to: body)
}

private func passPieces(
  _ size: Int, _ read: (inout [UInt8]) throws(FileTrouble) -> Int,
  to body: (Bytes) throws(FileTrouble) -> Bool
) throws(FileTrouble) {
  var buffer = [UInt8](repeating: 0, count: size)
  while true {
    let count = try read(&buffer)
    guard count > 0, try body(buffer.span.extracting(..<count)) else { return }
  }
}

/// The first bytes of what a file holds.
func readHead(of path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
  var head: [UInt8] = []
  try readText(of: path, pieceSize: min(limit, 1 << 18)) { piece in
    head.append(piece.extracting(first: limit - head.count))
    return head.count < limit
  }
  return head
}

/// The last bytes of a file, nil where it cannot be read.
func readTail(of path: String, limit: Int) -> [UInt8]? {
  do throws(FileTrouble) {
    let file = try OpenFile(path, for: .reading)
    var bytes = [UInt8](repeating: 0, count: try file.seek(beforeEnd: limit))
    return try file.read(into: &bytes) == bytes.count ? bytes : nil
  } catch {
    return nil
  }
}

/// The last bytes of what a file holds, inflated where it is gzip: the whole file is read for them.
func readTextTail(of path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
  var tail: [UInt8] = []
  try readText(of: path) { piece in
    tail.append(piece)
    if tail.count > 16 * limit { tail.removeFirst(tail.count - limit) }
    return true
  }
  return Array(tail.suffix(limit))
}
