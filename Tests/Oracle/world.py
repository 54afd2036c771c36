"""Random data sets as an analyst could have them, and the sums of them taken in plain Python.

Scores are whole hundredths, so that sums are exact here as they are in cxsh.
"""

import csv
import datetime
import math
import random

FIRST_DAY = datetime.date(2025, 1, 6)  # a Monday
STAGES = ["buy", "care", "join", "use"]
CHANNELS = ["app", "chat", "email", "phone", "web"]
TOPICS = ["bills", "cards", "login"]


def text_of(day):
    return str(FIRST_DAY + datetime.timedelta(days=day))


class World:
    """Tickets, mentions and surveys of some places and weeks; every random choice comes from the seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        draw = self.random
        self.seed = seed
        self.weeks = draw.choice([draw.randint(5, 12), draw.randint(12, 34), draw.randint(56, 62)])
        self.days = 7 * self.weeks
        stages, channels = draw.sample(STAGES, draw.randint(1, 4)), draw.sample(CHANNELS, draw.randint(2, 5))
        self.cells = sorted((stage, channel) for stage in stages for channel in channels if draw.random() < 0.9)
        self.customers = draw.choice([40, 400, 4000])
        self.tickets, self.mentions, self.surveys = [], [], []
        for cell in self.cells:
            self._fill(cell)
        # Every kind reaches the first and the last day, so that the first and the last week are whole.
        for day in (0, self.days - 1):
            cell = self.cells[0]
            self.tickets.append(self._ticket(day, cell))
            self.mentions.append(self._mention(day, cell, 0.0))
            self.surveys.append(self._survey(day, cell))

    def _fill(self, cell):
        draw = self.random
        size = draw.lognormvariate(0, 1.0)
        tickets, mentions, surveys = 1.2 * size, 1.0 * size, 0.5 * size
        mood = draw.uniform(-0.4, 0.4)
        rise = draw.choice([1, 1, 1, 1.5, 2.5])
        fall = draw.choice([0, 0, 0, -0.2, -0.5])
        viral = draw.randrange(self.days) if draw.random() < 0.15 else None
        wobble_of_tickets, wobble_of_mood = 0.0, 0.0
        for day in range(self.days):
            if day % 7 == 0:
                wobble_of_tickets = draw.gauss(0, 0.2)
                wobble_of_mood = draw.gauss(0, 0.06)
            late = day >= self.days - 28
            rhythm = 0.5 if day % 7 >= 5 else 1.2
            level = rhythm * math.exp(wobble_of_tickets)
            flood = 15 if day == viral else 1
            for _ in range(self._poisson(tickets * level * (rise if late else 1) * (2 if flood > 1 else 1))):
                self.tickets.append(self._ticket(day, cell))
            for _ in range(self._poisson(mentions * rhythm * flood)):
                centre = mood + wobble_of_mood + (fall if late else 0) - (0.6 if flood > 1 else 0)
                self.mentions.append(self._mention(day, cell, centre))
            for _ in range(self._poisson(surveys * rhythm)):
                self.surveys.append(self._survey(day, cell))

    def _poisson(self, mean):
        limit, product, count = math.exp(-mean), self.random.random(), 0
        while product > limit:
            product *= self.random.random()
            count += 1
        return count

    def _customer(self):
        number = self.random.randrange(self.customers)
        return None if number % 17 == 0 else f"C{number}"

    def _place(self, cell):
        """Now and then an event does not say where it belongs."""
        chance = self.random.random()
        return {"stage": None if chance < 0.01 else cell[0], "channel": None if chance > 0.99 else cell[1]}

    def _ticket(self, day, cell):
        draw = self.random
        return {
            "day": day, "customer": self._customer(), **self._place(cell), "topic": draw.choice(TOPICS),
            "escalated": draw.choice([None, True] + 8 * [False]), "reopened": draw.choice([True] + 6 * [False]),
            "csat": draw.choice([None, None, 1, 2, 3, 4, 4, 5, 5]),
        }

    def _mention(self, day, cell, centre):
        score = max(-100, min(100, round(100 * self.random.gauss(centre, 0.5))))
        score = None if self.random.random() < 0.04 else score
        return {
            "day": day, "customer": self._customer(), **self._place(cell), "topic": self.random.choice(TOPICS),
            "sentiment": score,
        }

    def _survey(self, day, cell):
        draw = self.random
        return {
            "day": day, "customer": self._customer(), **self._place(cell), "topic": draw.choice(TOPICS),
            "nps": draw.choice([None] + list(range(11)) + [9, 10, 10]), "ces": draw.choice([None] + list(range(1, 8))),
        }

    # Files

    def write(self, folder):
        """Writes tickets.csv, mentions.csv and surveys.csv, in a random order of rows."""
        columns = {
            "tickets": ("escalated", "reopened", "csat"), "mentions": ("sentiment",), "surveys": ("nps", "ces"),
        }
        for name, more in columns.items():
            rows = list(getattr(self, name))
            self.random.shuffle(rows)
            with open(folder / f"{name}.csv", "w", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(("id", "created_at", "customer_id", "stage", "channel", "topic") + more)
                for number, row in enumerate(rows):
                    fields = [row[name_of] for name_of in ("customer", "stage", "channel", "topic") + more]
                    writer.writerow([f"{name[0]}{number}", text_of(row["day"])] + [_written(x) for x in fields])


def _written(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def loading(folder):
    """The statements that load what `World.write` wrote."""
    sentiment = "sentiment = sentiment scale -100..100"
    return "; ".join(
        [
            f'load tickets "{folder}/tickets.csv"',
            f'load mentions "{folder}/mentions.csv" with ({sentiment})',
            f'load surveys "{folder}/surveys.csv"',
        ])
