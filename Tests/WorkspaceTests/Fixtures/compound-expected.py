"""Writes compound-expected.json: what `compound` must give on the data of CompoundData.swift.

The data is made here a second time, row by row, by the same generator of random numbers; the sums, windows and distinct
customers are taken in plain Python, and the statistics by the method's reference program, whose folder is the argument:

    python3 compound-expected.py ../shared/method > compound-expected.json
"""
import json, math, sys
from datetime import date, timedelta

sys.path.insert(0, sys.argv[1])
import numpy as np
import reference as r

START = date(2025, 1, 6)
STAGES, CHANNELS = ["buy", "care", "use"], ["app", "chat", "email", "web"]
EFFORT = [1, 2, 3, 5, 8, None, 1, 2, 3, 5, 8, None]


class Random:
    def __init__(self):
        self.x = 20250106

    def below(self, n):
        self.x = (self.x * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.x >> 33) % n


def make(days):
    """Tickets as (day, cell or None, customer, topic, touchpoint), voice as (day, cell, customer, topic, hundredths or None)."""
    g, tickets, voice = Random(), [], []
    for d in range(days):
        late = d >= days - 28
        for c in range(12):
            base = 1 + c % 3
            t = g.below(2 * base + 1)
            m = g.below(3) + c % 2
            shift = 0
            if late and c in (1, 4): t += t + 1
            if late and c in (1, 7): shift = -40
            if late and c == 10: t, shift = 2 * t + 1, -35
            if c == 5 and days - 21 <= d < days - 14: t, shift = 4 * t + 4, -60
            if c == 9: m = 1 if d % 9 == 0 else 0
            if c == 2 and d == days - 10: t, m, shift = t + 6, 40, -70
            for _ in range(t):
                customer = g.below(320)
                lost = g.below(60) == 0
                topic = g.below(2)
                alt = g.below(4) == 0
                tickets.append((d, None if lost else c, None if customer < 20 else customer, topic, ("alt" if alt else "tp") + str(c)))
            for _ in range(m):
                customer = g.below(320)
                topic = g.below(2)
                mute = g.below(25) == 0
                score = max(-100, min(100, g.below(121) - 60 + shift))
                voice.append((d, c, None if customer < 20 else customer, topic, None if mute else score))
    return tickets, voice


def grids(tickets, voice, cells, starts, length, cell_of):
    y, n, sx, sxx = (np.zeros((len(cells), len(starts))) for _ in range(4))
    where = {s: i for i, s in enumerate(starts)}
    for d, c, _, _, _ in tickets:
        p = where.get(d - d % length)
        if c is not None and p is not None: y[cell_of(c), p] += 1
    for d, c, _, _, s in voice:
        p = where.get(d - d % length)
        if s is None or p is None: continue
        n[cell_of(c), p] += 1
        sx[cell_of(c), p] += s / 100
        sxx[cell_of(c), p] += s * s / 10000
    return y, n, np.round(sx, 6), np.round(sxx, 9)


def number(x):
    return None if x is None or not math.isfinite(x) else float(x)


