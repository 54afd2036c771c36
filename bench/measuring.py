"""Runs commands and takes times: everything that the benchmarks share."""

import os
import re
import statistics
import subprocess
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.path.join(ROOT, ".build", "release", "cxsh")
WORK = os.path.join(ROOT, ".build-bench")


def cxsh(*statements, options=()):
    """Runs statements in one process; gives the seconds that each took, by the program's own --timing."""
    arguments = [PROGRAM, "--no-init", "--timing", "--format", "csv", *options]
    for statement in statements:
        arguments += ["-c", statement]
    done = subprocess.run(arguments, capture_output=True, text=True, cwd=ROOT)
    if done.returncode != 0:
        raise SystemExit(f"bench: {' '.join(arguments)} failed:\n{done.stderr}")
    return [seconds(line) for line in done.stderr.splitlines() if seconds(line) is not None]


def seconds(line):
    """Reads a line of --timing: `123 ms` or `1.23 s`; None for other lines."""
    found = re.fullmatch(r"([0-9.]+) (ms|s)", line)
    if not found:
        return None
    return float(found[1]) / (1000 if found[2] == "ms" else 1)


def wall(command, **options):
    """Seconds from the start of a command to its end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    return time.perf_counter() - start


def in_turns(first, second, pairs):
    """Runs two measurements A B A B …; gives the median of each.

    Each measurement gives one number, so that both meet the same noise of the machine.
    """
    times = ([], [])
    for _ in range(pairs):
        times[0].append(first())
        times[1].append(second())
    return statistics.median(times[0]), statistics.median(times[1])


def row(what, ours, theirs=None, target="", unit="s"):
    """A row of the table that the benchmark prints."""
    scale = 1000 if unit == "ms" else 1
    figures = [f"{ours * scale:.{1 if unit == 'ms' else 2}f} {unit}", "", ""]
    if theirs is not None:
        figures[1] = f"{theirs * scale:.{1 if unit == 'ms' else 2}f} {unit}"
        figures[2] = f"{ours / theirs:.2f}"
    return f"| {what} | {figures[0]} | {figures[1]} | {figures[2]} | {target} |"
