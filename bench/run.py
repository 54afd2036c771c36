"""Measures cxsh beside its peers, in one run, and prints a Markdown table. It checks nothing.

usage: scripts/bench [--tickets N] [--pairs N] [--only startup|load|compound|score|finders]
"""

import argparse
import datetime
import os
import platform

import compounding
import data
import finders
import loading
import scoring
import startup
from measuring import PROGRAM, WORK, row


def machine():
    """The machine in a line: two measurements of different machines cannot be compared."""
    with open("/proc/cpuinfo") as lines:
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "unknown")
    load = ", ".join(f"{number:.1f}" for number in os.getloadavg())
    return f"{platform.system()} {platform.machine()}, {model}, {os.cpu_count()} cores, load {load}"


def parts(arguments):
    if arguments.only in (None, "startup"):
        yield from startup.rows(runs=21)
    if arguments.only == "startup":
        return
    folder, taken = data.make(arguments.tickets)
    if taken is not None:
        yield row(f"`cxsh sample northbank`, {arguments.tickets * 20 // 7:,} events", taken)
    if arguments.only in (None, "load"):
        yield from loading.rows(folder, arguments.pairs)
    if arguments.only in (None, "compound"):
        yield from compounding.rows(folder, arguments.pairs)
    if arguments.only in (None, "finders"):
        yield from finders.rows(data.make(350_000)[0], runs=1)
    if arguments.only in (None, "score"):
        yield from scoring.rows(folder, arguments.pairs)


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench")
    parser.add_argument("--tickets", type=int, default=1_000_000, help="rows of the CSV that is loaded")
    parser.add_argument("--pairs", type=int, default=5, help="how often two programs are measured in turns")
    parser.add_argument("--only", choices=["startup", "load", "compound", "score", "finders"])
    arguments = parser.parse_args()
    if not os.access(PROGRAM, os.X_OK):
        raise SystemExit(f"bench: {PROGRAM} is not built; run 'make bench', which builds it")
    os.makedirs(os.path.join(WORK, "home"), exist_ok=True)
    print(f"{datetime.date.today()}, {machine()}\n")
    print("| what | cxsh | peer | ratio | target |\n|---|---|---|---|---|", flush=True)
    for line in parts(arguments):
        print(line, flush=True)


if __name__ == "__main__":
    main()
