"""How long until the prompt can be read, and until small answers are there."""

import os
import pty
import select
import statistics
import subprocess
import time

from measuring import PROGRAM, WORK, row, wall


def prompt_time():
    """Seconds from the start of the program in a terminal to the prompt on the screen."""
    terminal, program_side = pty.openpty()
    environment = {"HOME": os.path.join(WORK, "home"), "TERM": "xterm", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    start = time.perf_counter()
    process = subprocess.Popen(
        [PROGRAM], stdin=program_side, stdout=program_side, stderr=program_side, env=environment,
        start_new_session=True)
    os.close(program_side)
    shown = b""
    while b"cxsh" not in shown:
        if not select.select([terminal], [], [], 10)[0]:
            raise SystemExit(f"bench: no prompt within 10 s, only {shown!r}")
        shown += os.read(terminal, 4096)
    taken = time.perf_counter() - start
    os.write(terminal, b"quit\r")
    leave(process, terminal)
    return taken


def leave(process, terminal):
    """Reads what is still written, so that the program can end."""
    try:
        while os.read(terminal, 4096):
            pass
    except OSError:
        pass
    process.wait()
    os.close(terminal)


def rows(runs):
    def median(measure):
        return statistics.median(measure() for _ in range(runs))

    floor = median(lambda: wall(["/bin/true"]))
    yield row("prompt visible (beside `/bin/true`)", median(prompt_time), floor, "20 ms", "ms")
    yield row("`cxsh --version`", median(lambda: wall([PROGRAM, "--version"])), floor, "", "ms")
    yield row("`cxsh -c help`", median(lambda: wall([PROGRAM, "--no-init", "-c", "help"])), floor, "", "ms")
