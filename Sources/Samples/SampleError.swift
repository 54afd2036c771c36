/// Why a sample was not written; the words are made by those who show it.
public enum SampleError: Error, Equatable, Sendable {
  /// Fewer rows than every kind of event needs for its first and last day.
  case tooFewRows(minimum: Int)
  /// More rows than fit in the memory of a usual machine while they are drawn.
  case tooManyRows(maximum: Int)
  /// The folder or a file cannot be made; `errno` is the system's reason.
  case cannotCreate(path: String, errno: Int32)
  /// Writing stopped, for instance on a full disk.
  case cannotWrite(path: String, errno: Int32)
  /// A file of this name is there, in a folder that is no sample.
  case wouldOverwrite(path: String)
  /// The folder holds other files and no sample.
  case holdsOtherFiles(path: String)
  /// Somebody asked to stop; nothing was changed.
  case cancelled
}
