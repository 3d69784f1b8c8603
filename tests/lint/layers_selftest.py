# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

from layers import check, check_cmake

BAD = [
    ("tests", '#include "../probe/line/profile.h"'),
    ("probe", '#include "mainwindow.h"'),
    ("probe", "#include <QtWidgets/QWidget>"),
    ("probe", "#  include <QPainter>"),
    ("ui", "QUdpSocket socket;"),
    ("ui", "#include <QTcpSocket>\n"),
    ("ui", "QAbstractSocket *socket;"),
]
GOOD = [
    ("probe", "#include <QUdpSocket>\nQUdpSocket socket;"),
    ("probe", '// a QWidget shows it\n#include "profile.h"'),
    ("ui", "// no QUdpSocket here\n#include <QWidget>"),
    ("ui", "address.protocol() == QAbstractSocket::IPv6Protocol;"),
    ("app", '#include "mainwindow.h"'),
]


class Layers(unittest.TestCase):
    def test_bad_files_are_caught(self):
        for layer, source in BAD:
            with self.subTest(layer=layer, source=source):
                self.assertTrue(list(check(layer, source, {"mainwindow.h"})))

    def test_good_files_pass(self):
        for layer, source in GOOD:
            with self.subTest(layer=layer, source=source):
                above = set() if layer == "app" else {"mainwindow.h"}
                self.assertEqual(list(check(layer, source, above)), [])

    def test_cmake_files(self):
        self.assertTrue(list(check_cmake("plumbline_library(x LINK Qt6::Core Qt6::Widgets)")))
        self.assertEqual(list(check_cmake("plumbline_library(x LINK Qt6::Core) # not Qt6::Widgets")), [])


if __name__ == "__main__":
    unittest.main()
