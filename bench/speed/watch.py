"""Runs a command and watches what it costs: wall clock, processor time, and the peak memory of each process that it starts."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

POLL_S = 0.1
"""Between two looks at /proc. Source: a build of 20 reports lasts seconds, so no worker lives and dies between two looks."""

PROC = Path("/proc")


@dataclass(frozen=True)
class Ran:
    """What a command cost.

    Attributes:
        seconds: Wall clock from start to end.
        cpu_seconds: Processor time of it and of all processes that it waited for; what else the machine does hardly changes it.
        peak_mb: Peak resident memory of its largest process, in 10^6 bytes.
        processes: Most processes that were alive at once.
        status: Its exit status.
        output: What it printed on standard output.
        errors: What it printed on standard error.
    """

    seconds: float
    cpu_seconds: float
    peak_mb: float
    processes: int
    status: int
    output: str
    errors: str


def watched(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Ran:
    """Run a command to its end.

    Args:
        command: The command and its arguments.
        environment: Variables added to those of this process.

    Returns:
        What it cost. Memory is the larger of what the kernel reports for the finished processes (`wait4`, which knows the largest
        that was waited for) and what /proc showed while they ran (which also knows those that nobody waited for).
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors, env={**os.environ, **(environment or {})})
        watch = _Watch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        seen_kb, processes = watch.stop()
        return Ran(
            seconds=seconds,
            cpu_seconds=usage.ru_utime + usage.ru_stime,
            peak_mb=max(seen_kb, usage.ru_maxrss) * 1024 / 1e6,
            processes=processes,
            status=process.returncode,
            output=_all_of(output),
            errors=_all_of(errors),
        )


def _all_of(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")


class _Watch:
    """Looks at a process and its descendants until told to stop."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak_kb = 0
        self._most = 1
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> tuple[int, int]:
        """Return the peak memory of the largest process in KiB, and the most processes alive at once."""
        self._done.set()
        self._thread.join()
        return self._peak_kb, self._most

    def _look(self) -> None:
        while not self._done.wait(POLL_S):
            family = descendants(self._pid)
            self._most = max(self._most, len(family))
            self._peak_kb = max(self._peak_kb, *(peak_kb(pid) for pid in family))


def descendants(pid: int) -> list[int]:
    """Return a process and all that it started, directly or not, as far as they are alive."""
    family = [pid]
    for member in family:
        family.extend(_children(member))
    return family


def _children(pid: int) -> list[int]:
    try:
        lists = [path.read_text() for path in (PROC / str(pid) / "task").glob("*/children")]
    except OSError:
        return []
    return [int(child) for text in lists for child in text.split()]


def peak_kb(pid: int) -> int:
    """Return a process's peak resident memory so far in KiB, or 0 where it is gone."""
    try:
        status = (PROC / str(pid) / "status").read_text()
    except OSError:
        return 0
    lines = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(next(lines, "VmHWM: 0").split()[1])
