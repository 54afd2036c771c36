"""Writes scans-expected.json: what `drops`, `spikes` and `compound A and B` must give on the data of CompoundData.swift.

The data is that of compound-expected.py, with escalations and answers by the rule of CompoundData.swift; sums, windows and
distinct customers are taken in plain Python, and the statistics by the method's reference program (`scan_mean`,
`scan_count`, `scan`), whose folder is the argument:

    python3 scans-expected.py ../shared/method > scans-expected.json
"""
import importlib.util, json, math, os, sys
from datetime import timedelta

import numpy as np

spec = importlib.util.spec_from_file_location("base", os.path.join(os.path.dirname(__file__), "compound-expected.py"))
base = importlib.util.module_from_spec(spec)
spec.loader.exec_module(base)
r, number, WEEKS = base.r, base.number, base.WEEKS
CELLS = [(s, c) for s in base.STAGES for c in base.CHANNELS]


def answers(c, d, customer, days):
    late = d >= days - 28
    escalated = (customer + d) % 7 == 0
    if late and c in (1, 8): escalated = escalated or customer % 3 == 0
    if d >= days - 7 and c == 3: escalated = escalated or customer % 2 == 0
    if late and c == 11: escalated = False
    csat = max(1, 1 + (customer * 7 + d) % 5 - (2 if late and c in (1, 4) else 0))
    nps = max(0, (customer * 3 + d) % 11 - (5 if late and c in (1, 7) else 0))
    return escalated, None if customer % 4 == 1 else csat, None if customer % 5 == 2 else nps


def events(days):
    """(kind, day, cell, named customer or None, topic, touchpoint, fields); the same draws as base.make."""
    raw, made = base.Random, []
    g = raw()
    rows = []
    # base.make hides the number of a nameless customer, by which the answers go; so the draws are listened to.
    class Listening(raw):
        def below(self, n):
            x = super().below(n)
            if n == 320: made.append(x)
            return x
    base.Random = Listening
    tickets, voice = base.make(days)
    base.Random = raw
    order = iter(made)
    merged = {}
    for row in tickets: merged.setdefault((row[0], int(row[4].lstrip("altp"))), ([], []))[0].append(row)
    for row in voice: merged.setdefault((row[0], row[1]), ([], []))[1].append(row)
    for d in range(days):
        for cell in range(12):
            t, v = merged.get((d, cell), ([], []))
            for _, c, customer, topic, place in t:
                e, csat, nps = answers(cell, d, next(order), days)
                rows.append(("t", d, c, customer, topic, place, {"escalated": e, "csat": csat, "nps": nps}))
            for _, c, customer, topic, s in v:
                next(order)
                rows.append(("v", d, c, customer, topic, None, {"sentiment": None if s is None else s / 100}))
    return rows


# A measure: kind of its events, whether an event is a case, its score, and how it is scanned.
MEASURES = {
    "tickets": ("t", lambda f: True, None, "count", "up"),
    "tickets(escalated)": ("t", lambda f: f["escalated"], None, "count", "up"),
    "escalation_rate": ("t", lambda f: True, lambda f: f["escalated"], "share", "up"),
    "share(escalated)": ("t", lambda f: True, lambda f: f["escalated"], "share", None),
    "csat": ("t", lambda f: f["csat"] is not None, lambda f: f["csat"], "csat", "down"),
    "nps": ("t", lambda f: f["nps"] is not None, lambda f: 100 * ((f["nps"] >= 9) - (f["nps"] < 7)), "nps", "down"),
    "sentiment": ("v", lambda f: f["sentiment"] is not None, lambda f: f["sentiment"], "sentiment", "down"),
    "net_sentiment": ("v", lambda f: f["sentiment"] is not None, lambda f: (f["sentiment"] > 0) - (f["sentiment"] < 0),
                      "sentiment", "down"),
}


class Sums:
    def __init__(self, name, rows, cells, cell_of, starts, length):
        kind, is_case, score, self.scale, _ = MEASURES[name]
        self.n, self.sx, self.sxx = (np.zeros((len(cells), len(starts))) for _ in range(3))
        where = {s: i for i, s in enumerate(starts)}
        self.cases = []
        for k, d, c, customer, _, _, f in rows:
            if k != kind or not is_case(f): continue
            self.cases.append((d, c, customer))
            p = where.get(d - d % length)
            if c is None or p is None: continue
            x = float(score(f)) if score else 1.0
            self.n[cell_of(c), p] += 1
            self.sx[cell_of(c), p] += x
            self.sxx[cell_of(c), p] += x * x
        self.sx, self.sxx = np.round(self.sx, 6), np.round(self.sxx, 9)

    def level(self, c, periods):
        if self.scale == "count": return int(self.n[c, periods].sum())
        n = self.n[c, periods].sum()
        return number(self.sx[c, periods].sum() / n) if n else None