def case(days, end=None, length=7, k=4, k_prev=None, prev=None, shape="step", strict=False, topic=None, exposure=None,
         by_channel=False, level=0.1):
    tickets, voice = make(days)
    shares = [0] * 7
    for row in tickets: shares[row[0] % 7] += 1
    shares = [s / len(tickets) for s in shares]
    if topic is not None:
        tickets, voice = ([row for row in rows if row[3] == topic] for rows in (tickets, voice))
    end = end if end is not None else days - days % length
    starts = list(range(0, end, length))
    cells = [(ch,) for ch in CHANNELS] if by_channel else [(st, ch) for st in STAGES for ch in CHANNELS]
    cell_of = (lambda c: c % 4) if by_channel else (lambda c: c)
    y, n, sx, sxx = grids(tickets, voice, cells, starts, length, cell_of)
    e = None
    if exposure == "partial":
        e = np.ones(len(starts))
        e[-1] = sum(7 * shares[d % 7] for d in range(starts[-1], days)) / 7
    if exposure == "day":
        e = np.array([7 * shares[d % 7] for d in starts])
    T = len(starts)
    k = min(k, T // 2)
    first = starts[T - k]
    reach = [set() for _ in cells]
    everybody, events, nameless = set(), 0, 0
    top = {}
    for kind, rows in (("t", tickets), ("v", voice)):
        for d, c, customer, _, place in rows:
            if not first <= d < end: continue
            events += 1
            if customer is None: nameless += 1
            else:
                everybody.add(customer)
                if c is not None: reach[cell_of(c)].add(customer)
            if kind == "t" and c is not None:
                top.setdefault(cell_of(c), {}).setdefault(place, 0)
                top[cell_of(c)][place] += 1
    wobbles = []
    pooled = r.pooled_wobble
    r.pooled_wobble = lambda *a, **b: wobbles.append(pooled(*a, **b)) or wobbles[-1]
    options = dict(k=k, q=level, shape=shape, k_prev=k_prev, prev=prev, exposure=e, viral=length == 7, combine="bh" if strict else "adafilter")
    o = r.scan(y, n, sx, sxx, reach=[len(s) for s in reach], **options)
    wv, ws = wobbles[0], wobbles[1]
    whole = r.scan(*(a.sum(0, keepdims=True) for a in (y, n, sx, sxx)), relative=False, reach=[len(everybody)], **options)
    r.pooled_wobble = pooled
    meta = o["_meta"]
    cur = list(range(T - k, T))
    k0 = min(6 * k if k_prev is None else k_prev, T - k)
    prv = list(prev) if prev is not None else list(range(T - k - k0, T - k))
    rows = []
    ordered = {"compound": 0, "watch": 1, "tickets_only": 2, "sentiment_only": 3, "clear": 4, "insufficient": 5}
    for c, cell in enumerate(cells):
        places = top.get(c, {})
        place = min(places, key=lambda p: (-places[p], p.encode())) if places else None
        effort = EFFORT[int(place[2:])] if place and place.startswith("tp") else None
        row = {"cell": list(cell), "touchpoint": place, "effort": effort or 3, "effort_assumed": effort is None, "status": str(o["status"][c]), "reach": int(o["reach"][c])}
        for name in ("severity", "tickets_prev", "tickets_cur", "ticket_ratio", "ticket_ratio_rel", "excess_tickets", "mentions_prev",
                     "mentions_cur", "sent_change", "sent_change_rel", "ticket_p", "sent_p", "p", "q", "persist_ratio", "persist_change"):
            row[name] = number(o[name][c])
        row["viral"] = int(o["viral"][c]) >= 0
        row["priority"] = number(r.priority(row["reach"], row["severity"], row["effort"])) if row["severity"] is not None else None
        row["since"] = None
        if row["status"] in ("compound", "watch"):
            yy, nn, ssx, ee = y[c].copy(), n[c].copy(), sx[c].copy(), (np.ones(T) if e is None else e.copy())
            j = o["viral"][c]
            if j >= 0: yy[j] = nn[j] = ssx[j] = ee[j] = 0
            s2, _, _ = r.within_var(*[np.where((np.arange(T)[None, :] == np.array(o["viral"])[:, None]), 0, a) for a in (n, sx, sxx)], 10.0)
            v = np.where(nn > 0, ssx / np.maximum(nn, 1), np.nan) - meta["u"]
            q = np.where(nn > 0, s2[c] / np.maximum(nn, 1), np.nan)
            s, _ = r.since(yy, ee * np.exp(meta["m"]), v, q, wv["tau2"][c], ws["tau2"][c])
            row["since"] = None if s is None else str(START + timedelta(days=starts[s]))
        rows.append(row)
    for status in ("compound", "watch"):
        ranked = [w for w in rows if w["status"] == status]
        ranked.sort(key=lambda w: (-r._r6(w["priority"]), -w["reach"], -r._r6(w["severity"]), w["cell"]))
        for i, w in enumerate(ranked): w["rank"] = i + 1
    rows.sort(key=lambda w: (ordered[w["status"]], w.get("rank", 0), w["cell"]))
    text = lambda a, b: f"{START + timedelta(days=a)} to {START + timedelta(days=b - 1)}"
    first3 = [cells.index(tuple(w["cell"])) for w in rows if w["status"] == "compound"][:3]
    facts = {
        "all_status": str(whole["status"][0]), "all_tickets_prev": number(whole["tickets_prev"][0]),
        "all_tickets_cur": number(whole["tickets_cur"][0]), "all_ticket_ratio": number(whole["ticket_ratio"][0]),
        "all_mentions_prev": number(whole["mentions_prev"][0]), "all_mentions_cur": number(whole["mentions_cur"][0]),
        "all_sent_change": number(whole["sent_change"][0]), "all_p": number(whole["p"][0]), "all_reach": len(everybody),
        "everybody_tickets": number(math.exp(meta["m"][cur].mean() - meta["m"][prv].mean())),
        "everybody_sentiment": number(meta["u"][cur].mean() - meta["u"][prv].mean()), "relative": meta["relative"],
        "wobble_tickets": number(meta["tau_v"]), "wobble_sentiment": number(meta["tau_s"]), "rho_tickets": number(meta["rho_v"]),
        "rho_sentiment": number(meta["rho_s"]), "kappa": number(meta["kappa"]), "current_window": text(first, end),
        "comparison_window": text(starts[prv[0]], starts[prv[-1]] + length), "current_periods": k, "comparison_periods": len(prv),
        "cells_eligible": int(o["eligible"].sum()), "cells_total": len(cells), "level": level,
        "events_without_customer": nameless / events,
        "top_reach": len(set().union(*(reach[c] for c in first3))) if first3 else None,
    }
    if exposure == "partial": facts["current_window"] = text(first, end)
    return {"days": days, "rows": rows, "facts": facts}


WEEKS = 30 * 7


def cases():
    return {
        "compound by stage, channel": case(WEEKS),
        "compound": case(WEEKS),
        "compound strict": case(WEEKS, strict=True),
        "compound trend": case(WEEKS, shape="ramp"),
        "compound level 0.5": case(WEEKS, level=0.5),
        "compound vs last 12 weeks": case(WEEKS, k_prev=12),
        "compound vs previous": case(WEEKS, k_prev=4),
        "compound vs 2025-03-03..2025-04-13": case(WEEKS, prev=list(range(8, 14))),
        "compound during 2025-06-09..2025-06-29": case(WEEKS, end=25 * 7, k=3),
        "compound during 2025-07-03..": case(WEEKS, k=4),
        "compound where topic = b": case(WEEKS, topic=1),
        "compound by channel": case(WEEKS, by_channel=True),
        "compound # incomplete": case(WEEKS + 3),
        "compound partial": case(WEEKS + 3, end=WEEKS + 7, exposure="partial"),
        "compound yoy": case(60 * 7, prev=list(range(60 - 4 - 52, 60 - 52))),
        "compound # days": case(20, length=1, k=7, k_prev=7 * (min(21, 13) // 7), exposure="day"),
    }


if __name__ == "__main__":
    print(json.dumps(cases(), indent=1))
