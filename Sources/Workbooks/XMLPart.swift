import CWorkbook

/// The elements that matter, by their names without prefix.
typealias Element = cworkbook_element

/// The attributes of an element; they last as long as the call that gives them.
@safe struct Attributes {
  fileprivate let list: cworkbook_attributes

  /// An attribute by its name without prefix.
  func text(_ name: String) -> String? {
    unsafe cworkbook_attribute(list, name).map { unsafe String(cString: $0) }
  }

  func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

  /// True where it is written so: `1`, `true`.
  func flag(_ name: String) -> Bool { ["1", "true", "on"].contains(text(name) ?? "") }

  /// Place, style and type of a cell, or the number of a row.
  var cell: cworkbook_cell {
    var cell = cworkbook_cell()
    unsafe cworkbook_read_cell(list, &cell)
    return cell
  }
}

/// Follows the elements of one part.
@safe class PartReader {
  fileprivate var xml: OpaquePointer?

  func start(_ element: Element, _ attributes: Attributes) {}
  func end(_ element: Element) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}

  /// Nothing more is wanted of the part.
  final func stop() {
    isStopped = true
    if let xml = unsafe xml { unsafe cworkbook_xml_stop(xml) }
  }
  private(set) final var isStopped = false

  /// Reads a part of an archive to its end, or until `stop`.
  final func read(_ name: String, in archive: Archive) throws(WorkbookTrouble) {
    // Safe: the reader lives longer than the parser, which this function frees; the handlers run only in `feed`.
    var handlers = unsafe cworkbook_handlers()
    unsafe handlers.context = Unmanaged.passUnretained(self).toOpaque()
    unsafe handlers.start = { context, element, attributes in
      guard let context = unsafe context, let attributes = unsafe attributes else { return }
      unsafe Unmanaged<PartReader>.fromOpaque(context).takeUnretainedValue()
        .start(element, Attributes(list: attributes))
    }
    unsafe handlers.end = { context, element in
      guard let context = unsafe context else { return }
      unsafe Unmanaged<PartReader>.fromOpaque(context).takeUnretainedValue().end(element)
    }
    unsafe handlers.text = { context, bytes, count in
      guard let context = unsafe context else { return }
      unsafe Unmanaged<PartReader>.fromOpaque(context).takeUnretainedValue()
        .text(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }
    guard let parser = unsafe cworkbook_xml_new(&handlers) else {
      throw .broken(part: name, reason: "no memory is left for it")
    }
    unsafe xml = parser
    defer {
      unsafe cworkbook_xml_free(parser)
      unsafe xml = nil
    }
    var isWellFormed = true
    try unsafe archive.read(name) { piece in
      isWellFormed = unsafe cworkbook_xml_feed(parser, piece.baseAddress, CInt(piece.count), false)
      return isWellFormed
    }
    if isWellFormed { isWellFormed = unsafe cworkbook_xml_feed(parser, nil, 0, true) }
    guard isWellFormed || isStopped else {
      let words = unsafe String(cString: cworkbook_xml_words(parser))
      throw .broken(part: name, reason: "\(words) in line \(unsafe cworkbook_xml_line(parser))")
    }
  }
}
