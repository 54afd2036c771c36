/// Numbers by 64-bit keys, with open addressing: what a pass over all words asks for most.
struct IntegerTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private(set) var count = 0
  private var mask: Int

  init(capacity: Int = 1024) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The number of a key; nil where it has none.
  func find(_ key: UInt64) -> Int32? {
    var place = Self.start(key) & mask
    while values[place] >= 0 {
      if keys[place] == key { return values[place] }
      place = (place + 1) & mask
    }
    return nil
  }

  /// The number of a key, which is `value` from now on where it had none.
  mutating func number(of key: UInt64, else value: Int32) -> Int32 {
    var place = Self.start(key) & mask
    while values[place] >= 0 {
      if keys[place] == key { return values[place] }
      place = (place + 1) & mask
    }
    (keys[place], values[place]) = (key, value)
    count += 1
    if count * 2 > keys.count { grow() }
    return value
  }

  private mutating func grow() {
    var larger = IntegerTable(capacity: keys.count)
    for place in keys.indices where values[place] >= 0 {
      _ = larger.number(of: keys[place], else: values[place])
    }
    self = larger
  }

  /// Spreads the bits of a key.
  private static func start(_ key: UInt64) -> Int {
    let mixed = (key ^ (key >> 31)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 29)) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
