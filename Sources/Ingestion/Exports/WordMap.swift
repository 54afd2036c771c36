/// Words that stand for other words, compared without regard to case and surrounding space.
struct WordMap: Equatable, Sendable {
  /// New words by the old ones in small letters.
  let values: [String: String]
  /// Words that stand for nothing, in small letters.
  let missing: Set<String>
  /// What a word becomes that is not listed; nil keeps it.
  let otherwise: String?

  init(_ values: [String: String], missing: Set<String> = [], otherwise: String? = nil) {
    self.values = values.reduce(into: [:]) { $0[$1.key.lowercased()] = $1.value }
    self.missing = Set(missing.map { $0.lowercased() })
    self.otherwise = otherwise
  }

  /// The cell's text stays as it is, unless it stands for nothing.
  var keepsWords: Bool { values.isEmpty && otherwise == nil }

  /// The SQL for the cell's word.
  func sql(_ cell: String) -> String {
    let rest = otherwise.map { "(case when \(cell) is not null then \(sqlText($0)) end)" } ?? cell
    var out = rest
    if !values.isEmpty {
      let entries = values.sorted { $0.key < $1.key }
      let keys = entries.map { sqlText($0.key) }.joined(separator: ", ")
      let words = entries.map { sqlText($0.value) }.joined(separator: ", ")
      out = "coalesce(map([\(keys)], [\(words)])[lower(\(cell))], \(rest))"
    }
    guard !missing.isEmpty else { return out }
    return "(case when lower(\(cell)) in \(sqlTexts(missing.sorted())) then null else \(out) end)"
  }
}

/// The names that recognised exports share for channels, and how tools spell them.
enum ChannelWords {
  /// The small set, as it is listed.
  static let names = spellings.map(\.name)

  /// The shared name by each spelling in small letters.
  static let all: [String: String] = spellings.reduce(into: [:]) { all, entry in
    all[entry.name] = entry.name
    for word in entry.words { all[word] = entry.name }
  }

  private static let spellings: [(name: String, words: [String])] = [
    (
      "email",
      ["mail", "e-mail", "outbound email", "email-to-case", "email to case", "gmail", "outbound_email"]
    ),
    (
      "phone",
      [
        "voice", "call", "phone call", "telephone", "phone call (incoming)", "phone call (outgoing)", "talk",
        "call-center", "call center", "call centre", "voicemail", "phone call, inbound", "sms voice", "ivr",
      ]
    ),
    ("chat", ["live chat", "livechat", "web chat", "webchat", "online chat", "chat widget", "chats"]),
    (
      "messaging",
      [
        "native messaging", "native_messaging", "messenger", "facebook messenger", "facebook messaging",
        "whatsapp", "sms", "text", "text message", "instagram dm", "instagram direct", "telegram", "line",
        "wechat", "viber", "apple messages for business", "twitter dm", "twitter direct message",
        "web messaging",
        "message", "sunshine_conversations_api",
      ]
    ),
    (
      "social",
      [
        "social media", "twitter", "x", "facebook", "facebook post", "instagram", "linkedin", "youtube",
        "reddit",
        "tiktok", "x corp", "twitter like", "facebook page", "forum", "forums", "blog", "social-media",
        "tumblr",
        "blogs", "channel_integration", "anychannel", "any_channel",
      ]
    ),
    (
      "review",
      ["reviews", "trustpilot", "google play", "app store", "google_play", "app_store", "review site"]
    ),
    (
      "web form",
      [
        "web", "webform", "web portal", "web-form", "contact us", "web_form", "web-to-case", "website",
        "portal", "help center", "help_center",
        "feedback widget", "web widget", "contact form", "online", "ticket form",
        "customer portal", "self service", "self-service", "feedback_widget",
      ]
    ),
    (
      "in-app",
      ["app", "mobile", "mobile app", "mobile sdk", "mobile_sdk", "in app", "in_app", "android", "ios"]
    ),
    (
      "in-store",
      ["store", "shop", "branch", "in store", "walk-in", "walk in", "walkup", "walk-up", "in person"]
    ),
    ("survey", ["surveys", "qualtrics", "nps survey", "csat survey"]),
    (
      "bot",
      [
        "chatbot", "chat bot", "fin", "answer bot", "answer_bot", "answer_bot_for_agents", "fin ai agent",
        "ai agent",
      ]
    ),
    ("other", ["others", "api", "web service", "web service (api)", "batch", "rule", "news"]),
  ]
}

/// The names that recognised exports share for the status of a ticket, and how tools spell them.
enum StatusWords {
  static let names = spellings.map(\.name)
  static let finished: Set<String> = ["solved", "closed"]
  static let unfinished: Set<String> = ["open", "pending", "on-hold"]

  static let all: [String: String] = spellings.reduce(into: [:]) { all, entry in
    all[entry.name] = entry.name
    for word in entry.words { all[word] = entry.name }
  }

  private static let spellings: [(name: String, words: [String])] = [
    (
      "open",
      [
        "new", "in progress", "active", "working", "escalated", "reopened", "assigned", "researching",
        "re-opened",
        "open (in progress)", "customer responded", "being processed",
      ]
    ),
    (
      "pending",
      [
        "waiting", "waiting on customer", "waiting for customer", "waiting for details",
        "pending customer response",
        "snoozed", "awaiting customer", "waiting on third party", "waiting on client", "awaiting reply",
      ]
    ),
    ("on-hold", ["hold", "on hold", "on_hold", "onhold"]),
    (
      "solved",
      ["resolved", "problem solved", "information provided", "done", "completed", "complete", "fixed"]
    ),
    ("closed", ["closed - resolved", "closed won", "archived"]),
    ("cancelled", ["canceled", "cancelled by customer"]),
    ("merged", ["closed - merged", "closed (merged)"]),
  ]
}
