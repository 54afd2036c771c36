/// What a sample holds.
public struct SampleSummary: Equatable, Sendable {
  /// A file that was written.
  public struct File: Equatable, Sendable {
    /// Its name within the folder.
    public var name: String
    /// Its rows without the header; for `load.cxs`, its lines.
    public var rows: Int
    /// Its size.
    public var bytes: Int
  }

  /// In the order of writing.
  public var files: [File]
  /// All events; what `--rows` asked for.
  public var events: Int
  /// The rows of `answers.csv`.
  public var planted: [PlantedCell]
  /// An earlier sample stood there.
  public var isReplacing: Bool
}
