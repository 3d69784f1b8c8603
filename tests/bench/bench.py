#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Plumbline and its peers side by side on this machine and prints one Markdown table.

As root all of it happens in a network namespace of its own, so that no other traffic counts.
"""
import argparse
import datetime
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import time

import accuracy
import cost
import namespace
import sweeps
import table
import window
from processes import Bench, Failed

PARTS = {
    "cost": cost.measure,
    "flat-out": cost.measure_flat_out,
    "accuracy": accuracy.measure,
    "crowding": accuracy.measure_crowding,
    "sweeps": sweeps.measure,
    "window": window.measure,
}


def machine():
    """What the numbers were taken on."""
    model = next(
        (row.partition(":")[2].strip() for row in open("/proc/cpuinfo", encoding="utf-8") if row.startswith("model name")),
        platform.machine(),
    )
    with open("/etc/os-release", encoding="utf-8") as file:
        system = dict(row.strip().split("=", 1) for row in file if "=" in row).get("PRETTY_NAME", "?").strip('"')
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    virtual = " virtual machine," if "hypervisor" in pathlib.Path("/proc/cpuinfo").read_text("utf-8") else ""
    return f"{model},{virtual} {os.cpu_count()} cores, {memory:.0f} GiB, {system}, Linux {platform.release()}"


def heading(bench, quick):
    version = subprocess.run([bench.program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    load = os.getloadavg()[0]
    day = datetime.datetime.now(datetime.timezone.utc).date()
    short = ", short form" if quick else ""
    return f"{version} on {machine()}; {day}, load {load:.1f} before{short}.\n"


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="plumbline")
    parser.add_argument("busy", help="bench_busywatch")
    parser.add_argument("window", help="bench_window")
    parser.add_argument("--out", type=pathlib.Path, help="write the table there too")
    parser.add_argument("--quick", action="store_true", help="shorter and rougher: two minutes")
    parser.add_argument("--only", action="append", choices=PARTS, help="one part; may be given again")
    parser.add_argument("--list", action="store_true", help="tell the parts and end")
    return parser.parse_args()


def main():
    asked = options()
    if asked.list:
        for name, part in PARTS.items():
            print(f"{name}: {part.__doc__}")
        return 0
    if os.geteuid() == 0 and not namespace.inside():
        return namespace.run_again()
    bench = Bench(asked.program, asked.quick, asked.busy, asked.window)
    head, rows, failed = heading(bench, asked.quick), [], False
    began = time.monotonic()
    try:
        for name in asked.only or PARTS:
            try:
                for row in PARTS[name](bench):
                    print(f"{time.monotonic() - began:5.0f} s  {row.what}: {row.ours}  {row.beside}", file=sys.stderr)
                    rows.append(row)
            except Failed as why:
                failed = True
                rows.append(table.Row(name, f"failed: {' '.join(str(why).split())}"))
                print(f"{name}: {why}", file=sys.stderr)
    finally:
        shutil.rmtree(bench.folder, ignore_errors=True)
    text = head + "\n" + table.markdown(rows)
    print(text)
    if asked.out:
        asked.out.write_text(text, "utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
