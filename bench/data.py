"""The data that the benchmarks read: the sample, so large that its tickets are a million rows."""

import os
import subprocess
import time

from measuring import PROGRAM, WORK


def make(tickets):
    """Makes the sample data once; gives its folder and how long that took, None where it was there."""
    folder = os.path.join(WORK, f"northbank-{tickets}")
    if os.path.exists(os.path.join(folder, "load.cxs")):
        return folder, None
    events = tickets * 20 // 7  # 35 % of the events are tickets
    start = time.perf_counter()
    subprocess.run(
        [PROGRAM, "sample", "northbank", folder, "--rows", str(events), "--seed", "1", "--quiet"], check=True)
    return folder, time.perf_counter() - start


def duckdb():
    """DuckDB's own Python, of the version that the program embeds, and a connection to it."""
    import duckdb as module

    return module.connect()
