# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file says in its first five lines whose it is and under which license. usage: spdx.py ROOT"""
import sys

from source import files, finish

LINES = ("SPDX-FileCopyrightText: ", "SPDX-License-Identifier: GPL-3.0-or-later")

paths = files(
    sys.argv[1],
    ("app", "probe", "ui", "tests", "cmake"),
    (".cpp", ".h", ".py", ".sh", ".cmake", "CMakeLists.txt"),
)
problems = []
for source in paths:
    head = "".join(source.read_text("utf-8").splitlines(keepends=True)[:5])
    problems += [f"{source}:1: no line with {line}" for line in LINES if line not in head]
finish(problems, paths)
