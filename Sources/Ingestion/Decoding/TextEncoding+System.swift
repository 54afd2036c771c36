import Vocabulary

extension TextEncoding {
  /// The name by which `iconv` knows it.
  var systemName: String {
    switch self {
    case .utf8: "UTF-8"
    // The mark is taken off before, and without one Windows' order is the likely one.
    case .utf16, .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .utf32: "UTF-32LE"
    case .utf32BigEndian: "UTF-32BE"
    case .windows1250: "CP1250"
    case .windows1251: "CP1251"
    case .windows1252: "CP1252"
    case .windows1253: "CP1253"
    case .windows1254: "CP1254"
    case .windows1255: "CP1255"
    case .windows1256: "CP1256"
    case .windows1257: "CP1257"
    case .windows1258: "CP1258"
    case .thai: "CP874"
    case .latin1: "ISO-8859-1"
    case .latin2: "ISO-8859-2"
    case .latin9: "ISO-8859-15"
    case .cyrillic: "ISO-8859-5"
    case .greek: "ISO-8859-7"
    case .koi8: "KOI8-R"
    case .macRoman: "MACINTOSH"
    case .dos: "IBM850"
    // Windows' own form: it has more characters, and its backslash is one.
    case .shiftJIS: "CP932"
    case .japanese: "EUC-JP"
    case .chinese: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .korean: "UHC"
    }
  }

  /// The bytes of its smallest unit: so many are skipped where they are no character.
  var unitSize: Int {
    switch self {
    case .utf16, .utf16LittleEndian, .utf16BigEndian: 2
    case .utf32, .utf32BigEndian: 4
    default: 1
    }
  }

  /// One byte is one character, above 0x7F too.
  var isSingleByte: Bool {
    switch self {
    case .utf8, .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32, .utf32BigEndian, .shiftJIS, .japanese,
      .chinese, .big5, .korean:
      false
    default: true
    }
  }

  /// The encoding that uchardet's name means; nil for one that is not offered.
  init?(detected name: String) {
    switch name.uppercased() {
    case "": return nil
    case "ISO-8859-9": self = .windows1254
    case "ISO-8859-4", "ISO-8859-13": self = .windows1257
    case "ISO-8859-6": self = .windows1256
    case "ISO-8859-8": self = .windows1255
    case "ISO-8859-11", "TIS-620": self = .thai
    case "UTF-16": self = .utf16LittleEndian
    default:
      guard let known = TextEncoding(written: name) else { return nil }
      self = known
    }
  }
}
