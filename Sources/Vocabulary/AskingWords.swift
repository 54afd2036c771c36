/// The words by which it is seen that a customer was asked to speak in public, or sent somebody.
public enum AskingWords {
  /// The fields in which they are looked for.
  public static let fields = ["action", "touchpoint", "topic"]

  /// Whole words, or their beginnings.
  public static let patterns = [
    "referral*", "refer a friend", "invite a friend", "review request*", "review invitation*",
  ]
}
