"""Draws random data sets, asks cxsh and the method's reference program the same questions, and compares every figure.

usage: python3 Tests/Oracle --method FOLDER [--program PATH] [--seeds 1-200]
"""

import argparse
import json
import math
import pathlib
import subprocess
import sys
import tempfile

TOLERANCE = 1e-9


class Comparison:
    """Counts what was compared and keeps what differs."""

    def __init__(self):
        self.figures = 0
        self.differences = []

    def compare(self, place, got, want):
        self.figures += 1
        if not self._agree(got, want):
            self.differences.append(f"{place}: cxsh {got}, reference {want}")

    @staticmethod
    def _agree(got, want):
        if isinstance(want, (bool, str)) or isinstance(got, bool):
            return got == want
        if want is None or not math.isfinite(want):
            return got is None
        return isinstance(got, (int, float)) and abs(got - want) <= TOLERANCE * max(1, abs(want))


def ask(program, folder, statements):
    """The answers of one run of cxsh: a list of rows for each statement."""
    command = [program, "--no-init", "--quiet", "--format", "json", "-c", "; ".join([world.loading(folder)] + statements)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"oracle: {' '.join(command)}\n{done.stderr}")
    answers = json.loads(done.stdout)
    return answers if len(statements) > 1 else [answers]


def check(program, seed, comparison):
    data = world.World(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        data.write(folder)
        scans = [(text, compound.expected(data, options)) for text, options in compound.questions(data)]
        scans = [(text, want) for text, want in scans if want is not None]
        shows = measures.questions(data)
        statements = [part for text, _ in scans for part in (text, "$ | facts")] + [text for text, _ in shows]
        answers = iter(ask(program, folder, statements))
    for text, (by, rows, facts) in scans:
        check_compound(f"seed {seed}: {text}", next(answers), next(answers), by, rows, facts, comparison)
    for text, window in shows:
        check_show(f"seed {seed}: {text}", next(answers), measures.expected(data, window), comparison)


def check_compound(place, answer, facts, by, want, wanted_facts, comparison):
    got = {tuple(row[name] for name in by): row for row in answer}
    comparison.compare(f"{place}: cells", str(list(got)), str(compound.order(want)))
    for key, row in want.items():
        for name, value in row.items():
            comparison.compare(f"{place}: {key}: {name}", got.get(key, {}).get(name), value)
    found = {row["fact"]: read(row["value"]) for row in facts}
    for name, value in wanted_facts.items():
        comparison.compare(f"{place}: {name}", found.get(name), value)


def read(text):
    """A fact comes as text, whatever it is."""
    if text in ("true", "false"):
        return text == "true"
    try:
        return float(text)
    except (TypeError, ValueError):
        return text


def check_show(place, answer, want, comparison):
    got = {row["channel"]: row for row in answer if row["channel"] is not None}
    comparison.compare(f"{place}: channels", str(sorted(got)), str(sorted(want)))
    for key, row in want.items():
        for name, value in row.items():
            comparison.compare(f"{place}: {key}: {name}", got.get(key, {}).get(name), value)


def main(options):
    first, last = (int(number) for number in options.seeds.split("-"))
    comparison = Comparison()
    for seed in range(first, last + 1):
        check(options.program, seed, comparison)
        if len(comparison.differences) > 20:
            break
    for line in comparison.differences[:20]:
        print(line)
    print(f"oracle: {comparison.figures} figures of data sets {first} to {last}, {len(comparison.differences)} differ by more than {TOLERANCE:g}")
    return 1 if comparison.differences or comparison.figures == 0 else 0


parser = argparse.ArgumentParser()
parser.add_argument("--method", required=True, help="the folder of reference.py")
parser.add_argument("--program", default=".build/release/cxsh")
parser.add_argument("--seeds", default="1-200")
options = parser.parse_args()
sys.path.insert(0, options.method)
# After the path is known: they import the reference.
import compound  # noqa: E402
import measures  # noqa: E402
import world  # noqa: E402

sys.exit(main(options))
