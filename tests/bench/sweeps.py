# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sweep of 128 lines × 100 probes, one of them dead, by Plumbline and by the ways of before."""
import contextlib
import math
import pathlib
import sys
import time
import typing

import link
import table
from processes import FIRST_PORT, finish, quantile, rows_of, running

LINES, COUNT = 128, 100
DELAY, JITTER = 20, 2  # ms
DEAD = FIRST_PORT + LINES - 1  # the port of the dead line
PORTS = range(FIRST_PORT, DEAD + 1)
SCRIPT = pathlib.Path(__file__).with_name("formerways.py")
# Ways that take minutes are cut short: probes a line, full and quick; their time is extrapolated.
WAYS = (
    ("one-after-the-other", "one after the other", 10, 1),
    ("pool-of-10", "thread pool of 10", COUNT, 5),
    ("everything-at-once", "everything at once, asyncio", COUNT, COUNT),
    ("line-by-line", "100 at a time a line, asyncio", COUNT, COUNT),
    ("rounds", "rounds, asyncio", 20, 2),
)


class Swept(typing.NamedTuple):
    seconds: float
    median: float  # RTT as reported
    false_losses: int  # of lines that are not dead
    false_flags: int  # lines that are not dead with more than 30 % of them
    uncounted: int
    in_tester: float | None  # median of reported less captured
    captured: float | None  # median


@contextlib.contextmanager
def lines_of(bench, linked):
    """127 lines with a delay and a dead one, across the link where there is one."""
    before, bind = (link.INSIDE, link.THERE) if linked else ((), "127.0.0.1")
    with contextlib.ExitStack() as stack:
        if linked:
            stack.enter_context(link.link())
        live = ("--bind", bind, "--delay", DELAY, "--jitter", JITTER)
        stack.enter_context(bench.reflecting(LINES - 1, *live, before=before))
        stack.enter_context(bench.reflecting(1, "--bind", bind, "--loss-out", 100, first=DEAD, before=before))
        yield bench.lines(LINES, bind)


def sweep(bench, linked, command, samples):
    """Runs one way; a script tells its own seconds, so that its interpreter's start does not count."""
    capture = bench.folder / "capture.pcap"
    with link.capturing(capture) if linked else contextlib.nullcontext():
        began = time.monotonic()
        with running(command) as child:
            finish(child, 3600)
            seconds = float(child.told()) if command[0] == sys.executable else time.monotonic() - began
    rtts, losses, uncounted = {}, {}, 0
    for row in rows_of(samples):
        key = port, _ = int(row["entry"].rpartition(":")[2]), int(row["seq"])
        if port == DEAD:
            continue
        if row["fate"] == "answered":
            rtts[key] = float(row["rtt_ms"]) / 1e3
        elif row["fate"] in ("void", "unsent"):
            uncounted += 1
        else:
            losses[port] = losses.get(port, 0) + 1
    count = 1 + max(sequence for _, sequence in rtts)
    flags = sum(lost > 0.3 * count for lost in losses.values())
    in_tester = captured = None
    if linked:
        wire = link.captured_rtts(capture, PORTS)
        in_tester = quantile((rtts[key] - wire[key] for key in rtts.keys() & wire.keys()), 0.5)
        captured = quantile((rtt for (port, _), rtt in wire.items() if port != DEAD), 0.5)
    median = quantile(rtts.values(), 0.5)
    return Swept(seconds, median, sum(losses.values()), flags, uncounted, in_tester, captured)


def figures(swept, truth, count=COUNT):
    """Time, added delay and false losses as one cell."""
    seconds = swept.seconds * COUNT / count
    cut = "" if count == COUNT else f" (extrapolated from {count} probes a line)"
    added = f"{(swept.median - truth) * 1e3:+.2f} ms"
    if swept.in_tester is not None:
        added += f" ({swept.in_tester * 1e3:+.2f} in the tester)"
    uncounted = f", {table.count(swept.uncounted)} not counted" if swept.uncounted else ""
    flags = f" on {swept.false_flags} lines falsely flagged" if swept.false_flags else ""
    return f"{seconds:.1f} s{cut}, {added}, {table.count(swept.false_losses)} false losses{flags}{uncounted}"


def measure(bench):
    """Wall time, added delay and false losses of a sweep of 128 × 100 with a dead line; five former ways."""
    linked = not link.lacks()
    samples = bench.folder / "samples.csv"

    def formerly(way, count):
        command = [sys.executable, "-B", SCRIPT, way, lines, count, samples]
        return sweep(bench, linked, command, samples)

    def ours(*options):
        command, _ = bench.run("sweep", lines, "--count", COUNT, "--samples", samples, *options)
        return sweep(bench, linked, command, samples)

    with lines_of(bench, linked) as lines:
        counts = {way: quick if bench.quick else full for way, _, full, quick in WAYS}
        found = {way: formerly(way, counts[way]) for way in counts}
        quickly = ours("--interval", 20, "--max-pps-entry", 100000)
        standard = None if bench.quick else ours()
    # With one probe on its way at a time nobody delays anybody.
    calm = found["one-after-the-other"]
    truth = calm.captured if linked else (DELAY + JITTER * math.log(2)) / 1e3
    what = f"sweep of {LINES} × {COUNT}, {DELAY} ms + {JITTER} ms jitter, one line dead: time, added delay, false losses"
    best = standard or quickly
    if standard:
        yield table.Row(what, figures(standard, truth))
        what = "the same"
    yield table.Row(what + ", `--interval 20`", figures(quickly, truth))
    for way, name, *_ in WAYS:
        theirs, count = found[way], counts[way]
        ratio = best.seconds / (theirs.seconds * COUNT / count)
        yield table.Row("", "", f"{name}: {figures(theirs, truth, count)}", ratio)
