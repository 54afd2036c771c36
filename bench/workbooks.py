#!/usr/bin/env python3
"""Compares the cells of workbooks as cxsh reads them with what openpyxl reads.

    pip install openpyxl; python3 bench/workbooks.py [--rows 2000] [--seed 1] [--cxsh .build/debug/cxsh]

Each workbook is made by openpyxl with random cells: texts of several scripts and lines, whole numbers, fractions,
shares, truth values, dates, times, durations, empty cells. It is read back by both, and every cell is compared: texts
without the spaces at their ends, numbers to nine digits, times to the second. The exit status is 1 where one differs,
and 0 with a notice where openpyxl is missing.
"""
import argparse
import csv
import datetime as dt
import io
import os
import random
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    print("skipped: openpyxl is not installed (pip install openpyxl)")
    sys.exit(0)

NAMES = ["Ticket ID", "Created at", "Amount", "Rate", "Share", "Flag", "Talk", "Seen", "Words"]
SYLLABLES = ["late", "grün", "遅い", "поздно", "refund", "\"quoted\"", "a,b;c", "x|y", "two\nlines", "<b>&amp;", "😀", "=no"]


def make(path, rows, dice):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Export"
    for _ in range(dice.randrange(3)):
        sheet.append([])
    sheet.append(NAMES)
    start = dt.datetime(2026, 1, 1)
    for number in range(rows):
        def some(value, share=0.9):
            return value if dice.random() < share else None
        sheet.append([
            f"T-{number:06}",
            start + dt.timedelta(seconds=dice.randrange(200 * 86400)),
            some(dice.randrange(-10**9, 10**12)),
            some(dice.uniform(-1, 1) * 10 ** dice.randrange(-6, 6)),
            some(round(dice.random(), 4)),
            some(dice.random() < 0.5),
            some(dt.timedelta(seconds=dice.randrange(400_000))),
            some(start + dt.timedelta(days=dice.randrange(300))),
            some("T" + " ".join(dice.choices(SYLLABLES, k=dice.randrange(1, 7)))),
        ])
        row = sheet[sheet.max_row]
        row[1].number_format = dice.choice(["yyyy-mm-dd hh:mm:ss", "dd.mm.yy hh:mm", "m/d/yy h:mm AM/PM"])
        row[4].number_format = "0.0%"
        if row[6].value is not None:
            row[6].number_format = "[h]:mm:ss"
        row[7].number_format = "dd. mmm yyyy"
    book.save(path)


def read_here(path):
    sheet = openpyxl.load_workbook(path, data_only=True)["Export"]
    rows = [list(row) for row in sheet.iter_rows(values_only=True) if any(cell is not None for cell in row)]
    assert rows[0] == NAMES
    return rows[1:]


def read_there(path, program):
    roles = ", ".join(f"{role} = `{name}`" for role, name in [("id", "Ticket ID"), ("time", "Created at")])
    columns = ", ".join(["id", "time"] + [f'""{name}""' for name in NAMES[2:]]).replace('""', '\\"')
    statement = f'load tickets "{path}" as w with ({roles}); sql "select {columns} from w order by id"'
    run = subprocess.run(
        [program, "--no-init", "--quiet", "--format", "csv", "-c", statement], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(run.stderr)
    return list(csv.reader(io.StringIO(run.stdout)))[1:]


def same(cell, text):
    if cell is None:
        return text == ""
    if isinstance(cell, bool):
        return text == str(cell).lower()
    if isinstance(cell, (int, float)):
        return text != "" and abs(float(text) - cell) <= 1e-6 + 1e-9 * abs(cell)
    if isinstance(cell, dt.datetime):
        rounded = (cell + dt.timedelta(microseconds=500_000)).replace(microsecond=0)
        return text[:19].replace("T", " ") == str(rounded) or text == str(rounded)[:10]
    if isinstance(cell, dt.time):
        cell = dt.timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
    if isinstance(cell, dt.timedelta):
        seconds = round(cell.total_seconds())
        clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        return text in (clock, f"{seconds // 3600}:{clock[-5:]}", str(seconds * 1000))
    return text == cell.strip()


def main():
    options = argparse.ArgumentParser(description="Compares cells of workbooks with openpyxl.")
    options.add_argument("--rows", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--workbooks", type=int, default=3)
    options.add_argument("--cxsh", default=".build/debug/cxsh")
    options = options.parse_args()
    cells = wrong = 0
    for number in range(options.workbooks):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "export.xlsx")
            make(path, options.rows, random.Random(options.seed + number))
            here, there = read_here(path), read_there(path, options.cxsh)
            if len(here) != len(there):
                sys.exit(f"workbook {number}: openpyxl reads {len(here)} rows, cxsh {len(there)}")
            for row, (expected, found) in enumerate(zip(here, there)):
                for name, cell, text in zip(NAMES, expected, found):
                    cells += 1
                    if not same(cell, text):
                        wrong += 1
                        if wrong <= 10:
                            print(f"workbook {number}, row {row + 1}, {name}: openpyxl {cell!r}, cxsh {text!r}")
    print(f"openpyxl {openpyxl.__version__}: {cells:,} cells in {options.workbooks} workbooks, {wrong} differ")
    sys.exit(1 if wrong else 0)


main()
