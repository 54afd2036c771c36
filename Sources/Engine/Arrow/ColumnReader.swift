internal import CADBC

/// Copies one column out of batches, one batch after another.
protocol ColumnReader: AnyObject {
  var type: ColumnType { get }

  /// Copies `count` values that begin at `start`, both in the view's own rows.
  func append(_ view: ArrowView, start: Int, count: Int) throws(EngineError)

  /// What was gathered since the last time.
  func finish() -> ColumnStorage
}

/// Reads the columns of a result.
final class BatchReader {
  let names: [String]
  let readers: [any ColumnReader]
  private var rowCount = 0

  init(names: [String], readers: [any ColumnReader]) {
    self.names = names
    self.readers = readers
  }

  /// Copies a batch, whose columns are the children of one array.
  func append(_ batch: OwnedArray) throws(EngineError) {
    let view = unsafe ArrowView(UnsafePointer(batch.pointer))
    guard unsafe view.childCount == readers.count else { throw .malformedBatch }
    let count = unsafe view.length
    for (index, reader) in readers.enumerated() {
      try unsafe reader.append(view.child(index), start: view.offset, count: count)
    }
    rowCount += count
  }

  /// What was gathered since the last time.
  func finish() -> ResultSet {
    defer { rowCount = 0 }
    let columns = zip(names, readers).map { name, reader in
      ResultColumn(name: name, type: reader.type, storage: reader.finish())
    }
    return ResultSet(columns: columns, rowCount: rowCount)
  }
}
