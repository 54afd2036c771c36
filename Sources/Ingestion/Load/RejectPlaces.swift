import Engine

/// Writes beside each rejected row where it stands and how it begins.
struct RejectPlaces {
  let session: EngineSession
  let builder: TableBuilder

  /// Adds the broken records as rejected rows, then finds every rejected row in its file.
  func write(_ parts: [TableBuilder.Part]) throws(EngineError) {
    let table = sqlName(builder.tableName)
    let count = try session.numbers("select count(\(HiddenColumn.reject)) from \(table)")[0]
    for (index, part) in parts.enumerated() where count > 0 || !part.broken.isEmpty {
      let rows = try rejectedRows(in: part.rows, withEmpty: !builder.files[index].isDelimited)
      guard !rows.isEmpty || !part.broken.isEmpty else { continue }
      let file = builder.files[index]
      let found = places(
        in: file, rows: rows.map { $0 - part.rows.lowerBound }, broken: part.broken.map(\.offset))
      try write(rows: rows, first: part.rows.lowerBound, found.good, file)
      try insert(part.broken, found.broken, file)
    }
  }

  private func rejectedRows(in range: Range<Int>, withEmpty: Bool) throws(EngineError) -> [Int] {
    let kind = withEmpty ? "is not null" : "<> \(sqlText(TableBuilder.emptyRow))"
    let result = try session.query(
      """
      select rowid from \(sqlName(builder.tableName)) where \(HiddenColumn.reject) \(kind) \
      and rowid >= \(range.lowerBound) and rowid < \(range.upperBound) order by 1
      """)
    return (0..<result.rowCount).map { Int(result.columns[0].int($0) ?? 0) }
  }

  /// Lines where the file's form has them; else the rows are told by number.
  private func places(
    in file: RawFile, rows: [Int], broken: [Int]
  ) -> (good: [Int: RecordPlace], broken: [Int: RecordPlace]) {
    guard !FileFormat.isCompressed(file.readPath) || FileFormat.isGzip(file.readPath) else {
      return ([:], [:])
    }
    switch file.layout {
    case .delimited(let layout):
      var scanner = RecordScanner(wanted: rows, broken: broken, layout: layout, columnCount: file.names.count)
      try? readText(of: file.readPath) { piece in
        scanner.scan(piece)
        return !scanner.isDone
      }
      scanner.finish()
      return (scanner.places, scanner.brokenPlaces)
    case .json(let layout):
      var scanner = ObjectScanner(wanted: rows, isLines: layout.isLines, linesBefore: layout.linesBefore)
      try? readText(of: file.readPath) { piece in
        scanner.scan(piece)
        return !scanner.isDone
      }
      scanner.finish()
      return (scanner.places, [:])
    case .parquet: return ([:], [:])
    }
  }

  private func write(
    rows: [Int], first: Int, _ places: [Int: RecordPlace], _ file: RawFile
  ) throws(EngineError) {
    for start in stride(from: 0, to: rows.count, by: 2000) {
      let values = rows[start..<min(start + 2000, rows.count)].map { row -> String in
        let place = places[row - first]
        let words =
          place.map { file.place(ofLine: $0.line) } ?? "\(file.file.shown): row \(row - first + 1)"
        return "(\(row), \(sqlText(words)), \(sqlText(place?.beginning ?? "")))"
      }
      try session.execute(
        """
        update \(sqlName(builder.tableName)) set \(HiddenColumn.place) = p.place, \(HiddenColumn.beginning) = p.beginning \
        from (values \(values.joined(separator: ", "))) p(row, place, beginning) \
        where \(sqlName(builder.tableName)).rowid = p.row
        """)
    }
  }

  private func insert(
    _ records: [BrokenRecord], _ places: [Int: RecordPlace], _ file: RawFile
  ) throws(EngineError) {
    for start in stride(from: 0, to: records.count, by: 2000) {
      let values = records[start..<min(start + 2000, records.count)].map { record -> String in
        let place = places[record.offset]
        let words = place.map { file.place(ofLine: $0.line) } ?? file.file.shown
        let beginning = place?.beginning ?? String(record.beginning.prefix(160))
        return "(\(sqlText(record.reason)), \(sqlText(words)), \(sqlText(beginning)))"
      }
      try session.execute(
        """
        insert into \(sqlName(builder.tableName)) (\(HiddenColumn.all.joined(separator: ", "))) \
        values \(values.joined(separator: ", "))
        """)
    }
  }
}
