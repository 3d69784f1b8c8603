# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window at work, and whether probes notice it."""
import json
import os
import time

import link
import table
from accuracy import DELAYS, far_lines, figures, rtts
from processes import FIRST_PORT, Failed, finish, quantile, rows_of, running

LINES = 1000
SECONDS = 60
STARTS = 5
BESIDE_S = 20  # what bench_window does before and after that


def profile(bench):
    """A profile of LINES lines on the other end of the link, each once a second."""
    path = bench.folder / "window.plumb"
    lines = [{"name": f"Line {i + 1:04}", "entry": f"{link.THERE}:{FIRST_PORT + i}"} for i in range(LINES)]
    path.write_text(json.dumps({"plumbline": 1, "name": "Bench", "probe": {"interval": 1000}, "lines": lines}))
    return path


def figures_of(bench, path, seconds, *options):
    """What bench_window prints, by name."""
    began = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    command = ["env", "QT_QPA_PLATFORM=offscreen", "QT_LOGGING_RULES=qt.qpa.*=false", bench.window, path, seconds]
    with running([*command, bench.folder / "window.csv", began, *options]) as child:
        finish(child, seconds + BESIDE_S + 60)
        said = child.told()
    rows = (row.split() for row in said.splitlines())
    return {row[0]: float(row[1]) for row in rows if len(row) == 2}


def run(bench, path, *options):
    """The figures of one run, and its RTT errors in seconds."""
    capture = bench.folder / "window.pcap"
    with link.capturing(capture):
        told = figures_of(bench, path, 10 if bench.quick else SECONDS, *options)
    ours = rtts(rows_of(bench.folder / "window.csv"))
    captured = link.captured_rtts(capture, range(FIRST_PORT, FIRST_PORT + LINES))
    both = ours.keys() & captured.keys()
    if not both:
        raise Failed("no probe of bench_window was captured")
    return told, [abs(ours[key] - captured[key]) for key in both]


def timer(told):
    return f"{1e3 * told['timer_p50_ms']:.0f} / {1e3 * told['timer_p99_ms']:.0f} µs, {table.count(told['missed'])} missed"


def measure(bench):
    """The window with 1,000 lines × 1/s and a chart of eight over an hour: its cost, and what probes notice of it."""
    if hindrance := link.lacks() or ("" if os.path.exists(bench.window) else "bench_window is not built"):
        yield table.Row("the window", "", f"left out: {hindrance}")
        return
    with link.link(), far_lines(bench, LINES // len(DELAYS)):
        path = profile(bench)
        alone, alone_errors = run(bench, path, "--no-window")
        told, errors = run(bench, path)
        starts = [figures_of(bench, path, 0)["first_paint_ms"] for _ in range(STARTS)]
    what = f"window, {table.count(LINES)} lines × 1/s, chart of 8 over 1 h"
    yield table.Row(
        f"{what}: first paint, median / max of {STARTS} starts", f"{quantile(starts, 0.5):.0f} / {max(starts):.0f} ms"
    )
    for key, name in (("still", what), ("scrolled", "the same, table scrolled 20 times a second")):
        yield table.Row(
            f"{name}: GUI thread, worst stall of its event loop",
            f"{told[f'{key}_cpu_percent']:.1f}% of a core, {told[f'{key}_stall_ms']:.0f} ms",
        )
        quantiles = " / ".join(f"{told[f'{key}_repaint_{q}_ms']:.1f}" for q in ("p50", "p99", "max"))
        yield table.Row(f"{name}: {told[f'{key}_repaints']:.0f} repaints, median / p99 / max", f"{quantiles} ms")
    yield table.Row("departures behind their slot beside that window: median / p99", timer(told), f"without a window: {timer(alone)}")
    ratio = quantile(errors, 0.5) / quantile(alone_errors, 0.5)
    yield table.Row(
        "RTT error beside that window: median / p99 / max", figures(errors), f"without a window: {figures(alone_errors)}", ratio
    )
