# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benches tell the truth about what they read: a capture, a report, quantiles; and bench.py starts."""
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest

import link
import processes
import table


def frame(source, destination, sequence):
    """Ethernet, IPv4, UDP and a payload with a sequence where probes have it."""
    ip4 = bytes([0x45]) + bytes(8) + bytes([17]) + bytes(10)
    udp = struct.pack("!HHHH", source, destination, 72, 0)
    return bytes(12) + b"\x08\x00" + ip4 + udp + bytes(16) + struct.pack("!I", sequence) + bytes(44)


class Reading(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / "file"

    def capture(self, *stamped):
        head = struct.pack("=IHHiIII", 0xA1B23C4D, 2, 4, 0, 0, 65535, 1)
        parts = (struct.pack("=IIII", ns // 10**9, ns % 10**9, len(data), len(data)) + data for ns, data in stamped)
        self.path.write_bytes(head + b"".join(parts))

    def test_rtts_of_a_capture(self):
        second = 10**9
        self.capture(
            (5 * second - 100, frame(40000, 20001, 7)),
            (5 * second, frame(40000, 20002, 7)),  # the same sequence of another line
            (5 * second + 900, frame(20002, 40000, 7)),
            (5 * second + 1900, frame(20001, 40000, 7)),
            (5 * second + 2900, frame(20001, 40000, 7)),  # a duplicate
            (5 * second + 3000, frame(20001, 40000, 8)),  # its request was not seen
            (5 * second + 4000, frame(40000, 20001, 9)),  # lost
        )
        found = link.captured_rtts(self.path, range(20000, 20100))
        self.assertEqual(found, {(20001, 7): 2e-6, (20002, 7): 9e-7})

    def test_a_capture_without_nanoseconds_is_refused(self):
        self.path.write_bytes(struct.pack("=IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1))
        with self.assertRaises(processes.Failed):
            list(link.packets(self.path))

    def test_totals_of_a_summary(self):
        keys = "sent,answered,late,lost,refused,unsent,void,missed"
        self.path.write_text(
            f"from,to,{keys}\n"
            "2026-01-01T00:00:00.500000000Z,2026-01-01T00:00:10.500000000Z,101,99,1,1,0,2,0,3\n"
            "2026-01-01T00:00:00.000000000Z,2026-01-01T00:00:00.000000000Z,1,1,0,0,0,0,0,0\n"
        )
        sums, rate = processes.totals(self.path)
        self.assertEqual((sums["sent"], sums["answered"], sums["missed"], sums["unsent"]), (102, 100, 3, 2))
        self.assertAlmostEqual(rate, 10)

    def test_quantiles_are_the_nearest_rank(self):
        self.assertEqual([processes.quantile(range(1, 101), q) for q in (0, 0.5, 0.99, 1)], [1, 50, 99, 100])
        self.assertEqual(processes.quantile([3.0], 0.5), 3.0)

    def test_table(self):
        rows = [table.Row("a", "1", "b: 2", 0.5), table.Row("c", "2")]
        self.assertEqual(table.markdown(rows).splitlines()[2:], ["| a | 1 | b: 2 | 0.50 |", "| c | 2 |  |  |"])

    def test_a_process_reads_itself(self):
        self.assertGreater(processes.peak_bytes(os.getpid()), 1_000_000)
        self.assertGreaterEqual(processes.descriptors(os.getpid()), 3)
        self.assertGreater(processes.cpu_seconds(os.getpid()), 0)

    def test_a_child_ends_with_its_block(self):
        with processes.running(["sh", "-c", "echo ready; exec sleep 300"], ready="ready") as child:
            self.assertIsNone(child.poll())
        self.assertIsNotNone(child.returncode)
        with self.assertRaises(processes.Failed), processes.running(["sh", "-c", "echo no"], ready="ready"):
            pass

    def test_bench_lists_its_parts(self):
        bench = pathlib.Path(__file__).with_name("bench.py")
        command = [sys.executable, "-B", bench, "plumbline", "busy", "window", "--list"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        self.assertIn("sweeps: Wall time", told)


if __name__ == "__main__":
    unittest.main()
