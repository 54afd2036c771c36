#!/usr/bin/env python3
"""How well `compound` finds what was planted: over several seeds, the share of the large failures that is found, the share
of the list that is false, and the traps in it.

usage: bench/accuracy.py [--program PATH] [--seeds 101-110] [--rows 300000] [--scenario standard|null]
"""
import argparse
import csv
import json
import pathlib
import subprocess
import sys
import tempfile


def run(*words):
    result = subprocess.run(words, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(words)} failed:\n{result.stderr}")
    return result.stdout


def planted(folder):
    with open(folder / "answers.csv", newline="") as file:
        return {(row["stage"], row["channel"]): row["type"] for row in csv.DictReader(file)}


def found(program, folder):
    question = f'load "{folder}"; compound by stage, channel'
    rows = json.loads(run(program, "--no-init", "--quiet", "--format", "json", "-c", question))
    return [(row["stage"], row["channel"]) for row in rows if row["status"] == "compound"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/cxsh")
    parser.add_argument("--seeds", default="101-110")
    parser.add_argument("--rows", default="300000")
    parser.add_argument("--scenario", default="standard")
    options = parser.parse_args()
    first, last = (int(number) for number in options.seeds.split("-"))
    large = hits = reported = false = traps = 0
    with tempfile.TemporaryDirectory() as work:
        for seed in range(first, last + 1):
            folder = pathlib.Path(work) / str(seed)
            run(options.program, "sample", "northbank", str(folder), "--rows", options.rows, "--seed", str(seed),
                "--scenario", options.scenario)
            answers, cells = planted(folder), found(options.program, folder)
            large += sum(kind == "failure_large" for kind in answers.values())
            hits += sum(answers.get(cell) == "failure_large" for cell in cells)
            reported += len(cells)
            false += sum(not answers.get(cell, "").startswith("failure") for cell in cells)
            traps += sum(answers.get(cell, "").startswith("trap") for cell in cells)
            print(f"seed {seed}: {len(cells)} reported", flush=True)
    print(f"large failures found: {hits} of {large}")
    print(f"false: {false} of {reported} reported")
    print(f"traps reported: {traps}")


main()
