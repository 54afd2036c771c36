/// The values of a column in typed arrays, and which of them are there.
struct ColumnStorage: Sendable {
  var count: Int
  /// nil where no value is missing.
  var valid: [Bool]?
  var values: Values

  indirect enum Values: Sendable {
    case null
    case bool([Bool])
    case int([Int64])
    case uint([UInt64])
    case double([Double])
    case decimal([Int128], scale: Int)
    case text(TextValues)
    /// Indices into a short list of texts, as an ENUM arrives.
    case coded([Int32], labels: [String])
    case bytes(TextValues)
    case date([Int32])
    case time([Int64])
    case timestamp([Int64], zoned: Bool)
    case interval([IntervalValue])
    case list(ends: [Int], ColumnStorage)
    case record([(name: String, storage: ColumnStorage)])
    /// Which child holds the value of a row; each child has a value for every row.
    case variant(tags: [Int], children: [ColumnStorage])
  }

  func isValid(_ row: Int) -> Bool { valid?[row] ?? true }

  func isNull(_ row: Int) -> Bool {
    switch values {
    case .variant(let tags, let children): children[tags[row]].isNull(row)
    default: !isValid(row)
    }
  }
}

/// A span of time in the three parts that calendars do not let us add up.
struct IntervalValue: Sendable {
  var months: Int32
  var days: Int32
  var nanoseconds: Int64
}

/// Texts one after another in a single buffer: copying a batch of them is one copy of memory.
struct TextValues: Sendable, Equatable {
  var buffer: [UInt8] = []
  /// Where each text ends in the buffer.
  var ends: [Int] = []

  func slice(_ row: Int) -> ArraySlice<UInt8> {
    buffer[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
  }

  func text(_ row: Int) -> String { String(decoding: slice(row), as: UTF8.self) }
}

extension ColumnStorage {
  /// The value of a row; null where it is missing.
  func cell(_ row: Int) -> Cell {
    guard isValid(row) else { return .null }
    switch values {
    case .null: return .null
    case .bool(let values): return .bool(values[row])
    case .int(let values): return .int(values[row])
    case .uint(let values): return .uint(values[row])
    case .double(let values): return .double(values[row])
    case .decimal(let values, let scale): return .decimal(values[row], scale: scale)
    case .text(let values): return .text(values.text(row))
    case .coded(let codes, let labels): return .text(labels[Int(codes[row])])
    case .bytes(let values): return .bytes(Array(values.slice(row)))
    case .date(let values): return .date(values[row])
    case .time(let values): return .time(microseconds: values[row])
    case .timestamp(let values, let zoned): return .timestamp(microseconds: values[row], zoned: zoned)
    case .interval(let values): return values[row].cell
    case .list(let ends, let child):
      return .list(((row == 0 ? 0 : ends[row - 1])..<ends[row]).map(child.cell))
    case .record(let fields):
      return .record(fields.map { RecordField(name: $0.name, value: $0.storage.cell(row)) })
    case .variant(let tags, let children): return children[tags[row]].cell(row)
    }
  }
}

extension IntervalValue {
  var cell: Cell { .interval(months: months, days: days, nanoseconds: nanoseconds) }
}
