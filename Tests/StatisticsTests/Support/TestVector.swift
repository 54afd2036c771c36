import Foundation
import Testing

/// One test vector of the reference implementation.
struct TestVector: Decodable, CustomTestStringConvertible {
  let id: String
  let fn: String
  let args: JSONValue
  let expect: JSONValue
  let tol: Double

  var testDescription: String { id }

  /// An argument; null where it is not given.
  subscript(_ name: String) -> JSONValue { args.members[name] ?? .null }

  /// An argument as a number.
  func number(_ name: String) -> Double { self[name].double }

  /// The file of all vectors, read once.
  static let all: [TestVector] = {
    struct File: Decodable { let vectors: [TestVector] }
    let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/vectors.json")
    guard let data = try? Data(contentsOf: fixtures),
      let file = try? JSONDecoder().decode(File.self, from: data)
    else { return [] }
    return file.vectors
  }()
}

/// What an implementation answers to a vector, by the names of the expected fields.
indirect enum Answer {
  case number(Double)
  case numbers([Double])
  case text(String)
  case texts([String])
  case flag(Bool)
  case flags([Bool])
  case fields([String: Answer])
}

extension TestVector {
  /// Compares an answer with what is expected, field by field; both must have the same fields.
  func check(_ answer: [String: Answer]) {
    compare(.fields(answer), with: expect, at: "")
  }

  private func compare(_ answer: Answer, with expected: JSONValue, at path: String) {
    switch answer {
    case .number(let got): expectClose(got, expected.double, path)
    case .numbers(let got):
      #expect(got.count == expected.elements.count, "\(id)\(path)")
      for (index, pair) in zip(got, expected.doubles).enumerated() {
        expectClose(pair.0, pair.1, "\(path)[\(index)]")
      }
    case .text(let got): #expect(got == expected.text, "\(id)\(path)")
    case .texts(let got): #expect(got == expected.elements.map { $0.text ?? "null" }, "\(id)\(path)")
    case .flag(let got): #expect(got == expected.isTrue, "\(id)\(path)")
    case .flags(let got): #expect(got == expected.elements.map(\.isTrue), "\(id)\(path)")
    case .fields(let got):
      #expect(got.keys.sorted() == expected.members.keys.sorted(), "\(id)\(path)")
      for (name, part) in got {
        compare(part, with: expected.members[name] ?? .null, at: "\(path).\(name)")
      }
    }
  }

  private func expectClose(_ got: Double, _ want: Double, _ path: String) {
    #expect(isClose(got, want, isProbability: isProbability(path)), "\(id)\(path): \(got), not \(want)")
  }

  private func isClose(_ got: Double, _ want: Double, isProbability: Bool) -> Bool {
    if want.isNaN || got.isNaN { return want.isNaN && got.isNaN }
    if want.isInfinite || got.isInfinite { return got == want }
    if isProbability, want > 0, want < 1e-6, abs(got - want) > 1e-9 * want { return false }
    return abs(got - want) <= tol * max(1, abs(want))
  }

  private func isProbability(_ path: String) -> Bool {
    let name = path.split(separator: ".").last?.prefix { $0 != "[" } ?? ""
    return name == "p" || name == "q" || name.hasPrefix("p_") || name.hasSuffix("_p") || name == "mid_greater"
  }
}
