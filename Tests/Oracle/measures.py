"""What `show` must give: figures, intervals and comparisons, by the method's reference program."""

import math

import reference

STATEMENT = "show sentiment, nps, csat, csat_top2, ces, escalation_rate, reopen_rate by channel"


def questions(world):
    return [(STATEMENT, None), (f"{STATEMENT} during last 4 weeks vs previous", 4)]


def expected(world, window):
    """Rows by channel."""
    channels = sorted({row["channel"] for row in world.tickets + world.mentions + world.surveys if row["channel"] is not None})
    if window is None:
        return {channel: _figures(_of(world, channel, 0, world.days)) for channel in channels}
    split, start = world.days - 7 * window, world.days - 14 * window
    rows = {}
    for channel in channels:
        now, then = _of(world, channel, split, world.days), _of(world, channel, start, split)
        rows[channel] = _figures(now) | _changes(now, then)
    return rows


def _of(world, channel, start, end):
    """The sums of each measure: (n, sum, sum of squares), promoters, passives and detractors, or (hits, n)."""
    of = lambda rows: [row for row in rows if row["channel"] == channel and start <= row["day"] < end]
    tickets, mentions, surveys = of(world.tickets), of(world.mentions), of(world.surveys)
    known = lambda rows, name: [row[name] for row in rows if row[name] is not None]
    nps = known(surveys, "nps")
    csat = known(tickets, "csat")
    return {
        "sentiment": _moments(known(mentions, "sentiment"), 100), "csat": _moments(csat), "ces": _moments(known(surveys, "ces")),
        "nps": (sum(x >= 9 for x in nps), sum(7 <= x <= 8 for x in nps), sum(x <= 6 for x in nps)),
        "csat_top2": (sum(x >= 4 for x in csat), len(csat)),
        "escalation_rate": (sum(known(tickets, "escalated")), len(known(tickets, "escalated"))),
        "reopen_rate": (sum(known(tickets, "reopened")), len(known(tickets, "reopened"))),
    }


def _moments(values, unit=1):
    return len(values), sum(values) / unit, sum(x * x for x in values) / unit**2


SCALES = {"sentiment": (-1, 1), "csat": (1, 5), "ces": (1, 7)}
SHARES = ("csat_top2", "escalation_rate", "reopen_rate")


def _figures(sums):
    row = {}
    for name, scale in SCALES.items():
        n, sx, sxx = sums[name]
        _put(row, name, reference.mean_ci(n, sx, sxx, lo=scale[0], hi=scale[1]), n)
    _put(row, "nps", reference.nps_ci_score(*sums["nps"]), sum(sums["nps"]))
    for name in SHARES:
        _put(row, name, reference.wilson(*sums[name]), sums[name][1])
    return row


def _put(row, name, interval, n):
    row[name], row[f"{name}_low"], row[f"{name}_high"] = interval
    row[f"{name}_n"] = n


def _changes(now, then):
    row = {}
    for name in SCALES:
        test = reference.welch(*now[name], *then[name])
        row[f"{name}_change"], row[f"{name}_p"] = test["diff"], test["p_two"]
    test = reference.two_nps(*now["nps"], *then["nps"])
    _change(row, "nps", test)
    for name in SHARES:
        _change(row, name, reference.two_prop(*now[name], *then[name]))
    return row


def _change(row, name, test):
    row[f"{name}_change"], row[f"{name}_change_low"], row[f"{name}_change_high"] = test["diff"], test["lo"], test["hi"]
    row[f"{name}_p"] = test["p_two"]
