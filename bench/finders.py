"""Every finder on a sample of a million events, by the program's own --timing, each in a process of its own."""

import subprocess

from measuring import PROGRAM, ROOT, row, seconds

QUESTIONS = [
    "compound", "compound csat and escalation_rate", "drops csat", "spikes escalation_rate", "silences",
    "silences of customers", "gaps", "coverage", "repeats within 14 days", "handoffs", "after (escalated) within 7 days",
    "voice where stage = onboarding", "voice by stage", "verbatims 10", "themes", "map", "journey", "funnel",
    "cohorts month", "compare channel = chat vs rest", "drivers nps", "loop within 48 hours", "unanswered", "bias",
    "advocates", "priorities", "check",
]


def rows(folder, runs):
    for question in QUESTIONS:
        yield row(f"`{question}`", min(took(folder, question) for _ in range(runs)), target="1 s")


def took(folder, question):
    """Seconds of the question, the first one after a load."""
    command = [PROGRAM, "--no-init", "--timing", "--format", "csv", "-c", f'load "{folder}"', "-c", question]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    if done.returncode != 0:
        raise SystemExit(f"bench: {' '.join(command)} failed:\n{done.stderr}")
    return [seconds(line) for line in done.stderr.splitlines() if seconds(line) is not None][-1]
