"""What a record's file does: found, locked, refused, brought up to date."""

import os
import sqlite3
from pathlib import Path

import pytest

from corro.errors import NotARecordError, RecordLockedError, RecordNotFoundError, RecordVersionError, StorageError
from corro.store import SqliteStore


def test_a_record_that_does_not_exist_is_made_for_writing_and_missed_for_reading(tmp_path: Path) -> None:
    """Reading makes nothing."""
    with pytest.raises(RecordNotFoundError):
        SqliteStore.to_read(tmp_path / "a.record")
    assert list(tmp_path.iterdir()) == []
    SqliteStore.to_write(tmp_path / "a.record").close()
    SqliteStore.to_read(tmp_path / "a.record").close()


def test_there_is_one_writer(tmp_path: Path) -> None:
    """A second is refused at once; once the first has closed, the next may."""
    first = SqliteStore.to_write(tmp_path / "a.record")
    with pytest.raises(RecordLockedError):
        SqliteStore.to_write(tmp_path / "a.record")
    first.close()
    SqliteStore.to_write(tmp_path / "a.record").close()


def test_two_records_in_one_folder_have_a_writer_each(tmp_path: Path) -> None:
    """The lock is the record's, not the folder's."""
    stores = [SqliteStore.to_write(tmp_path / name) for name in ("a.record", "b.record")]
    for store in stores:
        store.close()


@pytest.mark.parametrize(
    "content", [b"Dear diary, this is a text file and no database at all.\n" * 40, b"SQLite format 3\x00" + b"\xff" * 4000]
)
def test_another_file_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    """Neither reading nor writing touches what is no record."""
    other = tmp_path / "diary.txt"
    other.write_bytes(content)
    for opener in (SqliteStore.to_read, SqliteStore.to_write):
        with pytest.raises((NotARecordError, StorageError)):
            opener(other)
    assert other.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    """The mark in the header says whose it is."""
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE notes (text)")
    database.close()
    before = other.read_bytes()
    for opener in (SqliteStore.to_read, SqliteStore.to_write):
        with pytest.raises(NotARecordError):
            opener(other)
    assert other.read_bytes() == before


def test_a_record_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    """What a newer Corro wrote is neither read nor written by an older one."""
    record = tmp_path / "a.record"
    SqliteStore.to_write(record).close()
    with sqlite3.connect(record) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    for opener in (SqliteStore.to_read, SqliteStore.to_write):
        with pytest.raises(RecordVersionError):
            opener(record)


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    """Not even by mistake."""
    record = tmp_path / "a.record"
    SqliteStore.to_write(record).close()
    reader = SqliteStore.to_read(record)
    try:
        with pytest.raises(StorageError):
            reader.intake.add_issues([]) or reader.intake.begin_run(_moment())
    finally:
        reader.close()


def _moment() -> "object":
    from datetime import UTC, datetime

    return datetime(2023, 3, 1, tzinfo=UTC)


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    """With an error that the person can act on."""
    with pytest.raises(NotARecordError):
        SqliteStore.to_write(tmp_path / "nowhere" / "a.record")


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    """A file that a crash left at its very beginning is no obstacle."""
    record = tmp_path / "a.record"
    record.touch()
    SqliteStore.to_write(record).close()
    SqliteStore.to_read(record).close()


def test_a_new_record_is_its_owner_s_alone(tmp_path: Path) -> None:
    """Whatever the umask, nobody else can read the file or what SQLite keeps beside it."""
    before = os.umask(0)
    try:
        store = SqliteStore.to_write(tmp_path / "a.record")
        with store.transaction():
            store.intake.begin_run(_moment())
        rights = {path.name: path.stat().st_mode & 0o077 for path in tmp_path.iterdir() if not path.name.endswith("-lock")}
        store.close()
    finally:
        os.umask(before)
    assert rights
    assert set(rights.values()) == {0}
