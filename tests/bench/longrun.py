#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A long watch of many loopback lines: what became of every probe, memory and descriptors over time.

As root it happens in a network namespace of its own and the watch runs as an ordinary user without any capability.
Ends with 1 where a probe was late, lost, refused or not sent: nothing but this computer can have done that.
"""
import argparse
import contextlib
import os
import pathlib
import pwd
import shutil
import sys
import time

import namespace
import table
from processes import Bench, Failed, cpu_seconds, descriptors, fates_of, finish, memory_bytes, peak_bytes, running, totals

RMEM_MAX = pathlib.Path("/proc/sys/net/core/rmem_max")
SAID = "PLUMBLINE_BENCH_RMEM"  # tells the inside, where the file may not be, what the limit is


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="plumbline")
    parser.add_argument("--lines", type=int, default=10000, metavar="N", help="default 10000")
    parser.add_argument("--interval", type=int, default=1000, metavar="MS", help="of one line; default 1000")
    parser.add_argument("--minutes", type=float, default=20, metavar="M", help="default 20")
    parser.add_argument("--user", default="nobody", help="root only: whom the watch runs as; default nobody")
    parser.add_argument(
        "--rmem-max", type=int, metavar="BYTES", help="root only: sets net.core.rmem_max for the run; stock: 212992"
    )
    return parser.parse_args()


@contextlib.contextmanager
def receive_limit(asked):
    """net.core.rmem_max of the whole machine for the length of a with."""
    before = RMEM_MAX.read_text("ascii")
    if asked:
        RMEM_MAX.write_text(str(asked), "ascii")
    try:
        yield
    finally:
        if asked:
            RMEM_MAX.write_text(before, "ascii")


def overruns():
    """Datagrams that full receive buffers of this network namespace dropped so far."""
    with open("/proc/self/net/snmp", encoding="ascii") as file:
        names, values = (row.split() for row in file if row.startswith("Udp:"))
    return int(values[names.index("RcvbufErrors")])


def as_user(name):
    """What a command begins with that is to run without privileges."""
    if os.geteuid() != 0:
        return []
    none = ("--inh-caps=-all", "--bounding-set=-all", "--no-new-privs")
    return ["setpriv", f"--reuid={name}", f"--regid={pwd.getpwnam(name).pw_gid}", "--clear-groups", *none]


def watched(bench, asked):
    """Runs it and tells each minute; what became of every probe, and the slots that were missed."""
    seconds = asked.minutes * 60
    lines = bench.lines(asked.lines)
    # The summary of a long watch is of the newest probes: the bins hold all of them.
    bins = bench.folder / "bins.csv"
    arguments, summary = bench.run("watch", lines, "--interval", asked.interval, "--duration", seconds)
    arguments += ["--max-pps", 1000000, "--intervals", bins]
    with bench.reflecting(asked.lines), running([*as_user(asked.user), *arguments]) as child:
        began = last = time.monotonic()
        cpu = 0.0
        print(f"{'min':>5} {'RSS':>10} {'peak':>10} {'fds':>5} {'CPU':>7} {'overruns':>9}")
        while (left := began + seconds - time.monotonic()) > 0:
            time.sleep(min(60, left))
            if child.poll() is not None:
                break
            now, used = time.monotonic(), cpu_seconds(child.pid)
            rss, peak = memory_bytes(child.pid, "VmRSS"), peak_bytes(child.pid)
            print(
                f"{(now - began) / 60:5.1f} {table.megabytes(rss):>10} {table.megabytes(peak):>10} "
                f"{descriptors(child.pid):5} {(used - cpu) / (now - last):7.1%} {overruns():9}",
                flush=True,
            )
            last, cpu = now, used
        finish(child, 120)
    return fates_of(bins), totals(summary)[0]["missed"]


def main():
    asked = options()
    if not namespace.inside() and os.geteuid() == 0:
        with receive_limit(asked.rmem_max):
            os.environ[SAID] = RMEM_MAX.read_text("ascii").strip()
            return namespace.run_again()
    bench = Bench(asked.program)
    bench.folder.chmod(0o777)
    rate = asked.lines * 1000 / asked.interval
    limit = os.environ.get(SAID) or RMEM_MAX.read_text("ascii").strip()
    who = asked.user if os.geteuid() == 0 else "this user"
    print(f"{asked.lines} lines x {1000 / asked.interval:g}/s for {asked.minutes:g} min as {who}, rmem_max {limit}")
    try:
        fates, missed = watched(bench, asked)
    except Failed as why:
        print(why, file=sys.stderr)
        return 2
    finally:
        shutil.rmtree(bench.folder, ignore_errors=True)
    print(", ".join(f"{table.count(n)} {key}" for key, n in {**fates, "missed": missed}.items()))
    per_second = fates["sent"] / asked.minutes / 60
    print(f"{per_second:,.1f} probes/s of {rate:,.0f} asked for; {overruns()} datagrams dropped by full buffers")
    return 1 if any(fates[key] for key in ("late", "lost", "refused", "unsent")) else 0


if __name__ == "__main__":
    sys.exit(main())
