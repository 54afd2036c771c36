internal import CEditLine

/// The environment variables of this process.
public enum ProcessEnvironment {
  /// All variables, read once.
  public static let variables: [String: String] = read()

  private static func read() -> [String: String] {
    var variables: [String: String] = [:]
    guard var entry = unsafe cx_environment() else { return [:] }
    while let text = unsafe entry.pointee {
      let pair = unsafe String(cString: text).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if pair.count == 2 { variables[String(pair[0])] = String(pair[1]) }
      unsafe entry += 1
    }
    return variables
  }
}

extension [String: String] {
  /// A variable that is set to something; an empty one counts as not set.
  func filled(_ name: String) -> String? {
    guard let value = self[name], !value.isEmpty else { return nil }
    return value
  }
}
