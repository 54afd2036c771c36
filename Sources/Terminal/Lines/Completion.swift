/// What can stand at the cursor instead of the last characters before it.
public struct Completion: Equatable, Sendable {
  /// How many characters before the cursor a candidate replaces.
  public var replacing: Int
  /// What may stand there, in the order of the list that the user sees.
  public var candidates: [Candidate]

  public init(replacing: Int, candidates: [Candidate]) {
    self.replacing = replacing
    self.candidates = candidates
  }

  /// Nothing fits.
  public static let none = Completion(replacing: 0, candidates: [])

  /// One possible text.
  public struct Candidate: Equatable, Sendable {
    /// The text as it is inserted, quotes included.
    public var text: String
    /// What it is, in a few words.
    public var description: String?
    /// How many events it stands for.
    public var count: Int?
    /// What follows the text once it is the only candidate.
    public var ending: String

    public init(_ text: String, description: String? = nil, count: Int? = nil, ending: String = " ") {
      self.text = text
      self.description = description
      self.count = count
      self.ending = ending
    }
  }
}

extension Completion {
  /// What Tab does with the text before the cursor.
  enum Effect: Equatable {
    case beep
    case replace(with: String)
    /// Nothing is certain beyond `text`: insert that and show the candidates.
    case list(insert: String)
  }

  /// The effect for candidates that replace `stem`.
  func effect(on stem: String) -> Effect {
    guard let first = candidates.first else { return .beep }
    if candidates.count == 1 { return .replace(with: first.text + first.ending) }
    let common = candidates.dropFirst().reduce(first.text) { commonPrefix($0, $1.text) }
    // Candidates that match in another way than by their beginning keep what was typed.
    return .list(insert: common.count > stem.count ? common : stem)
  }
}

/// The characters with which both texts start.
func commonPrefix(_ one: String, _ other: String) -> String {
  String(zip(one, other).prefix { $0 == $1 }.map(\.0))
}
