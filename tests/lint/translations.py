# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every message of every translation is finished. usage: translations.py ROOT"""
import sys
import xml.etree.ElementTree as ElementTree

from source import files, finish

paths = files(sys.argv[1], ("translations",), (".ts",))
problems = []
for path in paths:
    messages = list(ElementTree.parse(path).iter("message"))
    if not messages:
        problems.append(f"{path}: has no messages")
    for message in messages:
        translation = message.find("translation")
        if translation is None or translation.get("type") == "unfinished":
            problems.append(f"{path}: not translated: {message.findtext('source')}")
finish(problems, paths)
