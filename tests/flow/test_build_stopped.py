"""A build that is stopped, anywhere and by whatever, is finished by the next one: nothing lost, nothing double."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.laws.builders import PlainReader

from corro.errors import RecordLockedError, StorageError
from corro.model import Outcome
from corro.model.answer import ALL
from corro.pipeline.build import BuildReport, build
from corro.pipeline.options import BuildOptions, Progress
from corro.pipeline.view import open_record
from corro.store import SqliteStore

KILLED = -signal.SIGKILL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of thirty reports on ten attacks, told by three outlets each."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(30):
        day = 1 + number % 10
        text = f"---\noutlet: Outlet {number // 10}\npublished: 2023-03-{day + 1:02d}\nlanguage: en\n---\n"
        text += f"Rebels attacked traders at Aram on 2023-03-{day:02d}, killing {number}.\n\nReport number {number} ends here."
        (reports / f"r{number:02d}.md").write_text(text, encoding="utf-8")
    return reports


def built(folder: Path, record: Path) -> BuildReport:
    """Build a record with the plain reader."""
    return build(folder, record, options=BuildOptions(executor=PlainReader()))


def digest(record: Path) -> str:
    """Return what a record says, as a digest."""
    store = SqliteStore.to_read(record)
    try:
        return store.digest()
    finally:
        store.close()


SCRIPT = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.engine import Engine
from tests.flow.test_build_stopped import built

left = [int(sys.argv[3])]

def step():
    left[0] -= 1
    if left[0] <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return 0

@event.listens_for(Engine, "connect")
def count(raw, _):
    raw.set_progress_handler(step, 200)

built(Path(sys.argv[1]), Path(sys.argv[2]))
print(int(sys.argv[3]) - left[0])
"""
"""Builds, and kills itself after so many turns of the database's machine: in the middle of whatever it is doing.

One that lives to the end prints how many turns it took.
"""


def built_elsewhere(folder: Path, record: Path, turns: int) -> "subprocess.CompletedProcess[bytes]":
    """Build in another process that dies after so many turns."""
    command = [sys.executable, "-c", SCRIPT, str(folder), str(record), str(turns)]
    return subprocess.run(command, check=False, cwd=Path(__file__).parents[2], env=_environment(), capture_output=True)


def _environment() -> dict[str, str]:
    paths = [entry for entry in sys.path if entry]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def test_a_killed_build_is_finished_by_the_next_one(folder: Path, tmp_path: Path) -> None:
    """Killed at any step of the database, then run again: the record is the one that an undisturbed build makes."""
    undisturbed = tmp_path / "undisturbed.record"
    turns = int(built_elsewhere(folder, undisturbed, 10**9).stdout)
    for share in (0.01, 0.03, 0.06, 0.08, 0.5, 0.87, 0.92, 0.98):
        record = tmp_path / f"killed-{share}.record"
        assert built_elsewhere(folder, record, round(turns * share)).returncode == KILLED
        report = built(folder, record)
        assert digest(record) == digest(undisturbed)
        assert report.totals.documents == report.inputs == 30
        assert report.outcomes[Outcome.ACCEPTED] + report.outcomes[Outcome.DUPLICATE] == 30


def test_an_interrupted_build_keeps_what_was_finished(folder: Path, tmp_path: Path) -> None:
    """Ctrl-C between two batches leaves a whole record without the batches that were not stored; the next build adds them."""
    record = tmp_path / "a.record"

    def interrupt(progress: Progress) -> None:
        if progress.done >= 16:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(folder, record, options=BuildOptions(executor=PlainReader(), progress=interrupt))
    with open_record(record) as view:
        assert view.totals().documents == 16
    report = built(folder, record)
    assert (report.outcomes[Outcome.ACCEPTED], report.outcomes[Outcome.DUPLICATE]) == (14, 16)
    built(folder, tmp_path / "b.record")
    assert digest(record) == digest(tmp_path / "b.record")


def test_a_record_that_is_being_written_to_is_locked_for_other_writers_and_open_for_readers(folder: Path, tmp_path: Path) -> None:
    """A second writer is told so at once, and nothing is lost; a reader sees what was committed."""
    record = tmp_path / "a.record"
    built(folder, record)
    writer = SqliteStore.to_write(record)
    try:
        with pytest.raises(RecordLockedError):
            built(folder, record)
        with open_record(record) as view:
            assert view.totals().documents == 30
    finally:
        writer.close()
    assert built(folder, record).outcomes[Outcome.DUPLICATE] == 30


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from corro.errors import StorageError
from tests.flow.test_build_stopped import built

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    built(Path(sys.argv[1]), Path(sys.argv[2]))
except StorageError as error:
    sys.exit(error.exit_code)
"""


@pytest.mark.parametrize("room", [20_000, 300_000, 380_000, 420_000, 460_000, 500_000])
def test_a_full_disk_is_told_and_the_build_goes_on_once_there_is_room(folder: Path, tmp_path: Path, room: int) -> None:
    """Where the file cannot grow, the build ends with the error that says what to do; with room again it is finished."""
    record = tmp_path / "a.record"
    command = [sys.executable, "-c", FULL_DISK, str(folder), str(record), str(room)]
    ended = subprocess.run(command, check=False, cwd=Path(__file__).parents[2], env=_environment(), capture_output=True)
    assert ended.returncode == StorageError.exit_code, ended.stderr.decode()
    built(folder, record)
    built(folder, tmp_path / "b.record")
    assert digest(record) == digest(tmp_path / "b.record")


def test_the_record_is_one_file_once_it_is_closed(folder: Path, tmp_path: Path) -> None:
    """Nothing lies beside a closed record, so that moving the file moves the record."""
    built(folder, tmp_path / "a.record")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.record", "reports"]


def test_receipts_of_a_stopped_and_a_finished_build_name_every_input(folder: Path, tmp_path: Path) -> None:
    """Each run keeps its own receipts, and the second one's add up to all inputs."""
    record = tmp_path / "a.record"
    assert built_elsewhere(folder, record, 100).returncode == KILLED
    report = built(folder, record)
    with open_record(record) as view:
        assert view.receipts(report.run, ALL).total == 30
        assert [run.finished is None for run in view.runs()] == [True, False]
