#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

func writeFile(_ path: String, _ text: String) {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  defer { close(file) }
  _ = Array(text.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
}