class Question:
    """Rows, cells and windows of one statement."""

    def __init__(self, days, end=None, length=7, topic=None, by_channel=False):
        self.rows = events(days)
        tickets = [row for row in self.rows if row[0] == "t"]
        self.shares = [sum(row[1] % 7 == w for row in tickets) / len(tickets) for w in range(7)]
        if topic is not None: self.rows = [row for row in self.rows if row[4] == topic]
        self.days, self.length = days, length
        self.end = end if end is not None else days - days % length
        self.starts = list(range(0, self.end, length))
        self.cells = [(c,) for c in base.CHANNELS] if by_channel else CELLS
        self.cell_of = (lambda c: c % 4) if by_channel else (lambda c: c)

    def sums(self, name): return Sums(name, self.rows, self.cells, self.cell_of, self.starts, self.length)

    def exposure(self):
        if self.length == 1: return np.array([7 * self.shares[d % 7] for d in self.starts])
        e = np.ones(len(self.starts))
        if self.end > self.days: e[-1] = sum(7 * self.shares[d % 7] for d in range(self.starts[-1], self.days)) / 7
        return e

    def text(self, a, b): return f"{base.START + timedelta(days=a)} to {base.START + timedelta(days=b - 1)}"

    def places(self, kinds, first):
        kinds = {"t"} if "t" in kinds else kinds
        top = {}
        for k, d, c, _, _, place, _ in self.rows:
            if k not in kinds or c is None or place is None or not first <= d < self.end: continue
            counts = top.setdefault(self.cell_of(c), {})
            counts[place] = counts.get(place, 0) + 1
        return [min(top[c], key=lambda p: (-top[c][p], p.encode())) if c in top else None for c in range(len(self.cells))]

    def windows(self, k, k0):
        T = len(self.starts)
        cur, prv = list(range(T - k, T)), list(range(T - k - k0, T - k))
        return cur, prv, {
            "current_window": self.text(self.starts[cur[0]], self.end),
            "comparison_window": self.text(self.starts[prv[0]], self.starts[prv[-1]] + self.length),
            "current_periods": len(cur), "comparison_periods": len(prv)}


