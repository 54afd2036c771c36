#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

func fileExists(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

/// The text of a small file; nil where it cannot be read or is no UTF-8.
func readText(_ path: String) -> String? {
  let file = unsafe open(path, O_RDONLY)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = unsafe read(file, &block, block.count)
    guard count >= 0 else { return nil }
    if count == 0 { return String(validating: bytes, as: UTF8.self) }
    bytes.append(contentsOf: block[..<count])
  }
}
