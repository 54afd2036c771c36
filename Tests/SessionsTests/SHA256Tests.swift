import DataModel
import Testing

/// The expected values are those of FIPS 180-4's examples, and of `sha256sum` for the longer text.
@Suite struct `SHA-256` {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `gives the published values`(text: String, digest: String) {
    #expect(SHA256.hexDigest(of: text) == digest)
  }

  @Test func `does not depend on how the bytes arrive`() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var whole = SHA256()
    whole.update(bytes)
    let expected = whole.hexDigest()
    for size in [1, 3, 55, 56, 63, 64, 65, 127, 128, 999] {
      var pieces = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        pieces.update(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(pieces.hexDigest() == expected, "pieces of \(size)")
      var spans = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        spans.update(bytes.span.extracting(start..<min(start + size, bytes.count)))
      }
      #expect(spans.hexDigest() == expected, "spans of \(size)")
    }
  }

  @Test(arguments: 0...130) func `pads every length`(length: Int) {
    var once = SHA256()
    once.update(repeatElement(UInt8(97), count: length))
    var twice = SHA256()
    twice.update(repeatElement(UInt8(97), count: length / 2))
    twice.update(repeatElement(UInt8(97), count: length - length / 2))
    #expect(once.hexDigest() == twice.hexDigest())
  }

  @Test func `hashes a million letters`() {
    var hash = SHA256()
    for _ in 0..<1000 { hash.update(repeatElement(UInt8(ascii: "a"), count: 1000)) }
    #expect(hash.hexDigest() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
