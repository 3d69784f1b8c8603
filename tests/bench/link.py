# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A virtual link to a network namespace of its own, and what a packet capture on it says of every probe."""
import contextlib
import os
import shutil
import signal
import struct
import subprocess
import time

from processes import Failed, end, running

HERE, THERE = "198.18.0.1", "198.18.0.2"  # RFC 2544: for benchmarks
NAMESPACE, DEVICE, FAR_DEVICE = f"plumb{os.getpid()}", "plumb0", "plumb1"
INSIDE = ("ip", "netns", "exec", NAMESPACE)
ECHO_SEQUENCE = struct.Struct("!16xI")  # where an echo probe has it


def lacks():
    """What hinders a link; empty where nothing does."""
    if os.geteuid() != 0:
        return "needs root"
    for name in ("ip", "tcpdump"):
        if not shutil.which(name):
            return f"needs {name}"
    return ""


def ip(*arguments):
    done = subprocess.run(["ip", *arguments], capture_output=True, check=False)
    if done.returncode:
        raise Failed(f"ip {' '.join(arguments)}: {done.stderr.decode().strip()}")


@contextlib.contextmanager
def link():
    """HERE and THERE, the latter inside another namespace."""
    ip("netns", "add", NAMESPACE)
    try:
        ip("link", "add", DEVICE, "type", "veth", "peer", "name", FAR_DEVICE, "netns", NAMESPACE)
        ip("addr", "add", HERE + "/30", "dev", DEVICE)
        ip("link", "set", DEVICE, "up")
        ip("-n", NAMESPACE, "addr", "add", THERE + "/30", "dev", FAR_DEVICE)
        ip("-n", NAMESPACE, "link", "set", FAR_DEVICE, "up")
        ip("-n", NAMESPACE, "link", "set", "lo", "up")
        yield
    finally:
        # The link would go with the namespace, but only once nobody holds that any more.
        with contextlib.suppress(Failed):
            ip("link", "del", DEVICE)
        ip("netns", "del", NAMESPACE)


@contextlib.contextmanager
def capturing(path):
    """tcpdump at this end, with the kernel's stamps in ns. The file is whole after the with."""
    command = ["tcpdump", "-i", DEVICE, "-w", path, "--time-stamp-precision=nano", "-B", 65536, "-s", 96, "-Z", "root"]
    with running([*command, "udp"], ready="listening on") as child:
        yield
        time.sleep(1.5)  # what the kernel has, it hands over within a second
        end(child, signal.SIGINT)
        if "0 packets dropped by kernel" not in child.told():
            raise Failed(f"tcpdump: {child.told().strip()}")


def packets(path):
    """(ns, source port, destination port, payload) of each captured UDP datagram of IPv4 over Ethernet."""
    data = memoryview(path.read_bytes())
    if len(data) < 24 or struct.unpack_from("=I", data)[0] != 0xA1B23C4D:
        raise Failed(f"{path} is no capture with ns")
    at = 24
    while at + 16 <= len(data):
        seconds, ns, size, _ = struct.unpack_from("=IIII", data, at)
        frame = data[at + 16 : at + 16 + size]
        at += 16 + size
        header = 14 + (frame[14] & 15) * 4
        if frame[12:14] == b"\x08\x00" and frame[23] == 17:
            source, destination = struct.unpack_from("!HH", frame, header)
            yield seconds * 1_000_000_000 + ns, source, destination, frame[header + 8 :]


def captured_rtts(path, ports, place=ECHO_SEQUENCE):
    """Seconds from the leaving of each request to the arriving of its reply, by (port there, sequence)."""
    left, found = {}, {}
    for ns, source, destination, payload in packets(path):
        if len(payload) < place.size:
            continue
        (sequence,) = place.unpack_from(payload)
        if destination in ports:
            left.setdefault((destination, sequence), ns)
        elif (source, sequence) in left:
            found.setdefault((source, sequence), (ns - left[source, sequence]) / 1e9)
    return found
