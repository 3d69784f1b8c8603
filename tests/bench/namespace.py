# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A network namespace with nothing but a loopback for the whole program, so that no other traffic counts."""
import os
import shutil
import subprocess
import sys

INSIDE = "PLUMBLINE_BENCH_INSIDE"


def inside():
    return INSIDE in os.environ


def run_again():
    """Root only: this program in such a namespace; its exit code."""
    command = [sys.executable, "-B", *sys.argv]
    if shutil.which("unshare"):
        command = ["unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh", *command]
    return subprocess.run(command, env={**os.environ, INSIDE: "1"}, check=False).returncode
