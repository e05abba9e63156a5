"""A process that is killed while it writes to a vault loses nothing that it was told was kept, and leaves the chain whole."""

import random
from pathlib import Path

import pytest
from tests.killing import Writers
from tests.vaults import SetClock, a_vault, signed_in

from corro.keyring import KeyKind
from corro.vault import Vault
from corro.vault.checking import look_over

SCRIPT = """
import os, signal, sys, time
from pathlib import Path
from tests.vaults import CHEAP, SetClock, signed_in
from corro.vault import Vault
from corro.vault import file as vault_file

connected, overwrite = vault_file._connected, vault_file._overwrite
left = [0]

def say(*words):
    os.write(1, (" ".join(map(str, words)) + "\\n").encode())  # at once, or not at all

def step():
    left[0] -= 1
    if left[0] <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return 0

def counted(*args, **named):
    connection = connected(*args, **named)
    connection.set_progress_handler(step, 3)
    return connection

def overwritten(*args):
    step()
    overwrite(*args)
    step()

def write(path, key, turns):
    left[0], begun = turns, time.monotonic()
    vault_file._connected, vault_file._overwrite = counted, overwritten
    ada = signed_in(Vault.open(path, SetClock(), CHEAP))
    for number in range(4):
        text = f"told {number} by {os.getpid()} " * 60
        say(ada.put(key, "note", text.encode()), text)
        if number == 1:
            ada.rotate(key)
        if number == 2:
            ada.replace_all(key, "part", [text.encode()] * 3)
    say("-", turns - left[0], time.monotonic() - begun)

for line in sys.stdin:
    turns, seconds = line.split()
    child = os.fork()
    if not child:
        write(Path(sys.argv[1]), sys.argv[2], int(turns))
        os._exit(0)
    if float(seconds):
        time.sleep(float(seconds))
        os.kill(child, signal.SIGKILL)
    say("\\n=", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
"""Has one child after the other write to a vault, each of which kills itself after so many turns of the database's machine: in the
middle of whatever it is doing.

What is printed was kept. A child that lives to the end prints how many turns it took; behind `=` stands how it ended.
"""


def kept_in(lines: list[str]) -> dict[str, str]:
    """Return what a child said was kept; of a line that was cut off it said nothing."""
    return dict(line.split(" ", 1) for line in lines if line.startswith("E-") and line.count(" ") > 100)


def kill_at(path: Path, shares: list[float]) -> None:
    """Kill a writer at each of these shares of its work, over one vault, and look it over each time."""
    vault = a_vault(path)
    key = signed_in(vault).new_key(KeyKind.CASE)
    vault.close()
    writers = Writers(SCRIPT, path, key)
    turns, seconds, lines = writers.measure()
    kept, killed = kept_in(lines), 0
    for share in shares:
        died, lines = writers.kill(share, turns, seconds)
        killed += died
        kept |= kept_in(lines)
        look_at(path, key, kept_in(lines))
    look_at(path, key, kept)
    writers.close()
    assert killed > len(shares) * 0.7, "so many were killed before they came to the end"


def look_at(path: Path, key: str, kept: dict[str, str]) -> None:
    """Open a vault after a killed writer: all that was kept is there, and the chain is whole."""
    _, breaks = look_over(path)
    assert not breaks
    opened = Vault.open(path, SetClock())
    ada = signed_in(opened)
    with opened.rooms.file.transaction():
        assert {entry: ada.get(entry, "looked for").decode() for entry in kept} == kept
        assert len(ada.get_all(key, "part", "looked for")) == 3
    opened.close()


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
    both = [Writers(SCRIPT, tmp_path / "x.vault", key) for _ in range(2)]
    for writers in both:
        writers.ask()
    answers = [writers.answer() for writers in both]
    assert [ended for ended, _ in answers] == [0, 0]
    kept = {entry: text for _, lines in answers for entry, text in kept_in(lines).items()}
    for writers in both:
        writers.close()
    ada = signed_in(vault)
    assert {entry: ada.get(entry, "looked for").decode() for entry in kept} == kept
    assert len(kept) == 8
    assert look_over(tmp_path / "x.vault")[1] == []
    vault.close()
