"""A process that is killed while it writes to a vault loses nothing that it was told was kept, and leaves the chain whole."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.vaults import SetClock, a_vault, signed_in

from corro.keyring import KeyKind
from corro.vault import Vault
from corro.vault.checking import look_over

KILLED = -signal.SIGKILL

SCRIPT = """
import os, signal, sqlite3, sys
from pathlib import Path
from tests.vaults import CHEAP, SetClock, signed_in
from corro.vault import Vault
from corro.vault import file as vault_file

left = [int(sys.argv[3])]
whole = vault_file._connected

def step():
    left[0] -= 1
    if left[0] <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return 0

def counted(*args, **named):
    connection = whole(*args, **named)
    connection.set_progress_handler(step, 3)
    return connection

overwrite = vault_file._overwrite

def overwritten(*args):
    step()
    overwrite(*args)
    step()

vault_file._connected, vault_file._overwrite = counted, overwritten
ada = signed_in(Vault.open(Path(sys.argv[1]), SetClock(), CHEAP))
key = sys.argv[2]
for number in range(4):
    text = f"told {number} by {os.getpid()} " * 60
    entry = ada.put(key, "note", text.encode())
    print(entry, text, flush=True)
    if number == 1:
        ada.rotate(key)
    if number == 2:
        ada.replace_all(key, "part", [text.encode()] * 3)
print("-", int(sys.argv[3]) - left[0], flush=True)
"""
"""Writes to a vault, and kills itself after so many turns of the database's machine: in the middle of whatever it is doing.

What is printed was kept. One that lives to the end prints how many turns it took.
"""


def written_elsewhere(path: Path, key: str, turns: int) -> tuple[int, list[str]]:
    """Write in another process that dies after so many turns; return how it ended and what it printed."""
    command = [sys.executable, "-c", SCRIPT, str(path), key, str(turns)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    done = subprocess.run(command, check=False, cwd=Path(__file__).parents[2], env=environment, capture_output=True, text=True)
    return done.returncode, done.stdout.splitlines()


def kill_at(path: Path, shares: list[float]) -> None:
    """Kill a writer at each of these shares of its work, over one vault, and look it over each time."""
    vault = a_vault(path)
    key = signed_in(vault).new_key(KeyKind.CASE)
    vault.close()
    ended, lines = written_elsewhere(path, key, 10**9)
    assert ended == 0
    turns, kept = int(lines.pop().split()[1]), dict(line.split(" ", 1) for line in lines)
    killed = 0
    for share in shares:
        ended, lines = written_elsewhere(path, key, max(1, round(turns * share)))
        killed += ended == KILLED
        kept |= dict(line.split(" ", 1) for line in lines if not line.startswith("-"))
        opened = Vault.open(path, SetClock())
        _, breaks = look_over(path)
        assert not breaks, (share, breaks)
        ada = signed_in(opened)
        assert {entry: ada.get(entry, "looked for").decode() for entry in kept} == kept
        assert len(ada.get_all(key, "part", "looked for")) == 3
        opened.close()
    assert killed > len(shares) * 0.8, "so many were killed before they came to the end"


def test_a_killed_writer_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    """At twenty points, spread over all that it does."""
    kill_at(tmp_path / "x.vault", [(number + 0.5) / 20 for number in range(20)])


@pytest.mark.slow
def test_a_writer_killed_at_two_hundred_random_points_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    """Wherever it is: before, in and after its transactions, and while it overwrites the journal."""
    chance = random.Random(7)  # noqa: S311 - points to kill at
    kill_at(tmp_path / "x.vault", [chance.random() for _ in range(200)])


def test_a_process_that_waits_for_the_vault_is_told(tmp_path: Path) -> None:
    """Two that write at once wait for each other, and each keeps what it wrote."""
    vault = a_vault(tmp_path / "x.vault")
    key = signed_in(vault).new_key(KeyKind.CASE)
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "x.vault"), key, str(10**9)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    both = [
        subprocess.Popen(command, cwd=Path(__file__).parents[2], env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    outputs = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    kept = dict(line.split(" ", 1) for output in outputs for line in output.splitlines() if not line.startswith("-"))
    ada = signed_in(vault)
    assert {entry: ada.get(entry, "looked for").decode() for entry in kept} == kept
    assert len(kept) == 8
    assert look_over(tmp_path / "x.vault")[1] == []
    vault.close()
