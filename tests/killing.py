"""Has processes die while they write, again and again, without beginning each of them anew."""

import os
import signal
import subprocess
import sys
from pathlib import Path

KILLED = -signal.SIGKILL
"""How a process ended that killed itself."""


class Writers:
    """A process whose children write to a file, and die after so many turns."""

    def __init__(self, script: str, *arguments: str | Path) -> None:
        """Begin it with a script that forks a child for each line it is given, and says after `=` how the child ended."""
        command = [sys.executable, "-c", script, *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
        root, pipe = Path(__file__).parents[1], subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=root, env=environment, stdin=pipe, stdout=pipe, text=True)
        self.count = 0

    def ask(self, turns: int = 10**9, seconds: float = 0.0) -> None:
        """Have a child write for so many turns, or so many seconds."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{turns} {seconds}\n")
        self.process.stdin.flush()

    def measure(self) -> tuple[int, float, list[str]]:
        """Have a child write to the end; return how many turns and seconds it took, and what it printed."""
        self.ask()
        ended, lines = self.answer()
        assert ended == 0
        _, turns, seconds = lines.pop().split()
        return int(turns), float(seconds), lines

    def kill(self, share: float, turns: int, seconds: float) -> tuple[bool, list[str]]:
        """Have a child die after such a share of its work: of the database's turns, or, every other time, of the time it takes.

        By the clock it dies also where the database writes and waits for the disk.
        """
        self.count += 1
        if self.count % 2:
            self.ask(turns=max(1, round(turns * share)))
        else:
            self.ask(seconds=seconds * share)
        ended, lines = self.answer()
        return ended == KILLED, lines

    def answer(self) -> tuple[int, list[str]]:
        """Return how it ended and what it printed."""
        assert self.process.stdout is not None
        lines: list[str] = []
        for line in self.process.stdout:
            if line.startswith("="):
                return int(line.split()[1]), lines
            if line.strip():
                lines.append(line.rstrip("\n"))
        raise AssertionError("the writer itself died")

    def close(self) -> None:
        """End it."""
        self.process.communicate()
