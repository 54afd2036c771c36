import DataModel
import Testing
import Vocabulary

@testable import Sessions

@Suite struct `The digest of a result` {
  private func table(_ values: [Value], facts: [Fact] = []) -> Table {
    Table(columns: values.indices.map { Column("c\($0)", .number) }, rows: [values], facts: facts)
  }

  @Test func `is taken from header, rows and facts`() {
    let table = Table(
      columns: [Column("stage", .text, part: .key), Column("tickets", .integer, unit: .count)],
      rows: [[.text("onboarding"), .integer(12)], [.missing, .integer(1_234_567_890_123)]],
      facts: [Fact("all tickets", .integer(13))], explanation: ["not covered"], notes: ["not covered"])
    #expect(
      canonicalForm(of: table)
        == "\"stage\",\"tickets\"\n\"onboarding\",12\n,1234567890123\n#facts\n\"all tickets\",13\n")
  }

  /// The expected texts are those of Python's `format(x, ".9g")`.
  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (-0.0, "0"), (1.0 / 3, "0.333333333"), (123456789.5, "123456790"),
    (1e-5, "1e-05"), (-2.5e300, "-2.5e+300"), (5.0, "5"), (1234567890.0, "1.23456789e+09"),
  ])
  func `writes numbers at nine significant digits`(number: Double, text: String) {
    #expect(canonicalForm(of: table([.number(number)])) == "\"c0\"\n\(text)\n#facts\n")
  }

  @Test func `tells missing, empty and a quoted number apart`() {
    let digests = [Value.missing, .text(""), .text("12"), .integer(12), .text("\"")].map {
      digest(of: table([$0]))
    }
    #expect(Set(digests).count == 5)
    #expect(digest(of: table([.number(.nan)])) == digests[0])
    #expect(digest(of: table([.number(12)])) == digests[3])
  }

  @Test func `depends on order and on facts`() {
    let one = Table(columns: [Column("a", .integer)], rows: [[.integer(1)], [.integer(2)]])
    var other = one
    other.rows.reverse()
    #expect(digest(of: one) != digest(of: other))
    other = one
    other.facts = [Fact("n", .integer(2))]
    #expect(digest(of: one) != digest(of: other))
    other = one
    other.notes = ["read from a different folder"]
    #expect(digest(of: one) == digest(of: other))
  }

  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
    (1_782_864_000_000_001, "2026-07-01T00:00:00.000001Z"), (-86_400_000_000, "1969-12-31T00:00:00.000000Z"),
  ])
  func `writes times in UTC`(microseconds: Int64, text: String) {
    #expect(instantText(microseconds: microseconds) == text)
    let here = table([.instant(microseconds, offset: 0)])
    #expect(digest(of: here) == digest(of: table([.instant(microseconds, offset: 7200)])))
  }

  @Test func `does not hold a line that two results share by accident`() {
    let facts = table([.missing], facts: [Fact("c0", .missing)])
    let rows = Table(columns: [Column("c0", .number)], rows: [[.missing], [.text("#facts")]])
    #expect(canonicalForm(of: facts) != canonicalForm(of: rows))
  }
}
