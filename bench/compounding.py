"""`compound`, beside its own SQL run by hand through DuckDB's own Python on equal tables."""

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


def rows(folder, pairs):
    texts = queries(folder)
    connection = equal_tables(folder)
    statements = ['sql "select 1"', f'load "{folder}"', "compound", "compound"]

    def ask(texts):
        start = time.perf_counter()
        connection.execute(texts[0]).fetchall()
        # What the others give is many rows, which stay in the engine.
        for text in texts[1:]:
            connection.execute(f"create or replace temp table answer as {text}")
        return time.perf_counter() - start

    first, bare = in_turns(lambda: cxsh(*statements)[2], lambda: ask(texts[:1]), pairs)
    again, whole = in_turns(lambda: cxsh(*statements)[3], lambda: ask(texts), pairs)
    yield row("`compound`, the first question after a load, beside its grouped query", first, bare, "1.5")
    yield row("`compound` asked again, beside its grouped query", again, bare, "1.5")
    yield row(f"`compound` asked again, beside all {len(texts)} of its queries", again, whole)
