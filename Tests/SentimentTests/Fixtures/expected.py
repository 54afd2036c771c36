"""Writes what the tests of VADER expect, by the authors' own package.

    python3.11 -m venv /tmp/vader && /tmp/vader/bin/pip install vaderSentiment==3.3.2
    /tmp/vader/bin/python Tests/SentimentTests/Fixtures/expected.py ../shared/data

`invented.jsonl` holds the sentences below, which were invented for this test, each with its compound score. `airline.txt`, `apple.txt`
and `alexa.txt` hold only scores: one line for each row of a file of the shared data, in its order, in ten-thousandths; `-` where
a text has nothing but white space.
"""
import csv, json, os, random, sys
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

here = os.path.dirname(os.path.abspath(__file__))
analyzer = SentimentIntensityAnalyzer()

INVENTED = [
    # plain words, emphasis by marks and capitals
    "The agent was friendly.", "The agent was friendly!", "The agent was friendly!!", "The agent was friendly!!!!",
    "The agent was friendly!!!!!!!", "The agent was FRIENDLY.", "THE AGENT WAS FRIENDLY.", "AWFUL service", "awful SERVICE",
    "Is this a joke?", "Is this a joke??", "Is this a joke???", "Is this a joke????", "Is this a joke??????!!", "?", "!", "!?",
    "My bill is on the table.", "four words without tone", "12345 67890",
    # adverbs of degree, near and far, in capitals
    "very good", "VERY good", "VERY GOOD", "extremely slow but good", "a really very good agent", "so extremely very good",
    "barely good", "BARELY good app", "hardly any help", "somewhat slightly helpful", "an incredibly bad and utterly useless chat",
    "kind of good", "it was kind of good", "it was sort of a good app", "it is just enough good", "kind of", "kind", "KIND of BAD",
    "kinda good", "sorta bad", "kind-of nice", "sort-of nice", "a kind person of honour", "the kind of help I love",
    # negation
    "not good", "not a good app", "not a really good app", "not in any way a good app", "isn't good", "isnt good", "ISN'T good",
    "wouldn't say it's great", "mustn't fail", "never good", "never so good", "never this good", "it was never so very good",
    "without doubt great", "without a doubt great", "without any real doubt great", "without help", "nobody helped, nor was it good",
    "neither fast nor good", "rarely great, seldom good", "despite great help", "uh-uh good", "cannot recommend", "y'ain't helpful",
    "don'tcare great", "hopen't great", "so good", "this good thing", "really so good", "that is one so good", "it is all this good",
    # no, nor, least
    "no", "no problem", "no problems, no worries", "no good help", "no fun or joy", "no, the fun nor joy", "no real fun", "there is no", "NO problem",
    "no no no", "no no problem", "No fees or hidden tricks, great", "the least helpful", "least helpful", "at least helpful",
    "very least helpful", "at the least helpful", "LEAST good", "not least good",
    # but
    "great app but slow and bad", "bad app but great help", "but great", "great but", "good good good but bad bad bad", "good BUT bad but good",
    "The food, the view, but awful awful staff; great great wifi", "love love but hate hate", "butter is good", "zero but zero",
    # idioms
    "this app is the shit", "that app really is the bomb", "he is a bad ass agent", "what a badass", "wait at the bus stop please love",
    "oh well yeah right good", "the hotline is the kiss of death", "a cake to die for", "their cake is to die for", "my beating heart is happy",
    "it is the beating heart of love", "they cut the mustard", "under the weather today", "the kiss of death good", "we all love the shit here",
    # emoticons and marks around words
    ":)", ":-)", ":(", ":D", ":-D", "XD", ":P", ":'(", "<3", "</3", ":) :(", "good:)", "(good)", "«good»", "“good”", "...good...", "--bad--", "*great*",
    "_great_", "#fail", "@happy", "$:", "%)", "great,fast,cheap", "good/bad", "it's (very) \"good\"", "'good'", "`good`", "good's", "~good~", "n't", "n't good",
    "lol", "LOL", "rofl!!!", "wtf", "ok", "k", "a+", "g1", ":-p", "d:", "o.o", "O_o", "^_^", "=)", "(:", "[:", "0:)", "8-)",
    # links, mentions, numbers
    "https://example.com/great", "great https://example.com/?a=b!c", "RT @someone: love this!! http://ex.am/ple", "@Bank you #suck", "user@great.com",
    "1. good 2. bad 3. ugly", "$5 fee is fraud", "100% happy", "24/7 hell",
    # emoji: alone, between letters, with skin tones, joiners, flags, selectors
    "😀", "😀😀", "good😀bad", "😀 😡", "the app 👍🏽 works", "👎🏿", "👩‍❤️‍👨", "👨‍👩‍👧‍👦", "❤️", "❤", "💔!", "I 💘 it", "🏳️‍🌈", "🇩🇪", "1️⃣ good", "™ © ®", "☹️ not 😢",
    "not 😀", "very 😀", "VERY 😀 SO", "😂😂😂 so funny", "no😀", "but😀but", "😀but bad", "🤷‍♀️ whatever", "🧡🧡", "🙃?", "🔥🔥🔥 service", "👍👍👎", "🅰️🆗", "⁉️", "😀\n😡",
    # space of all kinds
    "", " ", "\t\n", "\u00a0", "\u2003\u3000", "good\u00a0bad", "good\u2003service", "good\u200bservice", "not\u3000good", "good\x1cbad", "good\x1fbad",
    "bad\x85good", "line one great\nline two awful\r\nline three", "  padded  good  ", "good\u2028bad", "\ufeffgood", "good\u180ebad", "good\x00bad",
    # letters of other scripts and their cases
    "GRÜN is GOOD", "ÄRGER good", "straße GOOD", "ǅ good", "ǅ GOOD", "Ⓐ good", "ＧＯＯＤ good", "ΣΑΣ good", "İstanbul GOOD", "KIND\u212a good", "li\u212ae", "LI\u212aE it",
    "日本 good", "日本語は GREAT です", "отлично good", "très bon, merci", "schlecht", "ªº GOOD", "ﬁne GOOD", "good ß", "GOOD ß", "1A good", "A1 GOOD b", "𝐆𝐎𝐎𝐃 good", "don’t like", "isn’t good",
    "þ", ":Þ", ":-Þ", "=Þ great",
    # long ones
    "good " * 200, "bad " * 199 + "!", "great but awful " * 30, "so " * 50 + "good", "x" * 5000 + " good", "not " * 20 + "good", "no " * 20 + "problem",
    "I called THREE times. Nobody knew anything, the hold music was fine, but the last agent was honestly the best I've EVER had!! Thank you :)",
    "Worst bank ever??? They lost my card, charged me twice & then said \"sorry\"... NOT acceptable!!! 😡😡",
    "At least the app works, kind of, but it's hardly a great experience - and without doubt the least helpful chat I know.",
]


