#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sweeps the way scripts did it before: formerways.py WAY LIST COUNT SAMPLES. Prints the seconds it took.

LIST has "entry" as its first row, then HOST:PORT each; SAMPLES gets entry, seq, fate (answered or lost), rtt_ms.
"""
import asyncio
import concurrent.futures
import csv
import random
import socket
import struct
import sys
import time

TIMEOUT = 2.0
ROUND_TIMEOUT = 3.0
SIZE = 64
PLACE = struct.Struct("!16xII")  # sequence and line, where Plumbline's own probes have them


def request(line, sequence):
    return PLACE.pack(sequence, line).ljust(SIZE, b"\0")


def ask(sock, line, sequence):
    """The RTT of one probe over a connected socket, None when it timed out."""
    sent = time.perf_counter()
    sock.send(request(line, sequence))
    while (left := sent + TIMEOUT - time.perf_counter()) > 0:
        sock.settimeout(left)
        try:
            reply = sock.recv(2048)
        except OSError:
            return None
        if PLACE.unpack_from(reply) == (sequence, line):
            return time.perf_counter() - sent
    return None


def connected(address):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.connect(address)
    return sock


def one_after_the_other(addresses, count):
    """Each probe waits for the one before it."""
    for line, address in enumerate(addresses):
        with connected(address) as sock:
            for sequence in range(count):
                yield line, sequence, ask(sock, line, sequence)


def pool_of_10(addresses, count):
    """A task a probe, ten threads."""

    def probe(sequence, line):
        with connected(addresses[line]) as sock:
            return line, sequence, ask(sock, line, sequence)

    jobs = [(sequence, line) for sequence in range(count) for line in range(len(addresses))]
    with concurrent.futures.ThreadPoolExecutor(10) as pool:
        yield from pool.map(lambda job: probe(*job), jobs)


class Line(asyncio.DatagramProtocol):
    """One line's socket in asyncio and the probes that wait on it."""

    def __init__(self, number):
        self.number, self.waiting, self.transport = number, {}, None

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        sequence, line = PLACE.unpack_from(data)
        waits = self.waiting.pop(sequence, None)
        if waits and line == self.number and not waits[1].done():
            waits[1].set_result(time.perf_counter() - waits[0])

    async def ask(self, sequence, timeout=TIMEOUT):
        reply = asyncio.get_running_loop().create_future()
        self.waiting[sequence] = (time.perf_counter(), reply)
        self.transport.sendto(request(self.number, sequence))
        try:
            return self.number, sequence, await asyncio.wait_for(reply, timeout)
        except asyncio.TimeoutError:
            return self.number, sequence, None


def in_asyncio(sweep):
    """A way whose sweep is a coroutine over open lines."""

    async def run(addresses, count):
        loop, lines = asyncio.get_running_loop(), []
        for number, address in enumerate(addresses):
            _, line = await loop.create_datagram_endpoint(lambda n=number: Line(n), remote_addr=address)
            lines.append(line)
        found = await sweep(lines, count)
        for line in lines:
            line.transport.close()
        return found

    return lambda addresses, count: asyncio.run(run(addresses, count))


async def everything_at_once(lines, count):
    return await asyncio.gather(*(line.ask(sequence) for sequence in range(count) for line in lines))


async def line_by_line(lines, count):
    """All probes of one line at a time."""
    found = []
    for line in lines:
        found += await asyncio.gather(*(line.ask(sequence) for sequence in range(count)))
    return found


async def rounds(lines, count):
    """A probe to every line, in random order, then the next; what did not come within a round is lost."""
    found = []
    for sequence in range(count):
        order = random.sample(lines, len(lines))
        tasks = [asyncio.create_task(line.ask(sequence, ROUND_TIMEOUT)) for line in order]
        found += await asyncio.gather(*tasks)
    return found


WAYS = {
    "one-after-the-other": one_after_the_other,
    "pool-of-10": pool_of_10,
    "everything-at-once": in_asyncio(everything_at_once),
    "line-by-line": in_asyncio(line_by_line),
    "rounds": in_asyncio(rounds),
}


def main(way, list_file, count, samples):
    with open(list_file, encoding="ascii") as file:
        entries = file.read().split()[1:]
    addresses = [(host, int(port)) for host, _, port in (entry.rpartition(":") for entry in entries)]
    began = time.monotonic()
    found = list(WAYS[way](addresses, int(count)))
    took = time.monotonic() - began
    with open(samples, "w", newline="", encoding="ascii") as file:
        out = csv.writer(file)
        out.writerow(("entry", "seq", "fate", "rtt_ms"))
        for line, sequence, rtt in found:
            fate, text = ("lost", "") if rtt is None else ("answered", f"{rtt * 1e3:.3f}")
            out.writerow((entries[line], sequence, fate, text))
    print(f"{took:.3f}")


if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[1] not in WAYS:
        sys.exit(f"{__doc__}WAY: {', '.join(WAYS)}")
    main(*sys.argv[1:])
