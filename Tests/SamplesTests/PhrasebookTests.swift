import Testing

@testable import Samples

@Suite("The phrasebook")
struct PhrasebookTests {
  @Test func everyStageHasFiveTopicsWithWordsForEveryMood() {
    let book = Phrasebook()
    #expect(book.topics.count == 30)
    #expect(Set(book.topics.map(\.name)).count == 30)
    #expect(book.channels.map { String(decoding: $0.name, as: UTF8.self) } == Channel.allCases.map(\.name))
    #expect(book.openings.count == 3 && book.closings.count == 3)
    var random = RandomSource(seed: 1, stream: 0)
    for section in book.topics + book.channels + book.openings + book.closings {
      for mood in [Mood.bad, .plain, .good] {
        let drawn = Set(
          (0..<60).map { _ in String(decoding: section.draw(mood, &random).bytes, as: UTF8.self) })
        #expect(drawn.count >= 2 && !drawn.contains(""), "\(section.name) \(mood)")
      }
    }
  }

  @Test func questionsAreKnownByTheirFirstWord() {
    #expect(Phrase("how do I unblock my card", .plain).isQuestion)
    #expect(!Phrase("however it ends", .plain).isQuestion)
    #expect(!Phrase("the card is here", .plain).isQuestion)
    #expect(!Phrase("could stop on the phone and finish on the laptop", .good).isQuestion)
  }
}
