# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table that the measurements fill."""
import typing


class Row(typing.NamedTuple):
    what: str
    ours: str
    beside: str = ""  # who else, and how they fare
    ratio: float | None = None  # ours through theirs


def markdown(rows):
    """The rows as a Markdown table."""
    lines = ["| what | Plumbline | beside it | ratio |", "|---|---|---|---|"]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        lines.append(f"| {row.what} | {row.ours} | {row.beside} | {ratio} |")
    return "\n".join(lines) + "\n"


def count(n):
    return f"{n:,.0f}"


def us(seconds):
    return f"{seconds * 1e6:.1f} µs"


def ms(seconds):
    return f"{seconds * 1e3:.2f} ms"


def megabytes(n):
    return f"{n / 1e6:.1f} MB"
