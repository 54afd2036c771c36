"""How well `compound` finds what was planted: the share of its list that is false, and the failures that it finds, over many
data sets of each scenario (`cxsh sample northbank --scenario`), beside rules that others use on the same sums.

usage: bench/detection [--program PATH] [--scenarios base,large] [--seeds 1-40] [--work FOLDER]
"""

import argparse
import csv
import json
import math
import pathlib
import subprocess
import tempfile

import duckdb
import numpy as np
from scipy import stats

SCENARIOS = ["base", "large", "small", "wobbly", "global", "null"]
WEEKS, CURRENT = 26, 4
KEYS = ("stage", "channel", "persona")


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(words)} failed:\n{done.stderr}")
    return done.stdout


def planted(folder):
    with open(folder / "answers.csv", newline="") as file:
        return {tuple(row[key] for key in KEYS): row["type"] for row in csv.DictReader(file)}


def by_cxsh(program, folder):
    question = f'load "{folder}"; compound by {", ".join(KEYS)}'
    rows = json.loads(run(program, "--no-init", "--quiet", "--format", "json", "-c", question))
    return {tuple(row[key] for key in KEYS) for row in rows if row["status"] == "compound"}


def sums(folder):
    """Tickets, mentions and sums of sentiment by cell and week, for the rules of others."""
    grids = {}
    connection = duckdb.connect()
    connection.execute(f"create table customers as select customer_id, persona from read_csv('{folder}/customers.csv')")
    texts = ("tickets.csv", "created_at", "0"), ("mentions.csv", "posted_at", "sentiment")
    for number, (file, time, score) in enumerate(texts):
        query = f"""select stage, channel, persona, (cast(left({time}, 10) as date) - date '2026-03-30') // 7 as week,
          count(*), sum({score}), sum(({score}) * ({score}))
          from read_csv('{folder}/{file}', types = {{'{time}': 'varchar'}}) join customers using (customer_id) group by all"""
        for *cell, week, n, sx, sxx in connection.execute(query).fetchall():
            grid = grids.setdefault(tuple(cell), np.zeros((4, WEEKS)))
            if number == 0:
                grid[0, week] = n
            else:
                grid[1:, week] = n, float(sx), float(sxx)
    return grids


class Cell:
    """The two windows of a cell."""

    def __init__(self, grid):
        (self.y0, self.n0, self.sx0, self.sxx0), (self.y1, self.n1, self.sx1, self.sxx1) = (
            grid[:, :-CURRENT].sum(1), grid[:, -CURRENT:].sum(1))
        self.grid = grid
        self.ratio = (self.y1 / CURRENT) / (self.y0 / (WEEKS - CURRENT)) if self.y0 else math.inf
        self.change = self.sx1 / self.n1 - self.sx0 / self.n0 if self.n0 and self.n1 else math.nan


def naive(cells):
    """Ten per cent more tickets and 0.05 less sentiment."""
    return {key for key, cell in cells.items() if cell.ratio >= 1.10 and cell.change <= -0.05}


def z_score(cells):
    """The means of the current weeks lie more than two standard deviations of the weeks before off their mean."""
    found = set()
    for key, cell in cells.items():
        tickets, (_, n, sx, _) = cell.grid[0], cell.grid
        with np.errstate(invalid="ignore", divide="ignore"):
            mood = np.where(n > 0, sx / n, np.nan)
        z = [_z(tickets), _z(mood)]
        if z[0] > 2 and z[1] < -2:
            found.add(key)
    return found


def _z(weeks):
    before, now = weeks[:-CURRENT], weeks[-CURRENT:]
    before, now = before[~np.isnan(before)], now[~np.isnan(now)]
    if len(before) < 2 or len(now) == 0 or before.std(ddof=1) == 0:
        return math.nan
    return (now.mean() - before.mean()) / before.std(ddof=1)


def textbook(cells):
    """A Poisson test of the tickets and Welch's of the sentiment, the larger p, Benjamini-Hochberg at 10 %."""
    keys, ps = [], []
    for key, cell in cells.items():
        if cell.n0 < 2 or cell.n1 < 2 or cell.y0 + cell.y1 == 0:
            continue
        total, share = cell.y0 + cell.y1, CURRENT / WEEKS
        p_tickets = stats.norm.sf((cell.y1 - total * share) / math.sqrt(total * share * (1 - share)))
        v0, v1 = _variance(cell.n0, cell.sx0, cell.sxx0), _variance(cell.n1, cell.sx1, cell.sxx1)
        a, b = v1 / cell.n1, v0 / cell.n0
        if a + b == 0:
            continue
        df = (a + b) ** 2 / (a * a / (cell.n1 - 1) + b * b / (cell.n0 - 1))
        p_mood = stats.t.cdf(cell.change / math.sqrt(a + b), df)
        keys.append(key)
        ps.append(max(p_tickets, p_mood))
    order = np.argsort(ps, kind="stable")
    found = set()
    for rank in range(len(ps), 0, -1):
        if ps[order[rank - 1]] <= 0.10 * rank / len(ps):
            found = {keys[index] for index in order[:rank]}
            break
    return found


def _variance(n, sx, sxx):
    return max(0.0, sxx - sx * sx / n) / (n - 1)


class Score:
    """What a rule found over the data sets of a scenario."""

    def __init__(self):
        self.shares, self.any_false, self.hits = [], 0, {"failure_large": [0, 0], "failure_medium": [0, 0]}

    def add(self, found, answers):
        false = {cell for cell in found if not answers.get(cell, "").startswith("failure")}
        self.shares.append(len(false) / len(found) if found else 0.0)
        self.any_false += bool(false)
        for kind, hit in self.hits.items():
            cells = [cell for cell, planted_kind in answers.items() if planted_kind == kind]
            hit[0] += sum(cell in found for cell in cells)
            hit[1] += len(cells)

    def row(self, scenario, rule):
        recall = [f"{hit / all:.2f}" if all else "" for hit, all in self.hits.values()]
        false = sum(self.shares) / len(self.shares)
        return f"| {scenario} | {rule} | {false:.2f} | {self.any_false} of {len(self.shares)} | {recall[0]} | {recall[1]} |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=".build/release/cxsh")
    parser.add_argument("--scenarios", default=",".join(SCENARIOS))
    parser.add_argument("--seeds", default="1-40")
    parser.add_argument("--work", help="where the data sets are made, one after another; a temporary folder by default")
    options = parser.parse_args()
    first, last = (int(number) for number in options.seeds.split("-"))
    print("| scenario | rule | false share | sets with a false one | recall ×2.0, −0.30 | recall ×1.5, −0.15 |")
    print("|---|---|---:|---:|---:|---:|", flush=True)
    for scenario in options.scenarios.split(","):
        scores = {"cxsh compound": Score(), "+10 % and −0.05": Score(), "z > 2": Score(), "Poisson, Welch, BH": Score()}
        for seed in range(first, last + 1):
            with tempfile.TemporaryDirectory(dir=options.work) as name:
                folder = pathlib.Path(name) / "set"
                run(options.program, "sample", "northbank", str(folder), "--scenario", scenario, "--seed", str(seed), "--quiet")
                answers = planted(folder)
                cells = {key: Cell(grid) for key, grid in sums(folder).items()}
                answered = by_cxsh(options.program, folder), naive(cells), z_score(cells), textbook(cells)
            for score, found in zip(scores.values(), answered):
                score.add(found, answers)
        for rule, score in scores.items():
            print(score.row(scenario, rule), flush=True)


main()
