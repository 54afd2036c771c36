"""Writes real-data-expected.txt: figures of two real files, taken with Python's csv module alone.

    python3 real-data-expected.py ../shared/data > real-data-expected.txt

A section begins with [name]; a line is a row, its cells between bars, numbers to six decimals.
"""
import csv, statistics, sys
from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone

data = sys.argv[1]


def short(x):
    x = round(float(x), 6)
    return str(int(x)) if x == int(x) else repr(x)


def section(name, lines):
    print(f"[{name}]")
    for line in lines: print("|".join(line))


rows = list(csv.DictReader(open(data + "/airline-tweets/airline_tweets.csv", encoding="utf-8", newline="")))
tone = {"negative": -1, "neutral": 0, "positive": 1}
times = [datetime.strptime(r["tweet_created"], "%Y-%m-%d %H:%M:%S %z") for r in rows]
west = [t.astimezone(timezone(timedelta(hours=-8))) for t in times]
utc = [t.astimezone(timezone.utc) for t in times]
airlines = sorted({r["airline"] for r in rows}, key=str.encode)
days = sorted({str(t.date()) for t in west})
by = defaultdict(list)
for r, t in zip(rows, west): by[r["airline"], str(t.date())].append(tone[r["airline_sentiment"]])
section("tweets by airline and day", (
    [a, d, str(len(by[a, d])), short(statistics.fmean(by[a, d])) if by[a, d] else "-"] for a in airlines for d in days))
reasons = Counter(r["negativereason"] for r in rows)
section("tweets by reason", ([k, str(n)] for k, n in sorted(reasons.items(), key=lambda p: p[0].encode()) if k))
print(f"-|{reasons['']}")
section("tweets by day in utc", ([d, str(n)] for d, n in sorted(Counter(str(t.date()) for t in utc).items())))
section("tweets by hour on 2015-02-22", (
    [f"2015-02-22T{h:02}:00", str(n)] for h, n in sorted(Counter(t.hour for t in west if str(t.date()) == "2015-02-22").items())))
late = [r for r in rows if r["negativereason"] == "Late Flight"]
share = Counter(r["airline"] for r in late)
section("share of late flights", ([a, short(share[a] / len(late))] for a in airlines))
section("tweeters", [[str(len(rows)), str(len({r["name"] for r in rows})), str(len({r["tweet_id"] for r in rows}))]])

rows = list(csv.DictReader(open(data + "/kaggle-support-tickets/customer_support_tickets.csv", encoding="utf-8", newline="")))
channels = sorted({r["TicketChannel"] for r in rows}, key=str.encode)


def figures(part):
    scores = [float(r["CustomerSatisfactionRating"]) for r in part if r["CustomerSatisfactionRating"]]
    top = sum(s >= 4 for s in scores)
    return [str(len(part)), str(len(scores)), short(statistics.fmean(scores)), short(top / len(scores))]


section("tickets by channel", ([c] + figures([r for r in rows if r["TicketChannel"] == c]) for c in channels))
section("tickets", [figures(rows)])
months = Counter(datetime.strptime(r["DateOfPurchase"], "%d-%m-%Y").strftime("%Y-%m") for r in rows)
section("tickets by month", ([m, str(n)] for m, n in sorted(months.items())))
section("tickets by priority and channel", (
    [p, c, str(n)] for (p, c), n in sorted(Counter((r["TicketPriority"], r["TicketChannel"]) for r in rows).items(), key=lambda x: [k.encode() for k in x[0]])))
section("closed tickets in 2021", [[str(sum(r["TicketStatus"] == "Closed" and r["DateOfPurchase"].endswith("2021") for r in rows))]])
