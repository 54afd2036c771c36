internal import CADBC

/// Reads a type's description and makes the reader for it.
@unsafe struct SchemaView {
  let schema: UnsafePointer<ArrowSchema>

  init(_ schema: UnsafePointer<ArrowSchema>) { unsafe self.schema = schema }

  var format: String { unsafe schema.pointee.format.map { unsafe String(cString: $0) } ?? "" }
  var name: String { unsafe schema.pointee.name.map { unsafe String(cString: $0) } ?? "" }

  /// The names of the children, and a reader for each.
  func childReaders() throws(EngineError) -> (names: [String], readers: [any ColumnReader]) {
    var names: [String] = []
    var readers: [any ColumnReader] = []
    for index in unsafe 0..<Int(schema.pointee.n_children) {
      guard let child = unsafe schema.pointee.children?[index] else { throw .malformedBatch }
      unsafe names.append(SchemaView(child).name)
      try unsafe readers.append(SchemaView(child).reader())
    }
    return (names, readers)
  }
}

extension OwnedSchema {
  /// The columns of a result: the children of the outermost description.
  func batchReader() throws(EngineError) -> BatchReader {
    let (names, readers) = try unsafe SchemaView(pointer).childReaders()
    return BatchReader(names: names, readers: readers)
  }
}

extension SchemaView {
  /// The reader for the type; throws `.unsupported` for a type that no engine at hand gives.
  func reader() throws(EngineError) -> any ColumnReader {
    let format = unsafe self.format
    if let dictionary = unsafe schema.pointee.dictionary {
      return try unsafe dictionaryReader(format, labels: SchemaView(dictionary))
    }
    if let reader = simpleReader(format) ?? timeReader(format) { return reader }
    if format.hasPrefix("d:"), let reader = decimalReader(format) { return reader }
    if format.hasPrefix("w:"), let width = Int(format.dropFirst(2)) { return FixedBytesReader(width: width) }
    if format.hasPrefix("+"), let reader = try unsafe nestedReader(format) { return reader }
    throw unsafe unsupported(format)
  }

  private func unsupported(_ format: String) -> EngineError {
    EngineError(
      kind: .unsupported,
      message:
        "column \(unsafe name) has the Arrow type \(format), which is not read; cast it to another type")
  }

  private func dictionaryReader(
    _ format: String, labels: SchemaView
  ) throws(EngineError) -> any ColumnReader {
    guard case .text = try unsafe labels.reader().type else {
      throw unsafe unsupported(format + " with a dictionary")
    }
    let large = unsafe labels.format == "U"
    let views = unsafe labels.format == "vu"
    let reader: () -> any ColumnReader = {
      if views { return ViewTextReader(.text) }
      return large ? OffsetTextReader<Int64>(.text) : OffsetTextReader<Int32>(.text)
    }
    switch format {
    case "c": return DictionaryReader<Int8>(labelReader: reader)
    case "C": return DictionaryReader<UInt8>(labelReader: reader)
    case "s": return DictionaryReader<Int16>(labelReader: reader)
    case "S": return DictionaryReader<UInt16>(labelReader: reader)
    case "i": return DictionaryReader<Int32>(labelReader: reader)
    case "I": return DictionaryReader<UInt32>(labelReader: reader)
    case "l": return DictionaryReader<Int64>(labelReader: reader)
    case "L": return DictionaryReader<UInt64>(labelReader: reader)
    default: throw unsafe unsupported(format + " with a dictionary")
    }
  }

  private func nestedReader(_ format: String) throws(EngineError) -> (any ColumnReader)? {
    let (names, readers) = try unsafe childReaders()
    switch format {
    case "+s": return RecordReader(names: names, fields: readers)
    case "+l", "+m": return readers.first.map { ListReader<Int32>($0) }
    case "+L": return readers.first.map { ListReader<Int64>($0) }
    case _ where format.hasPrefix("+w:"):
      guard let width = Int(format.dropFirst(3)), let element = readers.first else { return nil }
      return FixedListReader(width: width, element)
    case _ where format.hasPrefix("+us:"):
      let tags = format.dropFirst(4).split(separator: ",").compactMap { Int($0) }
      return tags.count == readers.count ? VariantReader(tags: tags, names: names, children: readers) : nil
    default: return nil
    }
  }
}
