import Engine
import Testing

@Suite struct AccessorTests {
  private func column(_ sql: String) throws -> ResultColumn {
    try #require(try TestEngine.open().query("select \(sql) as x").columns.first)
  }

  @Test func `Whole numbers come from integers, whole decimals and booleans`() throws {
    #expect(try column("7::tinyint").int(0) == 7)
    #expect(try column("7::ubigint").int(0) == 7)
    #expect(try column("18446744073709551615::ubigint").int(0) == nil)
    #expect(try column("(select sum(i) from range(4) t(i))").int(0) == 6)
    #expect(try column("5.00::decimal(4,2)").int(0) == 5)
    #expect(try column("5.01::decimal(4,2)").int(0) == nil)
    #expect(try column("10000000000000000000::hugeint").int(0) == nil)
    #expect(try column("true").int(0) == 1)
    #expect(try column("1.0::double").int(0) == nil)
    #expect(try column("null::integer").int(0) == nil)
  }

  @Test func `Floating point comes from any number`() throws {
    #expect(try column("0.5::double").double(0) == 0.5)
    #expect(try column("7").double(0) == 7)
    #expect(try column("7::utinyint").double(0) == 7)
    #expect(try column("-1.25::decimal(9,2)").double(0) == -1.25)
    #expect(try column("'7'").double(0) == nil)
    #expect(try column("null::double").double(0) == nil)
  }

  @Test func `Exact numbers keep every digit`() throws {
    let value = try #require(try column("123456789012345678901234567890.12::decimal(38,2)").decimal(0))
    #expect(value.unscaled == 12_345_678_901_234_567_890_123_456_789_012)
    #expect(value.scale == 2)
    #expect(try column("7::utinyint").decimal(0)?.unscaled == 7)
    #expect(try column("0.5::double").decimal(0) == nil)
  }

  @Test func `Other accessors give nil for another type or a missing value`() throws {
    #expect(try column("'a'").text(0) == "a")
    #expect(try column("'a'::enum('a')").text(0) == "a")
    #expect(try column("1").text(0) == nil)
    #expect(try column("false").bool(0) == false)
    #expect(try column("1").bool(0) == nil)
    #expect(try column("timestamp '1970-01-01 00:00:01'").microseconds(0) == 1_000_000)
    #expect(try column("date '1970-01-01'").microseconds(0) == nil)
    #expect(try column("date '1970-01-11'").days(0) == 10)
    #expect(try column("null::date").days(0) == nil)
  }

  @Test func `Columns are found by name`() throws {
    let result = try TestEngine.open().query("select 1 as a, 2 as b")
    #expect(result.column("b")?.int(0) == 2)
    #expect(result.index(of: "b") == 1)
    #expect(result.column("c") == nil)
    #expect(result.index(of: "A") == nil)
  }
}
