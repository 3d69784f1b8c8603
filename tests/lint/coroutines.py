# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Coroutine rules: constructs that g++ 12 miscompiles (GCC PR 106188, 100611) or that outlive what they refer to.

Over-strict by intent: a name on the line above costs nothing. usage: coroutines.py ROOT
"""
import re
import sys

from source import closing, code, files, finish, row

PATTERNS = {
    "condition": (
        re.compile(r"\b(?:if|while|switch|for)\b[^;{}]*\bco_await\b|\bfor\s*\([^)]*co_await"),
        "co_await in or right after a condition; await into a const on the line above, use braces",
    ),
    "temporary": (
        re.compile(r"co_await\b[^;]*(?:\[[^\]]*\]\s*[({]|[(,]\s*\{|\b[A-Z]\w*\{)"),
        "lambda or aggregate inside a co_await expression; name it on the line above",
    ),
    "waitFor": (
        re.compile(r"\bQCoro::waitFor\b|\busing\s+namespace\s+QCoro\b"),
        "QCoro::waitFor is a nested event loop that hangs on exceptions; await instead",
    ),
}
# What may stand between the begin of a statement and its co_await.
FORM = re.compile(r"\s*(?:co_return|(?:const\s+)?[\w:]+(?:<[^;{}()]*>)?\s+(?:\w+|\[[\w\s,]+\])\s*=)?\s*")
COROUTINE_TYPE = re.compile(r"\bQCoro::(?:Task|AsyncGenerator)\s*(?=<)")
BORROWED = re.compile(r"&|\bQ(?:String|ByteArray|Latin1String|AnyString|Utf8String)View\b|\bstring_view\b|\bspan\b")
LAMBDA = re.compile(r"\[([^\[\]]*)\]\s*(?=[({m-])")


def form_problems(text):
    """co_await only as `co_await x;`, `const auto r = co_await x;` or `co_return co_await x;`."""
    for match in re.finditer(r"\bco_await\b", text):
        begin = max(text.rfind(mark, 0, match.start()) for mark in ";{}")
        before = re.sub(r"^\s*(?:case [^:]+|default|else)\s*:?", "", text[begin + 1 : match.start()])
        end = re.search(r"[;{}]", text[match.end() :])
        if not FORM.fullmatch(before) or (end and end.group() != ";"):
            yield match.start(), "form", "co_await inside an expression; write `const auto r = co_await x;`"


def parameter_problems(text):
    """Parameters of a coroutine are its own: no references, views or spans."""
    spots = []
    for match in COROUTINE_TYPE.finditer(text):
        after = closing(text, match.end()) + 1
        name = re.match(r"\s*[\w:~]+\s*(?=\()", text[after:])
        if name:
            start = after + name.end()
            spots.append((match.start(), text[start : closing(text, start)]))
        trailing = re.search(r"\(([^()]*)\)\s*(?:mutable\s*)?(?:noexcept\s*)?->\s*$", text[: match.start()])
        if trailing:
            spots.append((match.start(), trailing.group(1)))
    for offset, parameters in spots:
        if BORROWED.search(parameters):
            yield offset, "parameter", "a coroutine takes a reference, view or span; take a value or a documented pointer"


def lambda_problems(text):
    """The captures of a coroutine lambda die with the lambda, not with the coroutine."""
    for match in LAMBDA.finditer(text):
        body = match.end()
        if text[body] == "(":
            body = closing(text, body) + 1
        brace = re.match(r"[^;{}()]*(?=\{)", text[body:])
        if not match.group(1).strip() or not brace:
            continue
        start = body + brace.end()
        if re.search(r"\bco_(?:await|return|yield)\b", text[start : closing(text, start)]):
            yield match.start(), "lambda", "a lambda with captures is a coroutine; make it a named function"


def check(source):
    """The problems of one file as (row, rule, text), in order."""
    text = code(source)
    found = [
        (match.start(), rule, message)
        for rule, (pattern, message) in PATTERNS.items()
        for match in pattern.finditer(text)
    ]
    for problems in (form_problems, parameter_problems, lambda_problems):
        found += problems(text)
    return [(row(text, offset), rule, message) for offset, rule, message in sorted(found)]


def main(root):
    paths = files(root, ("app", "probe", "ui"), (".cpp", ".h"))
    finish(
        [
            f"{path}:{place}: {message} [{rule}]"
            for path in paths
            for place, rule, message in check(path.read_text(encoding="utf-8"))
        ],
        paths,
    )


if __name__ == "__main__":
    main(sys.argv[1])
