#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a path leads to.
enum PathTarget {
  case file
  case folder
  case nothing

  init(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      self = .nothing
      return
    }
    self = status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }
}

/// The names in a folder, sorted; none where it cannot be read.
func namesInFolder(_ path: String) -> [String] {
  guard let folder = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
      unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// The paths that a pattern matches, sorted.
func pathsMatching(_ pattern: String) -> [String] {
  var result = unsafe glob_t()
  defer { unsafe globfree(&result) }
  guard unsafe glob(pattern, 0, nil, &result) == 0, let paths = unsafe result.gl_pathv else { return [] }
  return unsafe (0..<Int(result.gl_pathc)).compactMap { index in
    unsafe paths[index].map { unsafe String(cString: $0) }
  }
}

/// Makes a folder for this user alone; false where that fails.
func makeFolder(_ path: String) -> Bool { unsafe mkdir(path, 0o700) == 0 }

/// Removes a folder that holds only files.
func removeFolder(_ path: String) {
  for name in namesInFolder(path) { removeFile("\(path)/\(name)") }
  unsafe rmdir(path)
}

func removeFile(_ path: String) { unsafe unlink(path) }

func truncateFile(_ path: String, to size: Int) throws(FileTrouble) {
  guard unsafe truncate(path, off_t(size)) == 0 else { throw FileTrouble() }
}
