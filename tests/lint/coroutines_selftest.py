# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every bad snippet must be caught by the rule named beside it, every good one must pass."""
import unittest

from coroutines import check

BAD = [
    ("condition", "if (co_await f()) g();"),
    ("condition", "if (const auto r = co_await f(); r) { g(); }"),
    ("condition", "if (a) {} else if (co_await f()) {}"),
    ("condition", "while (co_await f()) { g(); }"),
    ("condition", "switch (co_await f()) { default: break; }"),
    ("condition", "for (; co_await f();) {}"),
    ("condition", "for (int i = 0; i < 3; co_await f()) {}"),
    ("condition", "if (a)\n    co_await f();"),
    ("form", "g(co_await f());"),
    ("form", "const bool r = a && co_await f();"),
    ("form", "const auto r = a ? co_await f() : 0;"),
    ("form", "std::vector v{co_await a, co_await b};"),
    ("form", "r = co_await f();"),
    ("temporary", "co_await f(Opts{name, 3});"),
    ("temporary", "co_await f({.host = h});"),
    ("temporary", "co_await f(1, {a, b});"),
    ("temporary", "co_await f([name] { return name; });"),
    ("temporary", "const auto r = co_await f([&](int x) { return x; });"),
    ("waitFor", "QCoro::waitFor(f());"),
    ("waitFor", "using namespace QCoro;"),
    ("lambda", "auto f = [this]() -> QCoro::Task<> { co_await g(); };"),
    ("lambda", "spawn([&] { co_return; });"),
    ("lambda", "auto f = [x](int a) mutable -> QCoro::Task<int> { co_return a + x; };"),
    ("lambda", "auto f = [=](std::function<void()> a) -> QCoro::AsyncGenerator<int> { co_yield 1; };"),
    ("parameter", "QCoro::Task<> run(const QString &name);"),
    ("parameter", "QCoro::Task<int> Prober::run(Slot &&slot) {"),
    ("parameter", "QCoro::Task<QList<int>> run(int a, QStringView name);"),
    ("parameter", "QCoro::AsyncGenerator<int> run(std::span<const int> values);"),
    ("parameter", "auto run(const Slot &slot) -> QCoro::Task<>;"),
    ("parameter", "auto f = [](QByteArray &a) -> QCoro::Task<> { co_return; };"),
]

GOOD = [
    "co_await f();",
    "const auto r = co_await f(a, b);\nif (r) { g(); }",
    "auto r = co_await m_table->wait(token, due + m_timeout);",
    "const Reply reply = co_await f();",
    "const std::optional<int> reply = co_await f();",
    "const auto [a, b] = co_await f();",
    "co_return co_await f();",
    "while (!m_stopping) { const auto slot = co_await m_pacer->next(); if (slot.cancelled) co_return; }",
    "if (a) { co_await f(); } else { co_await g(); }",
    "switch (a) { case 1: co_await f(); break; default: co_await g(); }",
    "// if (co_await f()) is miscompiled",
    "/* while (co_await f())\n   QCoro::waitFor(x) */",
    'log("if (co_await f()) " "\\" co_await");',
    'log(R"(if (co_await f()) "x)");',
    "const int n = 1'000'000; co_await f(); const char c = '\\'';",
    "connect(a, &A::b, this, [this] { m_stop = true; });",
    "auto f = [] () -> QCoro::Task<> { co_return; };",
    "QCoro::Task<> exchange(Slot slot, Table *table);",
    "QCoro::Task<std::pair<int, QString>> run(QString name);",
    "void spawn(QCoro::Task<> &&task);",
    "QCoro::Task<> task = run(&table);",
    "std::vector<QCoro::Task<>> m_tasks;",
    "for (const auto &a : all) { values[a] = 1; }",
]


class Coroutines(unittest.TestCase):
    def test_bad_snippets_are_caught(self):
        for rule, snippet in BAD:
            with self.subTest(rule=rule, snippet=snippet):
                self.assertIn(rule, [found for _, found, _ in check(snippet)])

    def test_good_snippets_pass(self):
        for snippet in GOOD:
            with self.subTest(snippet=snippet):
                self.assertEqual(check(snippet), [])

    def test_the_row_is_told(self):
        self.assertEqual(check("// one\n\nQCoro::waitFor(f());")[0][0], 3)


if __name__ == "__main__":
    unittest.main()
