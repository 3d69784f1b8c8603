# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that are measured from outside: started, waited for, and what /proc says of them."""
import calendar
import collections
import contextlib
import csv
import math
import os
import pathlib
import signal
import subprocess
import tempfile
import time

TICKS = os.sysconf("SC_CLK_TCK")
FIRST_PORT = 20000


class Failed(Exception):
    """A measurement that could not be taken; its text says why."""


def cpu_seconds(pid):
    """User and system time of a process so far, all its threads."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def thread_cpu_seconds(pid):
    """The same by name of thread."""
    found = collections.Counter()
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(FileNotFoundError):
            head, _, tail = (task / "stat").read_text().rpartition(")")
            fields = tail.split()
            found[head.partition("(")[2]] += (int(fields[11]) + int(fields[12])) / TICKS
    return found


def peak_bytes(pid):
    """The largest resident set so far."""
    return memory_bytes(pid, "VmHWM")


def memory_bytes(pid, key):
    for row in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if row.startswith(key + ":"):
            return int(row.split()[1]) * 1024
    raise Failed(f"/proc/{pid}/status has no {key}")


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


@contextlib.contextmanager
def running(command, ready=None, stop=signal.SIGINT):
    """A child for the length of a with; told() gives what it said so far, ready is a text in it to wait for."""
    with tempfile.TemporaryFile() as said:
        command = [str(part) for part in command]
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)
        child.told = lambda: os.pread(said.fileno(), 1 << 20, 0).decode(errors="replace")
        try:
            while ready and ready not in child.told():
                if child.poll() is not None and ready not in child.told():
                    raise Failed(f"{command[0]}: {child.told().strip()}")
                time.sleep(0.01)
            yield child
        finally:
            end(child, stop)


def finish(child, seconds):
    """Waits for a run's own end."""
    try:
        if child.wait(seconds) in (0, 1, 3):  # fine, lines flagged, lines not judged
            return
    except subprocess.TimeoutExpired:
        pass
    raise Failed(f"{child.args[0]}: {child.told().strip() or 'does not end'}")


def end(child, how):
    """Ends a child that still runs."""
    if child.poll() is None:
        child.send_signal(signal.SIGCONT)
        child.send_signal(how)
        try:
            child.wait(15)
        except subprocess.TimeoutExpired:
            child.kill()
    child.wait()


class Bench:
    """What every measurement needs: the programs, the sizes, a folder for files."""

    def __init__(self, program, quick=False, busy=None, window=None):
        self.program, self.busy, self.window = (path and os.path.abspath(path) for path in (program, busy, window))
        self.quick = quick
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="plumbline-bench-"))

    def reflecting(self, ports, *options, first=FIRST_PORT, before=()):
        """A reflector on some ports; before: what its command begins with."""
        command = [*before, self.program, "reflect", "--port", first, "--ports", ports, *options]
        return running(command, ready="reflecting on")

    def lines(self, count, address="127.0.0.1", first=FIRST_PORT):
        """A list of lines, one a port."""
        path = self.folder / f"lines-{count}.csv"
        rows = (f"{address}:{first + i}\n" for i in range(count))
        path.write_text("entry\n" + "".join(rows))
        return path

    def run(self, command, lines, *options, program=None):
        """The arguments of a sweep or watch that tells nothing but its summary, and that summary's path."""
        summary = self.folder / "summary.csv"
        summary.unlink(missing_ok=True)
        return [program or self.program, command, lines, "--quiet", "--summary", summary, *options], summary


def rows_of(path):
    """The rows of a CSV report."""
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


FATES = ("sent", "answered", "late", "lost", "refused", "unsent", "void")


def fates_of(path):
    """How many probes of a report met which fate, over all its rows."""
    with open(path, newline="", encoding="utf-8") as file:
        sums = collections.Counter()
        for row in csv.DictReader(file):  # may be longer than memory likes
            for key in FATES:
                sums[key] += int(row[key])
        return sums


def totals(path):
    """Sums over all lines of a summary, and the rate in probes a second that was really sent."""
    sums, rate = fates_of(path), 0.0
    for row in rows_of(path):
        sums["missed"] += int(row["missed"])
        if int(row["sent"]) > 1:
            rate += (int(row["sent"]) - 1) / (seconds_of(row["to"]) - seconds_of(row["from"]))
    return sums, rate


def seconds_of(stamp):
    """Seconds since the epoch of a report's time (UTC, nine digits)."""
    whole, _, fraction = stamp.rstrip("Z").partition(".")
    return calendar.timegm(time.strptime(whole, "%Y-%m-%dT%H:%M:%S")) + float("0." + (fraction or "0"))


def quantile(values, q):
    """Nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * q) - 1)]
