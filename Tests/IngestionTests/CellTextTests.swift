import Testing

@testable import Workbooks

@Suite struct CellTextTests {
  @Test(arguments: [
    ("12345678901234567", "12345678901234567"), ("5.7030613367776E+17", "570306133677760000"),
    ("0.10000000000000001", "0.1"), ("1.1000000000000001", "1.1"),
    ("4.1666666666666664E-2", "0.041666666666666664"),
    ("-1.5E-7", "-0.00000015"), ("100", "100"), ("-0", "-0"), ("1E+3", "1000"), ("0E+5", "0"),
    ("100.00000000000000", "100"), ("1e400", "1e400"), ("soon", "soon"),
  ]) func `Numbers keep their digits and lose their exponent`(stored: String, text: String) {
    #expect(CellText.number(stored) == text)
  }

  /// By Excel's own rules; the days by Python's `date(1899, 12, 30) + timedelta(n)`.
  @Test(arguments: [
    (46204.39600694445, NumberMeaning.dateAndTime, "2026-07-01 09:30:15"), (46204, .date, "2026-07-01"),
    (46204.5, .date, "2026-07-01 12:00:00"), (46204, .dateAndTime, "2026-07-01 00:00:00"),
    (0.5, .time, "12:00:00"), (1.25, .time, "1900-01-01 06:00:00"), (1.25, .duration, "30:00:00"),
    (0.0000115740740740741, .duration, "00:00:01"), (0.0000057870370370370, .duration, "00:00:00.500"),
    (1, .date, "1900-01-01"), (59, .date, "1900-02-28"), (60, .date, "1900-02-29"), (61, .date, "1900-03-01"),
    (0, .date, "1900-01-00"), (2_958_465, .date, "9999-12-31"), (-0.5, .duration, "-12:00:00"),
  ]) func `Days of 1900`(value: Double, meaning: NumberMeaning, text: String) {
    #expect(CellText.moment(value, meaning, from1904: false) == text)
  }

  @Test func `Days of 1904, and what is no day`() {
    #expect(CellText.moment(0, .date, from1904: true) == "1904-01-01")
    #expect(CellText.moment(44742, .date, from1904: true) == "2026-07-01")
    #expect(CellText.moment(-1, .date, from1904: false) == nil)
    #expect(CellText.moment(.nan, .date, from1904: false) == nil)
    #expect(CellText.moment(1e12, .date, from1904: false) == nil)
  }

  @Test(arguments: [
    ("General", NumberMeaning.number), ("0.00%", .number), ("#,##0 \"days\"", .number), ("[Red]0.0", .number),
    ("0.00E+00", .number), ("\"mdy\"0", .number), ("_-* #,##0.00\\ \"€\"_-", .number), ("@", .number),
    ("dd/mm/yyyy", .date), ("mmm-yy", .date), ("[$-409]d\\-mmm\\-yyyy;@", .date), ("mmmm", .date),
    ("yyyy-mm-dd hh:mm", .dateAndTime), ("[$-F400]h:mm:ss\\ AM/PM", .time), ("hh:mm", .time),
    ("[h]:mm:ss", .duration), ("[mm]:ss", .duration), ("[ss].00", .duration),
    ("yyyy\"年\"m\"月\"d\"日\"", .date),
  ]) func `Formats tell what a number is`(code: String, meaning: NumberMeaning) {
    #expect(NumberMeaning(code: code) == meaning)
  }
}
