/// One contact of a customer about a topic.
public struct Contact: Sendable, Hashable {
  /// The customer; nil is never matched.
  public var customer: String?
  /// The topic; nil is never matched.
  public var topic: String?
  /// The channel.
  public var channel: String
  /// The time in days.
  public var day: Double
  /// What orders contacts of the same time.
  public var id: Int

  /// A contact.
  public init(customer: String?, topic: String?, channel: String, day: Double, id: Int) {
    self.customer = customer
    self.topic = topic
    self.channel = channel
    self.day = day
    self.id = id
  }
}

/// Customers who came back with the same topic over different channels.
public struct UnconnectedRepeats: Sendable, Hashable {
  /// A change of channel within an episode.
  public struct Hop: Sendable, Hashable {
    /// The channel before and the one after.
    public let from, to: String

    /// A change from one channel to another.
    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// Runs of contacts of one customer about one topic.
  public private(set) var episodes = 0
  /// Episodes over two channels or more.
  public private(set) var unconnected = 0
  /// Customers with such an episode.
  public private(set) var customers = 0
  /// How often contacts of those episodes went from one channel to another.
  public private(set) var hops: [Hop: Int] = [:]

  private struct Subject: Hashable {
    let customer, topic: String
  }

  /// Counts episodes.
  ///
  /// - Parameters:
  ///   - contacts: in any order; those without customer or topic are left out.
  ///   - days: the largest gap within an episode.
  public init(_ contacts: [Contact], within days: Double = 7) {
    var subjects: [Subject: [Contact]] = [:]
    for contact in contacts {
      guard let customer = contact.customer, let topic = contact.topic else { continue }
      subjects[Subject(customer: customer, topic: topic), default: []].append(contact)
    }
    var affected: Set<String> = []
    for (subject, contacts) in subjects {
      for episode in UnconnectedRepeats.episodes(contacts, within: days) where count(episode) {
        affected.insert(subject.customer)
      }
    }
    customers = affected.count
  }

  private static func episodes(_ contacts: [Contact], within days: Double) -> [[Contact]] {
    var episodes: [[Contact]] = []
    var last: Contact?
    for contact in contacts.stablySorted(by: { ($0.day, $0.id) < ($1.day, $1.id) }) {
      if let last, contact.day - last.day <= days {
        episodes[episodes.count - 1].append(contact)
      } else {
        episodes.append([contact])
      }
      last = contact
    }
    return episodes
  }

  /// Counts one episode and answers whether it is unconnected.
  private mutating func count(_ episode: [Contact]) -> Bool {
    episodes += 1
    guard Set(episode.map(\.channel)).count >= 2 else { return false }
    unconnected += 1
    for (before, after) in zip(episode, episode.dropFirst()) where before.channel != after.channel {
      hops[Hop(from: before.channel, to: after.channel), default: 0] += 1
    }
    return true
  }
}
