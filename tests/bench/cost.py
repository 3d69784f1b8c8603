# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a probe costs: CPU, memory, descriptors; fping and irtt beside it in the same run."""
import contextlib
import math
import re
import shutil
import signal
import time
import typing

import table
from processes import (
    FIRST_PORT,
    Failed,
    cpu_seconds,
    descriptors,
    finish,
    peak_bytes,
    running,
    thread_cpu_seconds,
    totals,
)

GRIDS = ((128, 20), (128, 100), (1000, 1000), (10000, 1000))  # lines, ms
QUICK_GRIDS = ((128, 100), (10000, 1000))
FLAT_OUT_LINES = 1000
IRTT_APART = 0.02  # s


class Cost(typing.NamedTuple):
    cpu: float  # seconds a probe
    rate: float  # probes a second
    share: float  # of a core
    sums: dict
    peak: int
    descriptors: int
    threads: dict  # share of a core by name


class Window(typing.NamedTuple):
    warm: float
    length: float


def window_of(bench):
    return Window(2, 3) if bench.quick else Window(5, 20)


def watch_cost(bench, lines, interval, window, *options):
    """One watch of so many loopback lines, looked at over a window after it has warmed up."""
    arguments, summary = bench.run(
        "watch", bench.lines(lines), "--interval", interval, "--duration", window.warm + window.length + 1, *options
    )
    with bench.reflecting(lines), running(arguments) as child:
        time.sleep(window.warm)
        began, cpu, threads = time.monotonic(), cpu_seconds(child.pid), thread_cpu_seconds(child.pid)
        time.sleep(window.length)
        took, cpu = time.monotonic() - began, cpu_seconds(child.pid) - cpu
        threads = {name: (s - threads[name]) / took for name, s in thread_cpu_seconds(child.pid).items()}
        peak, open_files = peak_bytes(child.pid), descriptors(child.pid)
        finish(child, 60)
    sums, rate = totals(summary)
    return Cost(cpu / (rate * took), rate, cpu / took, sums, peak, open_files, threads)


def fping_cost(bench, hosts):
    """fping of so many loopback addresses once a second: (seconds a probe, peak bytes)."""
    path = bench.folder / "fping.txt"
    path.write_text("".join(f"127.1.{i // 250}.{i % 250 + 1}\n" for i in range(hosts)))
    # Six rounds are the most: it ends with "not enough sequence numbers available" in the seventh. 0.05 ms between
    # packets is the slowest with which it keeps the period of 1 s.
    command = ["fping", "-q", "-c", 6, "-p", 1000, "-i", 0.05, "-f", path]
    with running(command) as child:
        time.sleep(1)
        sent, cpu = echos_sent(child.pid), cpu_seconds(child.pid)
        time.sleep(4)
        sent, cpu = echos_sent(child.pid) - sent, cpu_seconds(child.pid) - cpu
        peak = peak_bytes(child.pid)
        finish(child, 30)
    if sent < hosts:
        raise Failed("fping sent too little; it needs root or the capability that its package gives it")
    return cpu / sent, peak


def echos_sent(pid):
    """ICMP echo requests that left the network namespace of a process."""
    with open(f"/proc/{pid}/net/snmp", encoding="ascii") as file:
        names, values = (row.split() for row in file if row.startswith("Icmp:"))
    return int(values[names.index("OutEchos")])


def irtt_cost(lines, interval, window):
    """One irtt client a line: seconds a probe over all of them."""
    server = ["irtt", "server", "-b", f"127.0.0.1:{FIRST_PORT}"]
    seconds = window.warm + window.length + 4 + math.ceil(lines * 2 * IRTT_APART)
    client = ["irtt", "client", "-q", "-i", f"{interval}ms", "-d", f"{seconds}s", "-l", "64", "--wait=1s"]
    with contextlib.ExitStack() as stack:
        stack.enter_context(running(server, ready="starting IPv4 listener"))
        clients = []
        for _ in range(lines):
            clients.append(stack.enter_context(running([*client, server[-1]], stop=signal.SIGKILL)))
            time.sleep(IRTT_APART)  # all at once, some get no answer to their handshake
        time.sleep(window.warm + 1)
        began, cpu = time.monotonic(), sum(cpu_seconds(c.pid) for c in clients)
        time.sleep(window.length)
        took, cpu = time.monotonic() - began, sum(cpu_seconds(c.pid) for c in clients) - cpu
        sent = 0
        for child in clients:
            finish(child, 60)
            counted = re.search(r"packets sent/received: (\d+)", child.told())
            if not counted:
                raise Failed(f"a client ended with: {child.told().strip()[-80:]}")
            sent += int(counted.group(1))
    return cpu / (sent / seconds * took)


def told(cost):
    """What a watch lost by this computer's fault, as a remark; empty where nothing."""
    lacks = ((key, cost.sums[key]) for key in ("late", "lost", "refused", "unsent", "void", "missed"))
    return "".join(f", {table.count(n)} {key}" for key, n in lacks if n)


def peer_beside(bench, lines, interval, window, cost):
    """The peer that can do the same, and the ratio; a peer that fails is told and spoils nothing else."""
    try:
        if lines == 128 and shutil.which("irtt"):
            theirs = irtt_cost(lines, interval, window)
            return f"irtt, {lines} processes: {table.us(theirs)}", cost.cpu / theirs
        if lines == 10000 and shutil.which("fping"):
            theirs, peak = fping_cost(bench, lines)
            return f"fping (ICMP): {table.us(theirs)}, {table.megabytes(peak)}", cost.cpu / theirs
    except Failed as why:
        return f"failed: {' '.join(str(why).split())}", None
    return "", None


def measure(bench):
    """CPU a probe at four rates, fping and irtt beside it; memory and descriptors."""
    window = window_of(bench)
    costs = {}
    for lines, interval in QUICK_GRIDS if bench.quick else GRIDS:
        cost = costs[lines, interval] = watch_cost(bench, lines, interval, window)
        beside, ratio = peer_beside(bench, lines, interval, window, cost)
        yield table.Row(
            f"CPU a probe, {table.count(lines)} lines × {1000 // interval}/s",
            f"{table.us(cost.cpu)} ({cost.share:.1%} of a core{told(cost)})",
            beside,
            ratio,
        )

    large = costs[10000, 1000]
    small = watch_cost(bench, 100, 1000, window)
    seconds = window.warm + window.length
    yield table.Row(f"peak memory, 10,000 lines × 1/s, after {seconds} s", table.megabytes(large.peak))
    yield table.Row(
        "memory a line (10,000 lines less 100)", f"{(large.peak - small.peak) / 9900 / 1e3:.1f} kB"
    )
    yield table.Row("descriptors, 10,000 lines × 1/s", str(large.descriptors))


def measure_flat_out(bench):
    """What rate one process reaches."""
    flat = watch_cost(bench, FLAT_OUT_LINES, 10, window_of(bench), "--max-pps", 1000000)
    yield table.Row(
        f"flat out: {table.count(FLAT_OUT_LINES)} lines × 100/s asked for",
        f"{table.count(flat.rate)} probes/s at {table.us(flat.cpu)}{told(flat)}",
    )