def move(name, direction, q, k, k0, level=0.1):
    """`drops` (down) or `spikes` (up)."""
    s = q.sums(name)
    T = len(q.starts)
    k = min(k, T // 2)
    k0 = min(k0, T - k)
    cur, prv, facts = q.windows(k, k0)
    ratio = s.scale in ("count", "share")
    shifts = []
    pooled = r.period_effects_mean
    r.period_effects_mean = lambda *a: shifts.append(pooled(*a)) or shifts[-1]

    def run(n, sx, sxx, e, relative=True):
        if ratio: return r.scan_count(n if s.scale == "count" else sx, e, k=k, k_prev=k0, q=level, bad=direction)
        return r.scan_mean(n, sx, sxx, scale=s.scale, k=k, k_prev=k0, q=level, bad=direction, relative=relative)

    e = s.n if s.scale == "share" else np.broadcast_to(q.exposure(), s.n.shape)
    o = run(s.n, s.sx, s.sxx, e)
    r.period_effects_mean = pooled
    total = [a.sum(0, keepdims=True) for a in (s.n, s.sx, s.sxx, e)]
    w = run(*total, relative=False)
    first = q.starts[cur[0]]
    reach = [set() for _ in q.cells]
    for d, c, customer in s.cases:
        if c is not None and customer is not None and first <= d < q.end: reach[q.cell_of(c)].add(customer)
    places = q.places({MEASURES[name][0]}, first)
    effect = name + ("_ratio" if ratio else "_change")
    rng = {"csat": 4, "nps": 200, "sentiment": 2}.get(s.scale)
    flag = "drop" if direction == "down" else "spike"
    rows = []
    for c, cell in enumerate(q.cells):
        p = number(o["p"][c])
        change = o["ratio"][c] if ratio else o["change_rel"][c]
        size = None
        if p is not None:
            worse = (math.log(change) / math.log(2) if ratio else change / (rng / 4)) * (1 if direction == "up" else -1)
            size = min(1, max(0, worse))
        row = {"cell": list(cell), "status": flag if o["flagged"][c] else "insufficient" if p is None else "clear",
               "severity": None if size is None else 100 * size, "reach": len(reach[c]), name + "_prev": s.level(c, prv),
               name + "_cur": s.level(c, cur), effect: number(o["ratio" if ratio else "change"][c]), "p": p,
               "q": number(o["q"][c]), "touchpoint": places[c]}
        if not ratio: row[effect + "_rel"] = number(o["change_rel"][c])
        if s.scale != "count": row["n_prev"], row["n_cur"] = int(s.n[c, prv].sum()), int(s.n[c, cur].sum())
        rows.append(row)
    ranked = sorted((w for w in rows if w["status"] == flag), key=lambda w: (-r._r6(w["reach"] * w["severity"] / 100), -w["reach"], w["cell"]))
    for i, row in enumerate(ranked): row["rank"] = i + 1
    rows.sort(key=lambda w: (w.get("rank", 99), w["status"] == "insufficient", w["cell"]))
    eligible = sum(row["p"] is not None for row in rows)
    relative = not ratio and o["_meta"]["relative"]
    whole = Sums.__new__(Sums)
    whole.scale, whole.n, whole.sx = s.scale, total[0], total[1]
    facts |= {
        "all_status": flag if w["flagged"][0] else "insufficient" if number(w["p"][0]) is None else "clear",
        f"all_{name}_prev": whole.level(0, prv), f"all_{name}_cur": whole.level(0, cur),
        "all_" + effect: number(w["ratio" if ratio else "change"][0]), "all_p": number(w["p"][0]),
        "relative": relative, "wobble_" + name: number(o["_meta"]["tau"]), "rho_" + name: number(o["_meta"]["rho"]),
        "cells_eligible": eligible, "cells_total": len(rows), "level": level}
    if not ratio:
        u = shifts[-1] if relative else np.zeros(T)
        facts["everybody_" + name] = number(u[cur].mean() - u[prv].mean())
    return {"days": q.days, "rows": rows, "facts": facts}


def pair(first, second, q, k=4, k0=24, level=0.1, **options):
    """`compound first and second`, one a count or share and the other a mean, which is put on the scale of sentiment."""
    ratio, mean = (first, second) if MEASURES[first][3] in ("count", "share") else (second, first)
    y, m = q.sums(ratio), q.sums(mean)
    low, high = r.SCALES[m.scale]
    middle, half = (low + high) / 2, (high - low) / 2
    hits = y.n if y.scale == "count" else y.sx
    e = y.n if y.scale == "share" else np.broadcast_to(q.exposure(), y.n.shape)
    sx, sxx = (m.sx - middle * m.n) / half, (m.sxx - 2 * middle * m.sx + middle ** 2 * m.n) / half ** 2
    T = len(q.starts)
    k = min(k, T // 2)
    cur, prv, facts = q.windows(k, min(k0, T - k))
    begin = q.starts[cur[0]]
    kinds = {MEASURES[first][0], MEASURES[second][0]}
    reach, everybody, nameless, count = [set() for _ in q.cells], set(), 0, 0
    for kind, d, c, customer, _, _, _ in q.rows:
        if kind not in kinds or not begin <= d < q.end: continue
        count += 1
        if customer is None: nameless += 1
        else:
            everybody.add(customer)
            if c is not None: reach[q.cell_of(c)].add(customer)
    options = dict(k=k, q=level, k_prev=len(prv), viral=q.length == 7, **options)
    o = r.scan(hits, m.n, sx, sxx, exposure=e, reach=[len(s) for s in reach], **options)
    w = r.scan(*(a.sum(0, keepdims=True) for a in (hits, m.n, sx, sxx)), exposure=e.sum(0, keepdims=True), relative=False, **options)
    meta = o["_meta"]
    places = q.places(kinds, begin)
    words = {"tickets_only": ratio + "_only", "sentiment_only": mean + "_only"}
    order = ["compound", "watch", first + "_only", second + "_only", "clear", "insufficient"]
    rows = []
    for c, cell in enumerate(q.cells):
        viral = int(o["viral"][c])
        now = [p for p in cur if p != viral]
        place = places[c]
        effort = base.EFFORT[int(place[2:])] if place and place.startswith("tp") else None
        status = str(o["status"][c])
        severity = number(o["severity"][c])
        row = {"cell": list(cell), "status": words.get(status, status), "reach": len(reach[c]), "touchpoint": place,
               "effort": effort or 3, "severity": severity, "viral": viral >= 0, "p": number(o["p"][c]), "q": number(o["q"][c]),
               ratio + "_ratio": number(o["ticket_ratio"][c]), ratio + "_ratio_rel": number(o["ticket_ratio_rel"][c]),
               ratio + "_excess": number(o["excess_tickets"][c]), ratio + "_p": number(o["ticket_p"][c]),
               ratio + "_persist": number(o["persist_ratio"][c]), mean + "_p": number(o["sent_p"][c])}
        for column, name in (("_change", "sent_change"), ("_change_rel", "sent_change_rel"), ("_persist", "persist_change")):
            x = number(o[name][c])
            row[mean + column] = None if x is None else x * half
        for s, name in ((y, ratio), (m, mean)):
            row[name + "_prev"], row[name + "_cur"] = s.level(c, prv), s.level(c, now)
            if s.scale != "count": row[name + "_n_prev"], row[name + "_n_cur"] = int(s.n[c, prv].sum()), int(s.n[c, now].sum())
        row["priority"] = None if severity is None else number(r.priority(row["reach"], severity, row["effort"]))
        rows.append(row)
    for status in ("compound", "watch"):
        ranked = [x for x in rows if x["status"] == status]
        ranked.sort(key=lambda x: (-r._r6(x["priority"]), -x["reach"], -r._r6(x["severity"]), x["cell"]))
        for i, x in enumerate(ranked): x["rank"] = i + 1
    rows.sort(key=lambda x: (order.index(x["status"]), x.get("rank", 0), x["cell"]))
    top = [q.cells.index(tuple(x["cell"])) for x in rows if x["status"] == "compound"][:3]
    facts |= {"everybody_" + ratio: number(math.exp(meta["m"][cur].mean() - meta["m"][prv].mean())),
              "everybody_" + mean: number(half * (meta["u"][cur].mean() - meta["u"][prv].mean())), "relative": meta["relative"],
              "wobble_" + ratio: number(meta["tau_v"]), "wobble_" + mean: number(half * meta["tau_s"]),
              "rho_" + ratio: number(meta["rho_v"]), "rho_" + mean: number(meta["rho_s"]), "kappa": number(meta["kappa"]),
              "cells_eligible": int(o["eligible"].sum()), "cells_total": len(rows), "level": level,
              "all_p": number(w["p"][0]), "all_reach": len(everybody), "all_status": words.get(str(w["status"][0]), str(w["status"][0])),
              f"all_{ratio}_ratio": number(w["ticket_ratio"][0]), f"all_{mean}_change": number(half * w["sent_change"][0]),
              "events_without_customer": nameless / count,
              "top_reach": len(set().union(*(reach[c] for c in top))) if top else None}
    return {"days": q.days, "rows": rows, "facts": facts}


def cases():
    weeks, month = Question(WEEKS), Question(20, length=1)
    by_channel, topic = Question(WEEKS, by_channel=True), Question(WEEKS, topic=1)
    partial, june = Question(WEEKS + 3, end=WEEKS + 7), Question(WEEKS, end=25 * 7)
    return {
        "drops csat": move("csat", "down", weeks, 4, 12),
        "drops nps by stage, channel": move("nps", "down", weeks, 4, 12),
        "drops sentiment": move("sentiment", "down", weeks, 4, 12),
        "drops net_sentiment": move("net_sentiment", "down", weeks, 4, 12),
        "drops tickets": move("tickets", "down", weeks, 4, 12),
        "drops escalation_rate": move("escalation_rate", "down", weeks, 4, 12),
        "drops csat level 0.5": move("csat", "down", weeks, 4, 12, level=0.5),
        "drops csat vs last 6 weeks": move("csat", "down", weeks, 4, 6),
        "drops csat during 2025-06-09..2025-06-29": move("csat", "down", june, 3, 9),
        "drops nps by channel": move("nps", "down", by_channel, 4, 12),
        "drops csat where topic = b": move("csat", "down", topic, 4, 12),
        "drops csat # days": move("csat", "down", month, 7, 7),
        "spikes escalation_rate": move("escalation_rate", "up", weeks, 1, 8),
        "spikes share(escalated)": move("share(escalated)", "up", weeks, 1, 8),
        "spikes tickets": move("tickets", "up", weeks, 1, 8),
        "spikes tickets(escalated)": move("tickets(escalated)", "up", weeks, 1, 8),
        "spikes csat": move("csat", "up", weeks, 4, 12),
        "spikes tickets by channel": move("tickets", "up", by_channel, 1, 8),
        "spikes tickets during last 4 weeks": move("tickets", "up", weeks, 4, 8),
        "spikes tickets partial": move("tickets", "up", partial, 1, 8),
        "spikes tickets # days": move("tickets", "up", month, 7, 7),
        "compound tickets and sentiment": pair("tickets", "sentiment", weeks),
        "compound csat and escalation_rate": pair("csat", "escalation_rate", weeks),
        "compound escalation_rate and nps strict": pair("escalation_rate", "nps", weeks, combine="bh"),
        "compound sentiment and escalation_rate": pair("sentiment", "escalation_rate", weeks),
        "compound nps and tickets vs last 12 weeks": pair("nps", "tickets", weeks, k0=12),
        "compound csat and tickets level 0.5 where topic = b": pair("csat", "tickets", topic, level=0.5),
        "compound csat and escalation_rate by channel": pair("csat", "escalation_rate", by_channel),
    }


if __name__ == "__main__":
    print(json.dumps(cases(), indent=1))
