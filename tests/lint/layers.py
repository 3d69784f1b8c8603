# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Layer rules that the compiler does not see. usage: layers.py ROOT"""
import re
import sys

from source import code, files, finish, row

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*["<]([^">]+)', re.MULTILINE)
SOCKETS = re.compile(
    r"\bQ(?:Udp|Tcp|Ssl|Local)Socket\b|\bQAbstractSocket\b(?!::IPv[46]Protocol)|\bQ(?:Tcp|Local)Server\b|\bQNetworkAccessManager\b|\bsockaddr\w*\b"
)
WINDOW_MODULES = re.compile(r"\bQt(?:6::)?(?:Widgets|Gui|Charts|OpenGL|Svg)\b")
WINDOW_CLASSES = re.compile(
    r"^Q(?:Application|GuiApplication|Widget|MainWindow|Dialog|Action|Painter|Pixmap|Image|Icon|Color|Font|Pen|Brush"
    r"|Palette|Clipboard|Window)$"
)


def check(layer, source, headers_above):
    """The problems of one file of a layer ("app", "probe", "ui", "tests") as (row, text)."""
    for include in INCLUDE.finditer(source):
        name = include.group(1)
        place = row(source, include.start(1))
        if "../" in name:
            yield place, f"{name}: includes name the file alone; link the target that has it"
        if name in headers_above:
            yield place, f"{name} belongs to a layer above {layer}"
        if layer == "probe" and (WINDOW_MODULES.search(name) or WINDOW_CLASSES.match(name)):
            yield place, f"{name}: probe must run without a display"
    if layer == "ui":
        text = code(source)
        for socket in SOCKETS.finditer(text):
            yield row(text, socket.start()), f"{socket.group()}: ui has no sockets; ask probe"


def check_cmake(source):
    for module in WINDOW_MODULES.finditer(re.sub(r"#.*", "", source)):
        yield row(source, module.start()), f"{module.group()}: probe must run without a display"


def main(root):
    def names(folder):
        return {path.name for path in files(root, (folder,), (".h",))}

    above = {"probe": names("ui") | names("app"), "ui": names("app"), "app": set(), "tests": set()}
    problems, looked_at = [], 0
    for layer, headers in above.items():
        for path in files(root, (layer,), (".cpp", ".h")):
            looked_at += 1
            problems += [f"{path}:{place}: {text}" for place, text in check(layer, path.read_text("utf-8"), headers)]
    for path in files(root, ("probe",), ("CMakeLists.txt",)):
        problems += [f"{path}:{place}: {text}" for place, text in check_cmake(path.read_text("utf-8"))]
    finish(problems, looked_at)


if __name__ == "__main__":
    main(sys.argv[1])
