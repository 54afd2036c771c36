#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder that a sample is written to.
enum SampleDirectory {
  /// Makes the folder and those above it, and refuses one whose files are not a sample's.
  ///
  /// A folder that holds `answers.csv` is a sample, and may be written anew.
  static func prepare(_ path: String, files: [String]) throws(SampleError) {
    try make(path)
    guard !exists(path + "/answers.csv") else { return }
    if let taken = files.first(where: { exists(path + "/" + $0) }) {
      throw .wouldOverwrite(path: path + "/" + taken)
    }
  }

  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func make(_ path: String) throws(SampleError) {
    if mkdir(path, 0o755) == 0 { return }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try make(String(path[..<slash]))
      if mkdir(path, 0o755) == 0 { return }
    }
    guard errno == EEXIST, isDirectory(path) else { throw .cannotCreate(path: path, errno: errno) }
  }

  private static func isDirectory(_ path: String) -> Bool {
    guard let handle = opendir(path) else { return false }
    closedir(handle)
    return true
  }
}
