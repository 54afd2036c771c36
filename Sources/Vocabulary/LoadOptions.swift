/// What `with (…)` behind `load` says of a file's layout, beside the roles.
public enum LoadOption: String, VocabularyWord {
  case header, columns, encoding, sheet, date

  public var help: WordHelp {
    switch self {
    case .header:
      WordHelp(
        "how many rows hold the names of the columns, where that is not recognised",
        usage: "header none | 1 | 2 | 3",
        example:
          "load mentions \"tweets.csv\" with (header none, columns (polarity, id, time, query, customer, text))"
      )
    case .columns:
      WordHelp(
        "the names of the columns, for a file that has none or wrong ones", usage: "columns (NAME, …)",
        example: "load tickets \"leads.csv\" with (header none, columns (id, time, page, channel))")
    case .encoding:
      WordHelp(
        "how the file's characters are encoded, where that is recognised wrongly", usage: "encoding NAME",
        example: "load reviews \"reviews.csv\" with (encoding \"shift-jis\")")
    case .sheet:
      WordHelp(
        "the sheet of a workbook, where the one with the rows is not recognised", usage: "sheet TEXT",
        example: "load tickets \"export.xlsx\" with (sheet \"Tickets\")")
    case .date:
      WordHelp(
        "the day of every row, for a file that holds no times", usage: "date DAY",
        example: "load surveys \"satisfaction.csv\" with (date 2026-09-30)")
    }
  }
}

/// The encodings of text that a file can be in.
public enum TextEncoding: String, VocabularyWord {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case utf32 = "utf-32"
  case utf32BigEndian = "utf-32be"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"
  case windows1257 = "windows-1257"
  case windows1258 = "windows-1258"
  case thai = "windows-874"
  case latin1 = "iso-8859-1"
  case latin2 = "iso-8859-2"
  case latin9 = "iso-8859-15"
  case cyrillic = "iso-8859-5"
  case greek = "iso-8859-7"
  case koi8 = "koi8-r"
  case macRoman = "macintosh"
  case dos = "ibm850"
  case shiftJIS = "shift-jis"
  case japanese = "euc-jp"
  case chinese = "gb18030"
  case big5
  case korean = "euc-kr"

  /// By any of its usual names, without regard to case and marks: `latin1`, `cp1252`, `Shift_JIS`.
  public init?(written: String) {
    let folded = Self.folded(written)
    let name = Self.otherNames[folded] ?? folded
    guard let found = Self.allCases.first(where: { Self.folded($0.rawValue) == name }) else { return nil }
    self = found
  }

  private static let otherNames = [
    "utf32le": "utf32", "tis620": "windows874", "cp874": "windows874", "ucs2": "utf16", "unicode": "utf16",
    "latin1": "iso88591", "l1": "iso88591", "latin2": "iso88592", "latin9": "iso885915",
    "sjis": "shiftjis", "cp932": "shiftjis", "windows31j": "shiftjis", "ansi": "windows1252",
    "macroman": "macintosh", "mac": "macintosh", "cp850": "ibm850", "cp437": "ibm850", "gbk": "gb18030",
    "gb2312": "gb18030", "uhc": "euckr", "cp949": "euckr", "koi8u": "koi8r", "utf8bom": "utf8",
    "utf8sig": "utf8", "cp1250": "windows1250", "cp1251": "windows1251", "cp1252": "windows1252",
    "cp1253": "windows1253", "cp1254": "windows1254", "cp1255": "windows1255", "cp1256": "windows1256",
    "cp1257": "windows1257", "cp1258": "windows1258",
  ]

  private static func folded(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  public var help: WordHelp {
    WordHelp(
      summary, usage: "encoding \"\(rawValue)\"",
      example: "load tickets \"tickets.csv\" with (encoding \"\(rawValue)\")")
  }

  private var summary: String {
    switch self {
    case .utf8: "the usual encoding, with or without a mark at its start"
    case .utf16: "two bytes a character, as a mark at its start says; little-endian without one"
    case .utf16LittleEndian: "two bytes a character, the lower first"
    case .utf16BigEndian: "two bytes a character, the higher first"
    case .utf32: "four bytes a character, the lowest first"
    case .utf32BigEndian: "four bytes a character, the highest first"
    case .windows1250: "central European, as Windows writes it"
    case .windows1251: "Cyrillic, as Windows writes it"
    case .windows1252: "western European, as Windows and Excel write it"
    case .windows1253: "Greek, as Windows writes it"
    case .windows1254: "Turkish, as Windows writes it"
    case .windows1255: "Hebrew, as Windows writes it"
    case .windows1256: "Arabic, as Windows writes it"
    case .windows1257: "Baltic, as Windows writes it"
    case .windows1258: "Vietnamese, as Windows writes it"
    case .thai: "Thai, as Windows writes it"
    case .latin1: "western European, Latin-1"
    case .latin2: "central European, Latin-2"
    case .latin9: "western European with the euro sign"
    case .cyrillic: "Cyrillic"
    case .greek: "Greek"
    case .koi8: "Russian, as older systems write it"
    case .macRoman: "western European, as old Macs write it"
    case .dos: "western European, as DOS writes it"
    case .shiftJIS: "Japanese, as Windows writes it"
    case .japanese: "Japanese, as Unix writes it"
    case .chinese: "Chinese; holds GB2312 and GBK"
    case .big5: "traditional Chinese"
    case .korean: "Korean"
    }
  }
}
