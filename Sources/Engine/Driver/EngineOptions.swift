/// Settings for the engine inside the process.
public enum EngineOptions {
  /// DuckDB without extensions from elsewhere, without stored secrets, and with its spill files in a private place.
  ///
  /// - `threads`: all cores where nil. `memoryLimit`: such as "4GB"; four fifths of the memory where nil.
  /// - `path`: the file of the database; in memory where nil.
  /// - `temporaryFolder`: made when first needed, in a folder that exists; no spilling to disk where nil.
  public static func embedded(
    threads: Int? = nil, memoryLimit: String? = nil, path: String? = nil,
    temporaryFolder: String? = TemporaryFolder.make()
  ) -> [String: String] {
    var options = [
      "allow_community_extensions": "false",
      "allow_extension_repositories": "forbidden",
      "allow_persistent_secrets": "false",
      "allow_unsigned_extensions": "false",
      "autoinstall_known_extensions": "false",
      "autoload_known_extensions": "false",
      // INSTALL looks here instead of in the network, and there cannot be such a folder.
      "custom_extension_repository": "/dev/null/no-extensions",
      "temp_directory": temporaryFolder ?? "",
    ]
    options["threads"] = threads.map(String.init)
    options["memory_limit"] = memoryLimit
    options["path"] = path
    return options
  }
}
