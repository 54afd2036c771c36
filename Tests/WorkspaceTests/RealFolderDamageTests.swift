import Diagnostics
import Foundation
import Testing

/// Public files, cut off, with bits flipped or columns swapped: none brings the program down, and every row that was
/// read is kept, rejected or left out with a reason.
@Suite(.enabled(if: RealDataTests.folder != nil, RealDataTests.notice)) struct RealFolderDamageTests {
  /// Numbers that are the same in every run (Knuth's MMIX).
  private struct Dice {
    var state: UInt64

    mutating func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
  }

  private static let damages = ["truncated", "bits flipped", "columns swapped", "bytes put in"]

  @Test(arguments: RealFolderTests.cases.indices)
  func isReadOrRefused(index: Int) throws {
    let data = try #require(RealDataTests.folder)
    let real = RealFolderTests.cases[index]
    let statement = String(try #require(real.session.split(separator: "\n").first))
    let file = String(statement.split(separator: "\"", omittingEmptySubsequences: false)[1])
    let whole = try #require(FileManager.default.contents(atPath: "\(data)/\(real.folder)/\(file)"))
    let original = [UInt8](whole.prefix(48 << 10))
    var dice = Dice(state: UInt64(index + 1))
    for (number, damage) in (Self.damages + Self.damages.prefix(2)).enumerated() {
      let bytes = damaged(original, damage, &dice)
      let desk = try Desk()
      try desk.write(file, bytes: bytes)
      let what: Comment = "\(real.folder), \(damage), \(number)"
      do throws(Mistakes) {
        try desk.say(statement)
      } catch {
        #expect(!error.list.isEmpty, what)
        #expect(try desk.rows("sources").isEmpty, what)
        continue
      }
      let source = try #require(try desk.rows("sources", "rows", "kept", "rejected", "excluded").first, what)
      let counts = source.split(separator: "|").compactMap { Int($0) }
      #expect(counts.count == 4 && counts[0] == counts[1] + counts[2] + counts[3], what)
      // Each row that is not kept is listed with its place and its reason.
      let listed = try desk.rows("rejects", "place", "reason")
      #expect(listed.count == counts[2] + counts[3], what)
      #expect(listed.allSatisfy { !$0.hasPrefix("-|") && !$0.hasSuffix("|-") }, what)
    }
  }

  private func damaged(_ original: [UInt8], _ damage: String, _ dice: inout Dice) -> [UInt8] {
    var bytes = original
    switch damage {
    case "truncated": bytes.removeLast(1 + dice.roll(bytes.count - 1))
    case "bits flipped":
      for _ in 0...dice.roll(40) { bytes[dice.roll(bytes.count)] ^= UInt8(1 << dice.roll(8)) }
    case "columns swapped": return swapped(bytes, &dice)
    default:
      for _ in 0...dice.roll(20) {
        bytes[dice.roll(bytes.count)] = [34, 10, 13, 44, 59, 9, 0, 255][dice.roll(8)]
      }
    }
    return bytes
  }

  /// Two columns change places in every line that has no quotes; the others are then out of step.
  private func swapped(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    let first = bytes.prefix { $0 != 10 && $0 != 13 }
    let counts = [44, 59, 9, 124].map { mark in (mark: UInt8(mark), count: first.count { $0 == UInt8(mark) })
    }
    let most = counts.max { $0.count < $1.count }
    guard let best = most, best.count > 0 else { return bytes.reversed() }
    let (one, other) = (dice.roll(best.count + 1), dice.roll(best.count + 1))
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { line -> [UInt8] in
      var cells = line.split(separator: best.mark, omittingEmptySubsequences: false)
      guard !line.contains(34), max(one, other) < cells.count else { return Array(line) }
      cells.swapAt(one, other)
      return Array(cells.joined(separator: [best.mark]))
    }
    return Array(lines.joined(separator: [10]))
  }
}
