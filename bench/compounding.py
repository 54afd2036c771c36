"""`compound`, beside SQL run by hand through DuckDB's own Python on equal tables."""

import csv
import io
import subprocess
import time

import data
from measuring import PROGRAM, cxsh, in_turns, row


def queries(folder):
    """The SQL of `compound`, one text for each query, as `explain` gives it."""
    arguments = [PROGRAM, "--no-init", "--quiet", "--format", "csv"]
    answer = subprocess.run(
        arguments + ["-c", f'load "{folder}"', "-c", "explain compound"], capture_output=True, text=True, check=True)
    texts = {}
    for line in csv.DictReader(io.StringIO(answer.stdout)):
        if line["part"].startswith("sql"):
            texts.setdefault(line["part"], []).append(line["text"])
    return ["\n".join(lines) for lines in texts.values()]


def equal_tables(folder):
    """A connection with the tables that the SQL names, typed as the program types them."""
    connection = data.duckdb()
    time_in_utc = "cast({0} as timestamptz) at time zone 'UTC' as time"
    connection.execute(
        f"create table source_2 as select null::varchar as _reject, * from read_csv('{folder}/touchpoints.csv')")
    connection.execute(
        f"""create table source_3 as select null::varchar as _reject, {time_in_utc.format('created_at')},
        customer_id as customer, stage, channel, touchpoint, csat as csat_score
        from read_csv('{folder}/tickets.csv')""")
    connection.execute(
        f"""create table source_4 as select null::varchar as _reject, {time_in_utc.format('posted_at')},
        kind, customer_id as customer, stage, channel, touchpoint, cast(sentiment as decimal(9,6)) as sentiment
        from read_csv('{folder}/mentions.csv')""")
    return connection


# What the grouped query of `compound` asks, as one would write it: the same events, period, kinds and sums.
BY_HAND = """
with events as (
  select stage, channel, 'ticket' as kind, time + interval 1 hour as time, null as sentiment from source_3
  union all
  select stage, channel, coalesce(kind, 'mention'), time + interval 1 hour, sentiment from source_4)
select stage, channel, date_trunc('week', time) as week,
  count(*) filter (where kind = 'ticket') as tickets,
  count(sentiment) filter (where kind in ('mention', 'review')) as mentions,
  sum(sentiment) filter (where kind in ('mention', 'review')) as sentiment,
  sum(sentiment * sentiment) filter (where kind in ('mention', 'review')) as squares
from events
where kind in ('ticket', 'mention', 'review') and time >= timestamp '2026-03-30' and time < timestamp '2026-09-28'
group by all order by all
"""


def check(connection, printed):
    """The two grouped queries are the same question: they give the same sums."""
    ours, theirs = connection.execute(printed).fetchall(), connection.execute(BY_HAND).fetchall()
    if [row[:2] + row[3:] for row in ours] != [row[:2] + row[3:] for row in theirs]:
        raise SystemExit("bench: the query by hand does not ask what compound asks")


def rows(folder, pairs):
    texts = queries(folder)
    connection = equal_tables(folder)
    check(connection, texts[0])
    statements = ['sql "select 1"', f'load "{folder}"', "compound", "compound"]

    def ask(grouped, others=()):
        start = time.perf_counter()
        connection.execute(grouped).fetchall()
        for text in others:
            connection.execute(text).fetchall()
        return time.perf_counter() - start

    first, bare = in_turns(lambda: cxsh(*statements)[2], lambda: ask(BY_HAND), pairs)
    yield row("`compound`, the first question after a load, beside its grouped query by hand", first, bare, "1.5")
    again, bare = in_turns(lambda: cxsh(*statements)[3], lambda: ask(BY_HAND), pairs)
    yield row("`compound` asked again, beside its grouped query by hand", again, bare, "1.5")
    again, bare = in_turns(lambda: cxsh(*statements)[3], lambda: ask(texts[0]), pairs)
    yield row("`compound` asked again, beside the grouped query that it writes", again, bare)
    again, whole = in_turns(lambda: cxsh(*statements)[3], lambda: ask(texts[0], texts[1:]), pairs)
    yield row(f"`compound` asked again, beside all {len(texts)} queries that it writes", again, whole)
