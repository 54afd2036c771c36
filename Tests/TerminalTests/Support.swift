#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of a test's own below the system's folder for temporary files, removed with its last use.
final class ScratchFolder {
  let path: String

  init() {
    var template = Array("/tmp/cxsh-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp/cxsh-test-none"
  }

  deinit { _ = runToEnd(["/bin/rm", "-rf", path]) }
}

func writeFile(_ path: String, _ text: String) {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  defer { close(file) }
  _ = Array(text.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
}

/// The text of a file, empty if there is none.
func textOfFile(_ path: String) -> String {
  let file = open(path, O_RDONLY)
  defer { close(file) }
  var buffer = [UInt8](repeating: 0, count: 1 << 20)
  let count = read(file, &buffer, buffer.count)
  return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
}

/// Runs a program with nothing on its standard input; its exit status.
func runToEnd(_ arguments: [String], environment: [String: String] = [:]) -> Int32 {
  var process: pid_t = 0
  var words = arguments.map { strdup($0) } + [nil]
  var variables = environment.map { strdup($0.key + "=" + $0.value) } + [nil]
  defer { (words + variables).forEach { free($0) } }
  guard posix_spawn(&process, arguments[0], nil, nil, &words, &variables) == 0 else { return -1 }
  var status: Int32 = 0
  waitpid(process, &status, 0)
  return (status >> 8) & 0xFF
}

/// What the commands of a shell write to standard output when no terminal is near.
func outputOfShell(_ commands: String, environment: [String: String] = [:]) -> String {
  let folder = ScratchFolder()
  let basis = [
    "PATH": "/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8", "TERM": "xterm", "PROBE": probePath,
  ]
  _ = runToEnd(
    ["/bin/sh", "-c", "{ \(commands)\n} < /dev/null > \(folder.path)/output 2>&1"],
    environment: basis.merging(environment) { $1 })
  return textOfFile(folder.path + "/output")
}
