# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""RTTs against a packet capture on the interface; the delay that lines of one run inflict on each other."""
import contextlib
import json
import re
import shutil
import signal
import struct
import time

import link
import table
from processes import FIRST_PORT, Failed, finish, quantile, rows_of, running

DELAYS = ((1, 0.2), (5, 1), (10, 2), (20, 4), (40, 8))  # ms: fixed, mean of the exponential on top
LINES_A_DELAY = 40
INTERVAL = 200  # ms
STOPPED = 8  # s, by two halves
IRTT_PORT = 2112
IRTT_SEQUENCE = struct.Struct("<12xI")
PORTS = range(FIRST_PORT, FIRST_PORT + LINES_A_DELAY * len(DELAYS))


def rtts(rows):
    """RTTs in seconds by (port, sequence) of a samples report."""
    return {
        (int(row["entry"].rpartition(":")[2]), int(row["seq"])): float(row["rtt_ms"]) / 1e3
        for row in rows
        if row["fate"] == "answered"
    }


@contextlib.contextmanager
def far_lines(bench, to_each=LINES_A_DELAY):
    """Lines on the other end of the link, some to each delay."""
    with contextlib.ExitStack() as stack:
        for i, (delay, jitter) in enumerate(DELAYS):
            options = ("--bind", link.THERE, "--delay", delay, "--jitter", jitter)
            stack.enter_context(bench.reflecting(to_each, *options, first=FIRST_PORT + i * to_each, before=link.INSIDE))
        yield bench.lines(to_each * len(DELAYS), link.THERE)


def against_capture(bench, lines, disturb=None, program=None):
    """(errors in seconds, how the probes ended, what the program printed) of one watch."""
    seconds = (6 if bench.quick else 30) + (STOPPED if disturb else 0)
    capture, samples = bench.folder / "capture.pcap", bench.folder / "samples.csv"
    options = ("--interval", INTERVAL, "--duration", seconds, "--samples", samples, "--max-pps-entry", 100000)
    arguments, _ = bench.run("watch", lines, *options, program=program)
    with link.capturing(capture), running(arguments) as child:
        if disturb:
            disturb(child, seconds)
        finish(child, seconds + 60)
        said = child.told().strip()
    rows, captured = rows_of(samples), link.captured_rtts(capture, PORTS)
    told = rtts(rows)
    fates = {}
    for row in rows:
        fates[row["fate"]] = fates.get(row["fate"], 0) + 1
    if len(told.keys() & captured.keys()) < 0.9 * len(rows):
        raise Failed(f"of {len(rows)} probes only {len(captured)} were captured with their replies; {said}")
    return [abs(told[key] - captured[key]) for key in told.keys() & captured.keys()], fates, said


def irtt_against_capture(bench):
    """The same errors of one irtt client, 100 probes a second."""
    capture, report = bench.folder / "irtt.pcap", bench.folder / "irtt.json"
    server = [*link.INSIDE, "irtt", "server", "-b", f"{link.THERE}:{IRTT_PORT}"]
    # Without stamps of the server: irtt takes its processing out of the RTT.
    client = ["irtt", "client", "-Q", "-i", "10ms", "-d", "6s" if bench.quick else "30s", "--tstamp=none", "--wait=1s"]
    with running(server, ready="starting IPv4 listener"), link.capturing(capture):
        with running([*client, "-o", report, server[-1]]) as child:
            finish(child, 60)
    captured = link.captured_rtts(capture, [IRTT_PORT], IRTT_SEQUENCE)
    trips = json.loads(report.read_text("utf-8"))["round_trips"]
    # The first is left out: the handshake's packets have no sequence and read as 0.
    told = {(IRTT_PORT, trip["seqno"]): trip["delay"]["rtt"] / 1e9 for trip in trips[1:] if trip["lost"] == "false"}
    return [abs(told[key] - captured[key]) for key in told.keys() & captured.keys()]


def stop_twice(child, seconds):
    for _ in range(2):
        time.sleep((seconds - STOPPED) / 3)
        child.send_signal(signal.SIGSTOP)
        time.sleep(STOPPED / 2)
        child.send_signal(signal.SIGCONT)


def figures(errors):
    shown = (quantile(errors, 0.5), quantile(errors, 0.99), max(errors))
    return " / ".join(f"{x * 1e6:.1f}" for x in shown) + " µs"


def error_row(what, errors, fates, beside="", ratio=None):
    ends = ", ".join(f"{table.count(n)} {fate}" for fate, n in sorted(fates.items()))
    row = f"RTT error against a packet capture, {what}: median / p99 / max"
    return table.Row(row, f"{figures(errors)} ({ends})", beside, ratio)


def measure(bench):
    """RTT error against a packet capture: idle, with a busy event loop, with the process stopped."""
    if hindrance := link.lacks():
        yield table.Row("RTT error against a packet capture", "", f"left out: {hindrance}")
        return
    with link.link(), far_lines(bench) as lines:
        errors, fates, _ = against_capture(bench, lines)
        theirs = irtt_against_capture(bench) if shutil.which("irtt") else []
        beside = f"irtt: {figures(theirs)}" if theirs else ""
        ratio = quantile(errors, 0.5) / quantile(theirs, 0.5) if theirs else None
        yield error_row("idle", errors, fates, beside, ratio)
        errors, fates, said = against_capture(bench, lines, program=bench.busy)
        burnt = re.search(r"(\d+ %) burnt", said).group(1)
        yield error_row(f"its event loop kept {burnt} busy", errors, fates)
        errors, fates, _ = against_capture(bench, lines, disturb=stop_twice)
        yield error_row("process stopped 4 s twice", errors, fates)


def median_rtt(bench, lines):
    seconds = 5 if bench.quick else 20
    samples = bench.folder / "samples.csv"
    arguments, _ = bench.run(
        "watch", bench.lines(lines), "--interval", 20, "--duration", seconds, "--samples", samples
    )
    with bench.reflecting(lines), running(arguments) as child:
        finish(child, seconds + 60)
    return quantile(rtts(rows_of(samples)).values(), 0.5)


def measure_crowding(bench):
    """Self-inflicted delay: 128 loopback lines × 50/s against one line × 50/s."""
    alone, crowd = median_rtt(bench, 1), median_rtt(bench, 128)
    yield table.Row(
        "self-inflicted delay: median RTT of 128 loopback lines × 50/s",
        f"{table.us(crowd)}",
        f"one line alone × 50/s: {table.us(alone)}, so {(crowd - alone) * 1e6:+.1f} µs",
    )
