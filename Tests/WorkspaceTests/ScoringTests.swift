import DataModel
import Diagnostics
import Engine
import Foundation
import Sessions
import Syntax
import Testing

/// `score`: a sentiment for texts that have none; and the corrections of `override` beside it.
///
/// The scores of the texts were taken with Python's vaderSentiment 3.3.2:
/// "Great service, thank you!" 0.784, "The app is AWFUL and slow." -0.5766, "My card is blue." 0,
/// "I hate waiting :(" -0.765, "not good" -0.3412, "good but bad" -0.5859, "Great, another outage" 0.6249, "good" 0.4404.
@Suite(
  .enabled(
    if: LexiconFiles(executablePath: #filePath, environment: [:]).folder != nil,
    "the lexicon of VADER is not there: run 'make setup' with a network"))
struct ScoringTests {
  private let mentions = csv(
    "id,time,text", "a,2026-01-01,\"Great service, thank you!\"", "b,2026-01-02,The app is AWFUL and slow.",
    "c,2026-01-03,My card is blue.", "d,2026-01-04,", "e,2026-01-05,\"  \"", "f,2026-01-06,I hate waiting :(")

  private let labelled = csv(
    "id,time,tone,text", "1,2026-01-01,positive,\"Great service, thank you!\"",
    "2,2026-01-01,negative,not good",
    "3,2026-01-01,negative,\"Great, another outage\"", "4,2026-01-01,neutral,My card is blue.",
    "5,2026-01-01,negative,good but bad", "6,2026-01-01,,good", "7,2026-01-01,positive,")

  @Test func textsGetASentimentAndNoTextStaysAGap() throws {
    let desk = try Desk(["m.csv": mentions], "load mentions \"m.csv\"")
    #expect(
      try desk.say("score sentiment in m method vader").narration == [
        "m: 4 of 6 texts scored by VADER 3.3.2 (2 without text stay missing), 1 of them 0 without a word that it knows; mean -0.14"
      ])
    #expect(
      try desk.rows("events | sort id", "id", "sentiment") == [
        "a|0.784", "b|-0.5766", "c|0", "d|-", "e|-", "f|-0.765",
      ])
    #expect(try desk.rows("show sum(sentiment), count(sentiment)") == ["-0.5576|4"])
    #expect(
      try desk.rows("fields | where field = sentiment", "columns") == ["scored by VADER 3.3.2 from text"])
    #expect(
      try desk.rows("describe sentiment | where value contains vader") == [
        "m|scored by VADER 3.3.2 from text, 2 of 6 missing"
      ])
  }

  @Test func aloneItTakesEverySourceThatLacksOne() throws {
    let desk = try Desk(
      [
        "m.csv": mentions, "l.csv": labelled, "t.csv": csv("id,time,subject", "x,2026-01-01,good"),
        "c.csv": csv("id,time,customer", "k,2026-01-01,K"),
      ],
      """
      load mentions "m.csv"; load mentions "l.csv" with (sentiment = tone)
      load tickets "t.csv" with (text = subject); load calls "c.csv"
      """)
    #expect(
      try desk.say("score sentiment").narration == [
        "m: 4 of 6 texts scored by VADER 3.3.2 (2 without text stay missing), 1 of them 0 without a word that it knows; mean -0.14",
        "t: 1 text scored by VADER 3.3.2; mean +0.44",
        "l has sentiment already and stays as it is; score sentiment in l replaces it",
        "c has no text: its sentiment stays a gap",
      ])
    #expect(
      try desk.rows("show sum(sentiment), count(sentiment) by source") == [
        "l|-1|6", "m|-0.5576|4", "t|0.4404|1",
      ])
    #expect(
      desk.mistake("score sentiment")
        == "nothing-to-score: no source has text and no sentiment → m has sentiment; score sentiment in m replaces it"
    )
  }

  /// Rows 1, 2, 4 and 5 agree; row 3 was given as negative and is scored positive.
  ///
  /// Row 6 lacks the one, row 7 the other: 4 of 5. By chance (3·2 + 1·1 + 1·2)/25 = 0.36; kappa (0.8 − 0.36)/0.64 = 0.6875.
  @Test func aNamedSourceIsScoredAnewAndItsOwnSentimentStaysBeside() throws {
    let desk = try Desk(["l.csv": labelled], "load mentions \"l.csv\" with (sentiment = tone)")
    let done = try desk.say("score sentiment in l")
    #expect(done.narration[0].hasSuffix("; what the file says is given_sentiment now"))
    #expect(
      try desk.rows("events | sort id", "id", "given_sentiment", "sentiment") == [
        "1|1|0.784", "2|-1|-0.3412", "3|-1|0.6249", "4|0|0", "5|-1|-0.5859", "6|-|0.4404", "7|1|-",
      ])
    #expect(
      try desk.rows("describe sentiment").suffix(6) == [
        "l|scored by VADER 3.3.2 from text, 1 of 7 missing",
        "l: no known word|1 text, which has 0",
        "l: beside given_sentiment|80.0% agree (37.6%..96.4%), kappa 0.69, n 5",
        "l: given_sentiment negative|scored negative 2, neutral 0, positive 1",
        "l: given_sentiment neutral|scored negative 0, neutral 1, positive 0",
        "l: given_sentiment positive|scored negative 0, neutral 0, positive 1",
      ])
    // Again: what the file says is not lost.
    #expect(
      try desk.say("score sentiment in l").narration[0].hasSuffix("; the scores from before are replaced"))
    #expect(try desk.cell("describe sentiment | where value contains kappa", "value").contains("n 5"))
  }

  @Test func starsAreTakenAtTheirWord() throws {
    let desk = try Desk(
      [
        "r.csv": csv(
          "id,time,stars", "a,2026-01-01,1", "b,2026-01-01,2", "c,2026-01-01,3", "d,2026-01-01,5",
          "e,2026-01-01,")
      ],
      "load reviews \"r.csv\"")
    #expect(
      desk.mistake("score sentiment in r")
        == "nothing-to-score: r has no text → it has stars: score sentiment in r method stars")
    #expect(
      try desk.say("score sentiment in r method stars").narration == [
        "r: 4 of 5 rows given a sentiment from their stars, 1 as -1, 3 as 0 and 5 as 1 (1 without stars stay missing); mean -0.13"
      ])
    #expect(
      try desk.rows("events | sort id", "id", "sentiment") == ["a|-1", "b|-0.5", "c|0", "d|1", "e|-"])
    #expect(try desk.rows("describe sentiment").last == "r|derived from stars, 1 of 5 missing")
  }

  /// Reviews with stars and words: the stars are what the scores stand beside.
  @Test func scoresStandBesideStars() throws {
    let desk = try Desk(
      [
        "r.csv": csv(
          "id,time,stars,text", "a,2026-01-01,1,not good", "b,2026-01-01,4,good", "c,2026-01-01,5,not good")
      ],
      "load reviews \"r.csv\"; score sentiment")
    #expect(
      try desk.cell("describe sentiment | where value contains agree", "value").hasPrefix("66.7% agree"))
  }

  @Test func correctionsWinOverLaterScores() throws {
    let desk = try Desk(["l.csv": labelled], "load mentions \"l.csv\" with (sentiment = tone)")
    try desk.say("score sentiment in l")
    #expect(
      try desk.say("override sentiment = -0.9 where id = 3").narration == ["sentiment = -0.9 in 1 row."])
    #expect(try desk.say("override sentiment = 0.1 where id = 7").narration == ["sentiment = 0.1 in 1 row."])
    let again = try desk.say("score sentiment in l")
    #expect(
      again.narration[0].contains("5 texts scored")
        && again.narration[0].contains("2 corrections of override kept"))
    let corrected = [
      "1|0.784", "2|-0.3412", "3|-0.9", "4|0", "5|-0.5859", "6|0.4404", "7|0.1",
    ]
    #expect(try desk.rows("events | sort id", "id", "sentiment") == corrected)
    // What a person said is no machine's merit: four rows are left that have both.
    let lines = try desk.rows("describe sentiment").suffix(6)
    #expect(lines.contains("l: corrected|2 rows, by override"))
    #expect(lines.contains { $0.hasPrefix("l: beside given_sentiment|100.0% agree") && $0.hasSuffix("n 4") })
    try desk.say("exclude where id = 2")
    #expect(try desk.rows("describe sentiment").contains("l: corrected|2 rows, by override"))
    try desk.say("exclude where id = 7")
    #expect(try desk.rows("describe sentiment").contains("l: corrected|1 row, by override"))
    try desk.say("derive sentiment = 0.5 in l")
    #expect(
      try desk.rows("events | sort id", "id", "sentiment") == [
        "1|0.5", "3|-0.9", "4|0.5", "5|0.5", "6|0.5",
      ])
  }

  @Test func aCorrectionThatMeetsNothingIsSaid() throws {
    let desk = try Desk(
      ["m.csv": mentions, "l.csv": labelled],
      "load mentions \"m.csv\"; load mentions \"l.csv\" with (sentiment = tone)")
    let done = try desk.say("override sentiment = 1 where text contains hate")
    #expect(done.narration == ["sentiment = 1 in 0 rows."])
    #expect(done.remarks.map(\.code) == ["nothing-overridden"])
    #expect(done.remarks.first?.hint == "m without sentiment: score sentiment in m, and then override")
    let bare = try Desk(["m.csv": mentions], "load mentions \"m.csv\"")
    #expect(bare.mistake("override sentiment = 1 where text contains hate").hasPrefix("no-sentiment: "))
    #expect(bare.mistake("show sentiment").contains("score sentiment makes it from the texts"))
  }

  @Test func compoundSaysThatTextsCanBeScored() throws {
    let desk = try Desk(
      ["m.csv": mentions, "t.csv": csv("id,time,channel,text", "x,2026-01-01,chat,good")],
      "load mentions \"m.csv\"; load tickets \"t.csv\"; score sentiment in t")
    #expect(desk.mistake("compound by channel").hasSuffix(" → score sentiment in m makes it from the texts"))
  }

  @Test(arguments: [
    ("score mood in m", "not-scored: score makes sentiment, not mood"),
    ("score sentiment in mm", "unknown-source: no source mm → did you mean m?"),
    ("score sentiment method vadr", "unknown-method: no method vadr → did you mean vader?"),
    ("score sentiment in k", "nothing-to-score: k holds customers, which have no sentiment"),
    (
      "score sentiment in m method stars",
      "nothing-to-score: m has no stars → it has text: score sentiment in m"
    ),
    ("score sentiment method stars", "nothing-to-score: no source has stars and no sentiment → load"),
  ])
  func whatCannotBeScoredIsSaid(statement: String, mistake: String) throws {
    let desk = try Desk(
      ["m.csv": mentions, "k.csv": csv("customer,segment", "K,big")],
      "load mentions \"m.csv\"; load customers \"k.csv\"")
    #expect(desk.mistake(statement).hasPrefix(mistake))
    #expect(
      try Desk().mistake(statement).hasPrefix(
        statement.hasPrefix("score mood") ? "not-scored" : "nothing-loaded"))
  }

  @Test func anInterruptionLeavesEverySourceAsItWas() throws {
    let desk = try Desk(
      ["m.csv": mentions, "n.csv": mentions], "load mentions \"m.csv\"; load mentions \"n.csv\"")
    let source = SourceText("score sentiment")
    let statement = try #require(parse(source).statements.first)
    let cancel = CancelToken()
    cancel.cancel()
    #expect(throws: Mistakes.self) {
      try desk.workspace.perform(statement.kind, of: source, baseFolder: desk.folder, cancel: cancel)
    }
    #expect(desk.mistake("show sentiment").hasPrefix("no-data-for-measure"))
    #expect(try desk.say("score sentiment").narration.count == 2)
  }

  @Test func withoutItsLexiconNothingIsChanged() throws {
    let desk = try Desk(["m.csv": mentions], "load mentions \"m.csv\"")
    desk.workspace.openLexicon = { () throws(Mistakes) in
      try LexiconFiles(executablePath: "/none", environment: ["CXSH_VADER": "/no/such"]).read()
    }
    #expect(
      desk.mistake("score sentiment")
        == "no-lexicon: the lexicon of VADER is not there → run 'make setup' in the checkout, with a network; searched: /no/such"
    )
    #expect(try desk.rows("fields", "field").contains("sentiment") == false)
  }

  /// Figures made with other words would be nobody else's.
  @Test func anotherLexiconIsRefused() throws {
    let desk = try Desk(["vader_lexicon.txt": "good\t1.9\t0.9\t[2]\n", "emoji_utf8_lexicon.txt": ""])
    #expect {
      try LexiconFiles(executablePath: "/none", environment: ["CXSH_VADER": desk.folder]).read()
    } throws: { error in
      (error as? Mistakes)?.list.first?.code == "other-lexicon"
    }
  }

  /// A folder's `load.cxs` may only load, shape and own.
  @Test func aLoadScriptMayNotScore() throws {
    let desk = try Desk(["m.csv": mentions, "load.cxs": "load mentions \"m.csv\"\nscore sentiment\n"])
    #expect(desk.mistake("load \".\"").hasPrefix("not-in-load-script"))
  }

  /// What Python's vaderSentiment 3.3.2 gives for all airline tweets, beside their labels; the figures were taken with Python alone.
  @Test(.enabled(if: RealDataTests.folder != nil, RealDataTests.notice)) func airlineTweets() throws {
    let folder = try #require(RealDataTests.folder)
    let desk = try Desk(
      [:],
      """
      load mentions "\(folder)/airline-tweets/airline_tweets.csv" as tweets with (
        time = tweet_created, id = tweet_id, customer = name, sentiment = airline_sentiment, text = text)
      score sentiment in tweets
      """)
    #expect(try desk.rows("show sum(sentiment), count(sentiment)") == ["1979.2837|14640"])
    #expect(
      try desk.rows("describe sentiment").suffix(4) == [
        "tweets: beside given_sentiment|49.0% agree (48.2%..49.8%), kappa 0.26, n 14,640",
        "tweets: given_sentiment negative|scored negative 4,033, neutral 1,427, positive 3,718",
        "tweets: given_sentiment neutral|scored negative 363, neutral 989, positive 1,747",
        "tweets: given_sentiment positive|scored negative 68, neutral 145, positive 2,150",
      ])
  }
}
