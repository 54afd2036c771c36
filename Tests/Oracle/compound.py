"""What `compound` must give, by the method's reference program."""

import math

import numpy as np
import reference

from world import text_of

STATUSES = ["compound", "watch", "tickets_only", "sentiment_only", "clear", "insufficient"]
FIGURES = [
    "severity", "tickets_prev", "tickets_cur", "ticket_ratio", "ticket_ratio_rel", "excess_tickets", "mentions_prev",
    "mentions_cur", "sent_change", "sent_change_rel", "ticket_p", "sent_p", "p", "q", "persist_ratio", "persist_change",
]


def questions(world):
    """Statements of `compound` with the options that the reference needs for the same."""
    draw, weeks = world.random, world.weeks
    chosen = [("compound", {})]
    window = draw.randint(1, max(1, min(4, weeks // 2)))
    last = draw.randint(window + 1, weeks)
    days = f"{text_of(7 * (last - window))}..{text_of(7 * last - 1)}"
    others = [
        ("compound strict", {"combine": "bh"}), ("compound trend", {"shape": "ramp"}), ("compound level 0.4", {"q": 0.4}),
        ("compound vs previous", {"k_prev": min(4, weeks // 2)}), ("compound vs last 8 weeks", {"k_prev": 8}),
        (f"compound during {days}", {"weeks": last, "k": window}), ("compound by channel", {"by": ("channel",)}),
        ("compound by stage", {"by": ("stage",)}), ("compound where topic = bills", {"topic": "bills"}),
        ("compound by topic, stage", {"by": ("topic", "stage")}),
    ]
    if weeks >= 56:
        others.append(("compound yoy", {"prev": list(range(weeks - 56, weeks - 52))}))
    return chosen + draw.sample(others, 3)


def expected(world, options):
    """Rows by key, as `compound` names its columns, and the facts that the reference knows."""
    options = dict(options)
    by, topic, weeks = options.pop("by", ("stage", "channel")), options.pop("topic", None), options.pop("weeks", world.weeks)
    tickets = [row for row in world.tickets if topic in (None, row["topic"])]
    mentions = [row for row in world.mentions if topic in (None, row["topic"])]
    inside = lambda row: row["day"] < 7 * weeks
    key_of = lambda row: tuple(row[name] for name in by)
    scored = [row for row in mentions if row["sentiment"] is not None]
    keys = sorted({key_of(row) for row in tickets + scored if inside(row)} - {key for key in map(key_of, tickets + scored) if None in key})
    if not keys:
        return None
    place = {key: index for index, key in enumerate(keys)}
    y, n, sx, sxx = (np.zeros((len(keys), weeks)) for _ in range(4))
    for row in tickets:
        if inside(row) and key_of(row) in place:
            y[place[key_of(row)], row["day"] // 7] += 1
    for row in scored:
        if inside(row) and key_of(row) in place:
            cell, score = (place[key_of(row)], row["day"] // 7), row["sentiment"]
            n[cell] += 1
            sx[cell] += score
            sxx[cell] += score * score
    sx, sxx = sx / 100, sxx / 10000
    k = min(options.pop("k", 4), weeks // 2)
    first = 7 * (weeks - k)
    reach, everybody = [set() for _ in keys], set()
    for row in tickets + mentions:
        if first <= row["day"] < 7 * weeks and row["customer"] is not None:
            everybody.add(row["customer"])
            if key_of(row) in place:
                reach[place[key_of(row)]].add(row["customer"])
    scan = reference.scan(y, n, sx, sxx, reach=[len(customers) for customers in reach], k=k, **options)
    columns = (grid.sum(0, keepdims=True) for grid in (y, n, sx, sxx))
    whole = reference.scan(*columns, relative=False, reach=[len(everybody)], k=k, **options)
    rows = {}
    for index, key in enumerate(keys):
        row = {name: float(scan[name][index]) for name in FIGURES}
        row |= {"status": str(scan["status"][index]), "reach": len(reach[index])}
        row["priority"] = reference.priority(row["reach"], row["severity"], 3)
        rows[key] = row
    _rank(rows)
    return by, rows, _facts(scan["_meta"], scan, whole, len(everybody))


def _rank(rows):
    for status in ("compound", "watch"):
        ranked = [(key, row) for key, row in rows.items() if row["status"] == status]
        ranked.sort(key=lambda pair: (-reference._r6(pair[1]["priority"]), -pair[1]["reach"], -reference._r6(pair[1]["severity"]), pair[0]))
        for rank, (_, row) in enumerate(ranked):
            row["rank"] = rank + 1


def _facts(meta, scan, whole, everybody):
    return {
        "relative": meta["relative"], "wobble_tickets": meta["tau_v"], "wobble_sentiment": meta["tau_s"],
        "rho_tickets": meta["rho_v"], "rho_sentiment": meta["rho_s"], "kappa": meta["kappa"],
        "cells_eligible": int(scan["eligible"].sum()), "cells_total": len(scan["status"]),
        "all_status": str(whole["status"][0]), "all_ticket_ratio": float(whole["ticket_ratio"][0]),
        "all_sent_change": float(whole["sent_change"][0]), "all_p": float(whole["p"][0]), "all_reach": everybody,
    }


def order(rows):
    """The keys in the order of the answer."""
    return sorted(rows, key=lambda key: (STATUSES.index(rows[key]["status"]), rows[key].get("rank", 0), key))


def is_finite(value):
    return value is not None and math.isfinite(value)
