/// Where files that `make setup` fetches can lie: in `.engine` of the checkout that holds the executable, in `lib/cxsh` beside the
/// `bin` of an installed one, or in a folder that a variable of the environment names.
struct ResourceFolders {
  let places: [String]

  init(_ name: String, variable: String, executablePath: String, environment: [String: String]) {
    if let named = environment[variable], !named.isEmpty {
      places = [named]
      return
    }
    let start = Paths.folder(of: executablePath)
    var found: [String] = []
    var folder = start
    while folder != "/" && folder != "." && !folder.isEmpty {
      found.append(folder + "/.engine/" + name)
      folder = Paths.folder(of: folder)
    }
    places = found + [Paths.folder(of: start) + "/lib/cxsh/" + name]
  }

  /// The first of them that holds a file.
  func first(with file: String) -> String? { places.first { Disk.exists($0 + "/" + file) } }
}
