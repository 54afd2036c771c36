import Foundation
import Testing

@testable import Rendering

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0, 0, "0"), (-0.0, 2, "0.00"), (1.0, 0, "1"), (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"),
    (3.5, 0, "4"),
    (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.675, 2, "2.68"), (1.005, 2, "1.00"), (1.015, 2, "1.02"),
    (-1.5, 0, "-2"), (-0.4, 0, "0"), (-0.004, 2, "0.00"), (-0.005, 2, "0.00"), (-0.0051, 2, "-0.01"),
    (9.995, 2, "10.00"), (9.985, 2, "9.98"), (99.95, 1, "100.0"), (999.5, 0, "1,000"),
    (999_999.5, 0, "1,000,000"),
    (0.05, 1, "0.0"), (0.15, 1, "0.2"), (0.0500001, 1, "0.1"), (1e-10, 3, "0.000"),
    (1e15, 0, "1,000,000,000,000,000"),
    (1e22, 0, "10,000,000,000,000,000,000,000"), (123_456.789, 1, "123,456.8"),
    (Double.leastNonzeroMagnitude, 2, "0.00"),
    (1204882.5, 0, "1,204,882"), (0.1 + 0.2, 17, "0.30000000000000004"),
  ])
  func `rounds halves of the shortest text to even`(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-1.0, "-1"), (0.1, "0.1"), (1e21, "1e+21"),
    (1e20, "100000000000000000000"),
    (123_456_789_012_345_683_968, "123456789012345680000"), (1e-6, "0.000001"), (1e-7, "1e-7"),
    (1.5e-9, "1.5e-9"),
    (-2.5e30, "-2.5e+30"), (9_007_199_254_740_992, "9007199254740992"), (0.1 + 0.2, "0.30000000000000004"),
    (1.7976931348623157e308, "1.7976931348623157e+308"), (Double.leastNonzeroMagnitude, "5e-324"),
    (100.0, "100"),
    (1e16, "10000000000000000"),
  ])
  func `writes the shortest text as ECMAScript does`(value: Double, text: String) {
    #expect(NumberText.shortest(value) == text)
  }

  @Test func `has no text for what is no number`() {
    #expect(NumberText.shortest(.nan) == nil)
    #expect(NumberText.shortest(.infinity) == nil)
  }

  @Test(arguments: [
    (0.0412, "0.0412"), (0.5, "0.500"), (1.0, "1.00"), (0.9996, "1.00"), (0.000123456, "0.000123"),
    (0.0009995, "0.00100"), (0.00012, "0.000120"), (0.99949, "0.999"),
  ])
  func `keeps three significant digits`(value: Double, text: String) {
    #expect(NumberText.significant(value, digits: 3) == text)
  }

  @Test(arguments: [
    (0.0, "0 s"), (4.26, "4.3 s"), (9.96, "10 s"), (45.0, "45 s"), (59.4, "59 s"), (59.6, "1 min"),
    (60.0, "1 min"),
    (852.0, "14 min 12 s"), (3599.7, "1 h"), (8040.0, "2 h 14 min"), (86_399, "1 d"), (90_000, "1 d 1 h"),
    (442_800, "5 d 3 h"), (-120, "2 min"), (1e9, "11,574 d 2 h"), (0.04, "0.0 s"),
  ])
  func `writes a duration in two units`(seconds: Double, text: String) {
    #expect(DurationText.magnitude(seconds) == text)
  }

  /// The C library rounds the binary value; the two agree wherever the decimal text is no exact half.
  @Test func `agrees with the C library away from halves`() {
    var state: UInt64 = 42
    for _ in 0..<5000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = (Double(state >> 11) / 9_007_199_254_740_992 - 0.5) * 2000
      let decimals = Int(state >> 60) % 6
      let expected = String(format: "%.\(decimals)f", value)
      let found = NumberText.fixed(value, decimals: decimals, grouped: false)
      #expect(found == expected || Double(expected) == 0 && Double(found) == 0, "\(value)")
    }
  }

  @Test func `every shortest text reads back as the same number`() {
    var state: UInt64 = 7
    for _ in 0..<5000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      #expect(NumberText.shortest(value).flatMap(Double.init) == value)
    }
  }

  @Test(
    arguments: [
      (0, 0, "1970-01-01T00:00:00+00:00"), (1_782_901_800_000_000, 7200, "2026-07-01T12:30:00+02:00"),
      (1_782_901_800_500_000, -28_800, "2026-07-01T02:30:00.5-08:00"),
      (-1, 0, "1969-12-31T23:59:59.999999+00:00"),
      (1_782_901_800_000_000, 19_800, "2026-07-01T16:00:00+05:30"),
      (1_000, 0, "1970-01-01T00:00:00.001+00:00"),
    ] as [(Int64, Int32, String)])
  func `writes instants by ISO 8601 with their offset`(time: Int64, offset: Int32, text: String) {
    #expect(InstantText.iso(time, offset: offset) == text)
  }
}
