"""Scoring 100,000 short texts on one core, beside the authors' own Python package."""

import csv
import os
import time

from measuring import WORK, cxsh, in_turns, row

TEXTS = 100_000


def texts(folder):
    """The first texts of the sample's mentions; a file with those alone is made once."""
    path = os.path.join(WORK, f"texts-{TEXTS}.csv")
    with open(f"{folder}/mentions.csv", encoding="utf-8", newline="") as lines:
        words = [mention["text"] for _, mention in zip(range(TEXTS), csv.DictReader(lines))]
    if len(words) < TEXTS:
        raise SystemExit(f"bench: the sample holds {len(words)} texts; --tickets 250000 or more makes enough")
    if not os.path.exists(path):
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["id", "time", "text"])
            writer.writerows([number, "2026-01-01", text] for number, text in enumerate(words))
    return path, words


def rows(folder, pairs):
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    path, words = texts(folder)
    analyzer = SentimentIntensityAnalyzer()

    def ours():
        # Taken out of the engine, scored, put back and counted; the first statement of all reads the lexicon.
        return cxsh(f'load mentions "{path}" as texts', "score sentiment in texts", options=["--threads", "1"])[1]

    def theirs():
        start = time.perf_counter()
        for text in words:
            analyzer.polarity_scores(text)
        return time.perf_counter() - start

    yield row(f"`score sentiment`, {TEXTS:,} texts, one thread", *in_turns(ours, theirs, pairs), "1")
