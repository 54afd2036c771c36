import DataModel
import Testing

@testable import SQLWriting

/// Names and texts of the user in SQL: nothing in them is read as SQL.
struct DialectTests {
  let dialect = Dialect.duckDB

  @Test func quotesAreDoubled() {
    #expect(dialect.identifier(#"a "quoted" name"#) == #""a ""quoted"" name""#)
    #expect(dialect.literal("it's; drop table x --") == "'it''s; drop table x --'")
  }

  /// The engine ends a text at a zero byte.
  @Test func zeroBytesAreLeftOut() {
    #expect(dialect.literal("a\0'b") == "'a''b'")
    #expect(dialect.identifier("a\0\"b") == "\"a\"\"b\"")
  }

  /// A quote followed by a combining mark is one character, and still a quote.
  @Test func quotesUnderCombiningMarksAreDoubled() {
    #expect(Array(dialect.literal("a'\u{301}b").unicodeScalars) == Array("'a''\u{301}b'".unicodeScalars))
  }

  @Test func numbersAreExact() {
    #expect(dialect.literal(4) == "4")
    #expect(dialect.literal(-0.25) == "-0.25")
    #expect(dialect.literal(0.1) == "0.1")
    #expect(dialect.literal(1e20) == "cast('1e+20' as double)")
    #expect(dialect.literal(1e-9) == "cast('1e-09' as double)")
  }
}
