"""A process that is killed while it writes to a record loses no entry that was kept, and leaves the custody log whole."""

import random
from pathlib import Path

import pytest
from tests.killing import Writers

from corro.pipeline.verifying import verify
from corro.store import SqliteStore

SCRIPT = """
import hashlib, os, signal, sys, time
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.engine import Engine
from corro.model import CustodyAct, CustodyKind, Decision, DecisionKind, Evidence
from corro.store import SqliteStore

left = [0]

def say(*words):
    os.write(1, (" ".join(map(str, words)) + "\\n").encode())  # at once, or not at all

def step():
    left[0] -= 1
    if left[0] <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return 0

def capture(store, text, now):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    with store.transaction():
        store.intake.add_evidence(Evidence(sha256, "text/plain", len(text), "report.txt"), text.encode())
        store.custody.log([CustodyAct(CustodyKind.CAPTURED, sha256, "ada", now, "text/plain")])
    say(sha256)

def decide(store, number, now):
    made = Decision(DecisionKind.CLAIM, (f"claim_{os.getpid()}_{number}",), "accepted", "ada", now)
    with store.transaction():
        store.intake.add_decision(made)
        store.custody.log([CustodyAct(CustodyKind.DECIDED, made.id, "ada", now, "claim")])
    say(made.id)

def write(path, turns):
    left[0], begun = turns, time.monotonic()
    event.listen(Engine, "connect", lambda raw, _: raw.set_progress_handler(step, 3))
    store, now = SqliteStore.to_write(path), datetime.now(UTC)
    for number in range(4):
        capture(store, f"report {number} by {os.getpid()} " * 60, now)
        decide(store, number, now)
    store.close()
    say("-", turns - left[0], time.monotonic() - begun)

for line in sys.stdin:
    turns, seconds = line.split()
    child = os.fork()
    if not child:
        write(Path(sys.argv[1]), int(turns))
        os._exit(0)
    if float(seconds):
        time.sleep(float(seconds))
        os.kill(child, signal.SIGKILL)
    say("\\n=", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
"""Has one child after the other take in evidence and decisions, each of which kills itself after so many turns of the database.

What is printed was kept. A child that lives to the end prints how many turns it took; behind `=` stands how it ended.
"""


def kill_at(record: Path, shares: list[float]) -> None:
    """Kill a writer at each of these shares of its work, over one record, and look it over each time."""
    SqliteStore.to_write(record).close()
    writers = Writers(SCRIPT, record)
    turns, seconds, lines = writers.measure()
    kept, killed = set(lines), 0
    for share in shares:
        died, lines = writers.kill(share, turns, seconds)
        killed += died
        kept |= {line for line in lines if not line.startswith("-") and len(line) > 20}
        assert verify(record).breaks == ()
        store = SqliteStore.to_read(record)
        assert kept <= {entry.subject for entry in store.custody.entries()}
        store.close()
    writers.close()
    assert killed > len(shares) * 0.7, "so many were killed before they came to the end"


def test_a_killed_writer_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    """At twenty points, spread over all that it does."""
    kill_at(tmp_path / "x.record", [(number + 0.5) / 20 for number in range(20)])


@pytest.mark.slow
def test_a_writer_killed_at_two_hundred_random_points_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    """Wherever it is: before, in and after its transactions."""
    chance = random.Random(8)  # noqa: S311 - points to kill at
    kill_at(tmp_path / "x.record", [chance.random() for _ in range(200)])