def compound(text): return round(analyzer.polarity_scores(text)["compound"] * 10000) if text.split() else None


def mixtures(count):
    """Random mixtures of the words that the rules are about."""
    dice = random.Random(20141)
    words = ("good bad great awful love hate happy sad :) :( 😀 😡 ❤️ not never no nor or so this without doubt isn't but BUT least at very really kind of "
             "sort just enough the shit bomb bad ass bus stop yeah right kiss of death to die for beating heart app agent VERY GOOD HATE NO barely less "
             "more ! ?? !!! , ... — 👍🏽 lol OK fine help problem thank worst best").split()
    for _ in range(count):
        yield dice.choice([" ", " ", "  ", "\u00a0"]).join(dice.choice(words) for _ in range(dice.randint(1, 14))) + dice.choice(["", "", "!", "?", "??", "!!!"])


with open(here + "/invented.jsonl", "w", encoding="utf-8") as file:
    for text in INVENTED + list(mixtures(1500)):
        print(json.dumps({"text": text, "compound": compound(text)}), file=file)

if len(sys.argv) > 1:
    for name, path, column, dialect in [
        ("airline", "airline-tweets/airline_tweets.csv", "text", "excel"),
        ("apple", "apple-tweets-2014/Apple-Twitter-Sentiment-DFE.csv", "text", "excel"),
        ("alexa", "amazon-alexa-reviews/amazon_alexa.tsv", "verified_reviews", "excel-tab"),
    ]:
        rows = csv.DictReader(open(f"{sys.argv[1]}/{path}", encoding="utf-8-sig", newline=""), dialect=dialect)
        with open(f"{here}/{name}.txt", "w") as file:
            for row in rows:
                score = compound(row[column])
                print("-" if score is None else score, file=file)
