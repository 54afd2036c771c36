import Engine
import Testing

/// An expression with the type and the value that it must arrive with.
struct TypeCase: Sendable, CustomTestStringConvertible {
  var sql: String
  var type: ColumnType
  var cell: Cell

  init(_ sql: String, _ type: ColumnType, _ cell: Cell) {
    self.sql = sql
    self.type = type
    self.cell = cell
  }

  var testDescription: String { sql }
}

@Suite struct TypeTests {
  static let numbers = [
    TypeCase("true", .boolean, .bool(true)),
    TypeCase("(-128)::tinyint", .integer, .int(-128)),
    TypeCase("(-32768)::smallint", .integer, .int(-32768)),
    TypeCase("(-2147483648)::integer", .integer, .int(-2_147_483_648)),
    TypeCase("(-9223372036854775808)::bigint", .integer, .int(.min)),
    TypeCase("255::utinyint", .unsigned, .uint(255)),
    TypeCase("65535::usmallint", .unsigned, .uint(65535)),
    TypeCase("4294967295::uinteger", .unsigned, .uint(4_294_967_295)),
    TypeCase("18446744073709551615::ubigint", .unsigned, .uint(.max)),
    TypeCase("1.5::float", .double, .double(1.5)),
    TypeCase("0.1::double", .double, .double(0.1)),
    TypeCase("'inf'::double", .double, .double(.infinity)),
    TypeCase(
      "170141183460469231731687303715884105727::hugeint", .decimal(scale: 0), .decimal(.max, scale: 0)),
    TypeCase(
      "(-170141183460469231731687303715884105728)::hugeint", .decimal(scale: 0), .decimal(.min, scale: 0)),
    TypeCase("(select sum(i) from range(4) t(i))", .decimal(scale: 0), .decimal(6, scale: 0)),
    TypeCase("12.34::decimal(4,2)", .decimal(scale: 2), .decimal(1234, scale: 2)),
    TypeCase("(-0.000001)::decimal(9,6)", .decimal(scale: 6), .decimal(-1, scale: 6)),
    TypeCase(
      "12345678901234567890123456789012345.678::decimal(38,3)", .decimal(scale: 3),
      .decimal(12_345_678_901_234_567_890_123_456_789_012_345_678, scale: 3)),
  ]

  static let texts = [
    TypeCase("''", .text, .text("")),
    TypeCase("'é 日本 👩‍👧'", .text, .text("é 日本 👩‍👧")),
    TypeCase("'a' || chr(0) || 'b'", .text, .text("a\u{0}b")),
    TypeCase("repeat('x', 5000)", .text, .text(String(repeating: "x", count: 5000))),
    TypeCase(
      "'c0ffee00-1111-2222-3333-444455556666'::uuid", .text, .text("c0ffee00-1111-2222-3333-444455556666")),
    TypeCase("'{\"a\": [1]}'::json", .text, .text("{\"a\": [1]}")),
    TypeCase("'\\x00\\xFF'::blob", .bytes, .bytes([0, 255])),
    TypeCase("'b'::enum('a', 'b')", .text, .text("b")),
    TypeCase("null::integer", .integer, .null),
  ]

  static let times = [
    TypeCase("date '1970-01-02'", .date, .date(1)),
    TypeCase("date '1969-12-31'", .date, .date(-1)),
    TypeCase("date 'infinity'", .date, .date(.max)),
    TypeCase("time '00:00:01.5'", .time, .time(microseconds: 1_500_000)),
    TypeCase(
      "timestamp '1970-01-01 00:00:00.000001'", .timestamp(zoned: false),
      .timestamp(microseconds: 1, zoned: false)),
    TypeCase(
      "timestamp_s '1970-01-01 00:00:02'", .timestamp(zoned: false),
      .timestamp(microseconds: 2_000_000, zoned: false)),
    TypeCase(
      "timestamp_ms '1970-01-01 00:00:00.002'", .timestamp(zoned: false),
      .timestamp(microseconds: 2000, zoned: false)),
    TypeCase(
      "timestamp_ns '1969-12-31 23:59:59.999999999'", .timestamp(zoned: false),
      .timestamp(microseconds: -1, zoned: false)),
    TypeCase("timestamp 'infinity'", .timestamp(zoned: false), .timestamp(microseconds: .max, zoned: false)),
    TypeCase(
      "timestamp_s '-infinity'", .timestamp(zoned: false), .timestamp(microseconds: -.max, zoned: false)),
    TypeCase(
      "timestamptz '1970-01-01 02:00:00+02'", .timestamp(zoned: true),
      .timestamp(microseconds: 0, zoned: true)),
    TypeCase(
      "interval '2 months 3 days 4 seconds'", .interval,
      .interval(months: 2, days: 3, nanoseconds: 4_000_000_000)),
  ]

