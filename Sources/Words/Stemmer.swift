internal import CStemmer

/// Word stems of one language by the Snowball library: `refunds`, `refunded` and `refund` are one word.
@safe final class Stemmer {
  private let stemmer: OpaquePointer
  private var room = [UInt8](repeating: 0, count: 128)

  /// Nil where the library does not know the language.
  init?(_ language: WordLanguage) {
    guard let made = unsafe cstemmer_new(language.rawValue) else { return nil }
    unsafe stemmer = made
  }

  deinit { unsafe cstemmer_free(stemmer) }

  /// - Parameter word: UTF-8 in small letters.
  /// - Returns: the stem; the word itself where it has none or is too long to be one.
  func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.count <= room.count / 2 else { return word }
    let length = unsafe word.withUnsafeBufferPointer { letters in
      unsafe room.withUnsafeMutableBufferPointer { room in
        guard let from = letters.baseAddress, let into = room.baseAddress else { return 0 }
        return unsafe cstemmer_stem(stemmer, from, letters.count, into, room.count)
      }
    }
    return length > 0 ? Array(room[..<length]) : word
  }
}
