#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A CSV file that is being written: cells are appended, rows ended, bytes handed over in large pieces.
struct CSVFile: ~Copyable {
  let name: String
  let path: String
  private(set) var rows = 0
  private(set) var bytesWritten = 0
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isRowEmpty = true
  private static let pieceSize = 1 << 18

  /// Creates the file, or empties the one that is there.
  ///
  /// - Parameter header: the names of the columns, which are not counted among the rows; nil for none.
  init(_ name: String, header: String?, in directory: String) throws(SampleError) {
    let path = directory + "/" + name
    let opened = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard opened >= 0 else { throw .cannotCreate(path: path, errno: errno) }
    self.name = name
    self.path = path
    descriptor = opened
    buffer.reserveCapacity(Self.pieceSize + 4096)
    if let header { buffer.append(contentsOf: Array((header + "\n").utf8)) }
  }

  deinit { close(descriptor) }

  private mutating func separate() {
    if !isRowEmpty { buffer.append(UInt8(ascii: ",")) }
    isRowEmpty = false
  }

  mutating func cell(_ bytes: [UInt8]) {
    separate()
    buffer.append(contentsOf: bytes)
  }

  mutating func emptyCell() { separate() }

  mutating func cell(_ number: Int?) {
    separate()
    if let number { appendDecimal(number, to: &buffer) }
  }

  mutating func hundredths(_ number: Int) {
    separate()
    appendHundredths(number, to: &buffer)
  }

  mutating func yes(_ isTrue: Bool) {
    separate()
    buffer.append(contentsOf: isTrue ? Self.yesBytes : Self.noBytes)
  }

  private static let yesBytes = Array("yes".utf8)
  private static let noBytes = Array("no".utf8)

  /// An identifier: a letter and a number.
  mutating func id(_ letter: UInt8, _ number: Int) {
    separate()
    buffer.append(letter)
    appendDecimal(number, to: &buffer)
  }

  /// `2026-03-30T09:15:02+01:00`, from the date's bytes and the seconds since midnight.
  mutating func time(_ date: [UInt8], second: Int) {
    separate()
    buffer.append(contentsOf: date)
    buffer.append(UInt8(ascii: "T"))
    appendTwoDigits(second / 3600, to: &buffer)
    buffer.append(UInt8(ascii: ":"))
    appendTwoDigits(second / 60 % 60, to: &buffer)
    buffer.append(UInt8(ascii: ":"))
    appendTwoDigits(second % 60, to: &buffer)
    buffer.append(contentsOf: Self.offset)
  }

  private static let offset = Array(SampleCalendar.offset.utf8)

  /// Free text, in quotes where it holds a comma or a quote.
  mutating func text(_ bytes: [UInt8]) {
    separate()
    guard bytes.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else {
      buffer.append(contentsOf: bytes)
      return
    }
    buffer.append(UInt8(ascii: "\""))
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    buffer.append(UInt8(ascii: "\""))
  }

  mutating func endRow() throws(SampleError) {
    buffer.append(UInt8(ascii: "\n"))
    isRowEmpty = true
    rows += 1
    if buffer.count >= Self.pieceSize { try flush() }
  }

  /// Hands over what is left; to be called last.
  mutating func finish() throws(SampleError) -> SampleSummary.File {
    try flush()
    return SampleSummary.File(name: name, rows: rows, bytes: bytesWritten)
  }

  private mutating func flush() throws(SampleError) {
    var done = 0
    while done < buffer.count {
      let written = unsafe buffer[done...].withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { throw .cannotWrite(path: path, errno: errno) }
      done += written
    }
    bytesWritten += done
    buffer.removeAll(keepingCapacity: true)
  }
}