  static let nested = [
    TypeCase("[1, null, 3]", .list(of: .integer), .list([.int(1), .null, .int(3)])),
    TypeCase("[]::integer[]", .list(of: .integer), .list([])),
    TypeCase("array_value('a', 'b')", .list(of: .text), .list([.text("a"), .text("b")])),
    TypeCase(
      "{'a': 1, 'b': ['x']}",
      .record([FieldType(name: "a", type: .integer), FieldType(name: "b", type: .list(of: .text))]),
      .record([RecordField(name: "a", value: .int(1)), RecordField(name: "b", value: .list([.text("x")]))])),
    TypeCase(
      "map {'k': 7}",
      .list(of: .record([FieldType(name: "key", type: .text), FieldType(name: "value", type: .integer)])),
      .list([
        .record([RecordField(name: "key", value: .text("k")), RecordField(name: "value", value: .int(7))])
      ])),
    TypeCase(
      "union_value(n := 5)::union(t varchar, n integer)",
      .variant([FieldType(name: "t", type: .text), FieldType(name: "n", type: .integer)]), .int(5)),
    TypeCase(
      "[[1], null, []]::integer[][]", .list(of: .list(of: .integer)),
      .list([.list([.int(1)]), .null, .list([])])),
  ]

  @Test(arguments: numbers + texts + times + nested)
  func `A value arrives as what it is`(_ example: TypeCase) throws {
    let result = try TestEngine.open().query("select \(example.sql) as x")
    #expect(result.columns.map(\.type) == [example.type])
    #expect(result.row(0) == [example.cell])
  }

  @Test(arguments: numbers + texts + times + nested)
  func `A missing value arrives as null, between values`(_ example: TypeCase) throws {
    let result = try TestEngine.open().query(
      "select case when i = 1 then null else \(example.sql) end as x from range(3) t(i) order by i")
    let column = try #require(result.column("x"))
    #expect([column[0], column[1], column[2]] == [example.cell, .null, example.cell])
    #expect(column.isNull(1))
  }

  @Test func `The literal NULL has a type of its own`() throws {
    let result = try TestEngine.open().query("select null as x from range(3)")
    #expect(result.columns[0].type == .null)
    #expect((0..<3).map { result.columns[0][$0] } == [.null, .null, .null])
    #expect(result.columns[0].isNull(2))
  }

  @Test func `Texts in views and with long offsets are read like others`() throws {
    let connection = try TestEngine.open()
    let sql = """
      select case when i % 3 = 0 then null else repeat('ab', i::integer) end as s, s::blob as b, [s] as l
      from range(30) r(i) order by i
      """
    let plain = try connection.query(sql)
    try connection.execute("set arrow_large_buffer_size=true")
    let large = try connection.query(sql)
    try connection.execute("set arrow_large_buffer_size=false")
    try connection.execute("set arrow_output_version='1.4'")
    try connection.execute("set produce_arrow_string_view=true")
    let views = try connection.query(sql)
    for row in 0..<30 {
      let text = row % 3 == 0 ? Cell.null : .text(String(repeating: "ab", count: row))
      #expect(plain.row(row)[0] == text)
      #expect(large.row(row) == plain.row(row))
      #expect(views.row(row) == plain.row(row))
    }
  }

  @Test func `Decimals of 32 and 64 bits are read like those of 128`() throws {
    let connection = try TestEngine.open()
    try connection.execute("set arrow_output_version='1.5'")
    let result = try connection.query("select 12.3::decimal(4,1) a, -4.56::decimal(18,2) b, 7::hugeint c")
    #expect(result.row(0) == [.decimal(123, scale: 1), .decimal(-456, scale: 2), .decimal(7, scale: 0)])
  }
}
