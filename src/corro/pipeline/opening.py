"""Opens a record wherever it is: in a file, or sealed in the vault (a restricted case), so that all else runs over both alike."""

from pathlib import Path
from typing import Protocol

from corro.model.user import LOCAL, User
from corro.ports import Store


class Sealed(Protocol):
    """A record that is in no file of its own; its `str` is how the command line is told of it."""

    @property
    def user(self) -> User:
        """Who opened it."""

    def to_read(self) -> Store:
        """Open it to read."""

    def to_write(self) -> Store:
        """Open it to write; closing it seals it again."""


RecordPlace = str | Path | Sealed
"""Where a record is: its file, or a restricted case that somebody may open."""


def open_to_read(record: RecordPlace) -> Store:
    """Open a record to read.

    Raises:
        RecordNotFoundError: There is none.
        RecordVersionError: Another version of Corro made it.
        NotARecordError: The file is something else.
    """
    from corro.store import SqliteStore

    return SqliteStore.to_read(Path(record)) if isinstance(record, str | Path) else record.to_read()


def open_to_write(record: RecordPlace) -> Store:
    """Open a record to write; a file that is not there is made.

    Raises:
        RecordLockedError: Another process is writing to it.
        RecordVersionError: A newer Corro made it.
        NotARecordError: The file is something else.
        StorageError: It cannot be written.
    """
    from corro.store import SqliteStore

    return SqliteStore.to_write(Path(record)) if isinstance(record, str | Path) else record.to_write()


def reader_of(record: RecordPlace) -> User:
    """Return who reads where nobody else is named: whoever opened the case, or the one user of the machine."""
    return LOCAL if isinstance(record, str | Path) else record.user


def is_restricted(record: RecordPlace) -> bool:
    """Say whether it is a restricted case."""
    return not isinstance(record, str | Path)


def missing(record: RecordPlace) -> bool:
    """Say whether a record's file does not exist yet; a restricted case always does."""
    return isinstance(record, str | Path) and not Path(record).exists()
