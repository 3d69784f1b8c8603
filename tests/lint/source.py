# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: which files there are, and their code without comments and literals."""
import re
import sys
from pathlib import Path

LITERALS = re.compile(
    r"""//(?:[^\n\\]|\\.|\\\n)*      # comment to the end of the line
      | /\*.*?\*/                   # block comment
      | \bu?8?R"([^(\s]*)\(.*?\)\1" # raw string
      | "(?:\\.|[^"\\\n])*"
      | (?<!\w)(?:u8|[uUL])?'(?:\\.|[^'\\\n])+'  # not the separator in 1'000
    """,
    re.VERBOSE | re.DOTALL,
)


def files(root, folders, endings):
    """Sorted files under the folders whose name ends with one of the endings."""
    return sorted(
        path
        for folder in folders
        for path in (Path(root) / folder).rglob("*")
        if path.is_file() and path.name.endswith(endings)
    )


def code(text):
    """The text with comments and literals blanked; every other character keeps its place."""
    return LITERALS.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def row(text, offset):
    return text.count("\n", 0, offset) + 1


def closing(text, start):
    """Where the bracket that opens at start is closed; the end of the text if it is not."""
    pairs = {"(": ")", "[": "]", "{": "}", "<": ">"}
    opening, end, depth = text[start], pairs[text[start]], 0
    for i in range(start, len(text)):
        if text[i] == opening:
            depth += 1
        elif text[i] == end and text[i - 1] != "-":  # not "->"
            depth -= 1
            if depth == 0:
                return i
    return len(text)


def finish(problems, looked_at):
    """Prints the problems and ends the program; having found nothing to look at is a failure too."""
    for problem in problems:
        print(problem)
    if not looked_at:
        print("no file was looked at; is the first argument the root of the sources?")
    sys.exit(1 if problems or not looked_at else 0)
