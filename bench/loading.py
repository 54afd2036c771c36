"""Loading one CSV of a million rows, beside `create table as` of DuckDB's own Python."""

import time

import data
from measuring import cxsh, in_turns, row


def rows(folder, pairs):
    path = f"{folder}/tickets.csv"

    def ours():
        # The first statement opens the engine.
        return cxsh('sql "select 1"', f'load tickets "{path}"')[1]

    def theirs():
        connection = data.duckdb()
        start = time.perf_counter()
        connection.execute(f"create table t as select * from read_csv('{path}')")
        return time.perf_counter() - start

    yield row("load `tickets.csv`", *in_turns(ours, theirs, pairs), "2")
