/// Settings for the engine inside the process.
public enum EngineOptions {
  /// DuckDB without network, without extensions from elsewhere, and with its spill files in a private place.
  ///
  /// - `threads`: all cores where nil. `memoryLimit`: such as "4GB"; four fifths of the memory where nil.
  /// - `path`: the file of the database; in memory where nil.
  public static func embedded(
    threads: Int? = nil, memoryLimit: String? = nil, path: String? = nil, temporaryFolder: String? = nil
  ) -> [String: String] {
    var options = [
      "autoinstall_known_extensions": "false",
      "autoload_known_extensions": "false",
      "allow_community_extensions": "false",
      "allow_unsigned_extensions": "false",
    ]
    options["threads"] = threads.map(String.init)
    options["memory_limit"] = memoryLimit
    options["path"] = path
    options["temp_directory"] = temporaryFolder
    return options
  }
}
