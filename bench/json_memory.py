#!/usr/bin/env python3
"""Measures the memory that a load of nested JSON takes: python3 bench/json_memory.py [--megabytes 200] [--cxsh PATH]

The file is one object that wraps an array of tickets as an API gives them, with objects, lists and custom fields, made
from a fixed seed in the system's temporary folder. What is printed is the peak of resident memory of the whole
program, with the loaded table in it.
"""
import argparse
import json
import os
import random
import resource
import subprocess
import tempfile
import time

WORDS = "late refund card app login broken slow thanks please again missing delivery".split()


def ticket(number, dice):
    return {
        "id": number,
        "created_at": f"2026-{1 + number % 9:02}-{1 + number % 28:02}T{number % 24:02}:15:00Z",
        "via": {
            "channel": dice.choice(["web", "email", "chat"]),
            "source": {"from": {"address": f"c{dice.randrange(50000)}@example.org"}, "to": {}, "rel": None},
        },
        "subject": " ".join(dice.choices(WORDS, k=5)),
        "description": " ".join(dice.choices(WORDS, k=60)),
        "status": "open",
        "requester_id": dice.randrange(50000),
        "submitter_id": 1,
        "tags": dice.sample(WORDS, 2),
        "custom_fields": [{"id": 360001, "value": dice.choice(WORDS)}, {"id": 360002, "value": None}],
        "satisfaction_rating": {"score": dice.choice(["good", "bad", "offered"])},
        "comments": [{"id": 1, "body": "x"}, {"id": 2, "body": "y"}],
    }


def make(path, size):
    dice = random.Random(1)
    with open(path, "w") as file:
        file.write('{"tickets": [\n')
        number = 0
        while file.tell() < size:
            file.write((",\n" if number else "") + json.dumps(ticket(number, dice)))
            number += 1
        file.write(f'\n], "count": {number}, "next_page": null}}')
    return number


def main():
    options = argparse.ArgumentParser(description="Measures the memory of a load of nested JSON.")
    options.add_argument("--megabytes", type=int, default=200)
    options.add_argument("--cxsh", default=".build/release/cxsh")
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "tickets.json")
        count = make(path, options.megabytes << 20)
        start = time.time()
        subprocess.run(
            [options.cxsh, "--no-init", "--quiet", "-c", f'load "{path}"; show tickets by channel'], check=True)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
        print(f"{count:,} tickets, {os.path.getsize(path) >> 20} MB: {peak:,} MB at the peak, {time.time() - start:.1f} s")


main()
