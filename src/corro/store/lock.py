"""One writer a record: a lock beside the file, given back by the operating system even when the process is killed."""

import os
from pathlib import Path
from typing import BinaryIO

from corro.errors import NotARecordError, RecordLockedError, StorageError


class WriteLock:
    """The right to write to one record, held until `release`."""

    def __init__(self, record: Path) -> None:
        """Take the lock.

        Args:
            record: The record's file, which need not exist yet.

        Raises:
            RecordLockedError: Another process, or another writer in this one, holds it.
            NotARecordError: There is no such folder.
            StorageError: The folder cannot be written to.
        """
        self._path = record.with_name(record.name + "-lock")
        self._file = _locked(self._path)

    def release(self) -> None:
        """Give the lock back; releasing twice does nothing."""
        if not self._file.closed:
            self._path.unlink(missing_ok=True)
            self._file.close()


def _locked(path: Path) -> BinaryIO:
    """Open and lock the file, again where its last holder removed it between the two."""
    while True:
        try:
            file = path.open("ab")
        except FileNotFoundError as error:
            raise NotARecordError(f"There is no folder {path.parent}.", path=str(path.parent)) from error
        except OSError as error:
            raise StorageError(f"The record's folder cannot be written to: {error.strerror}.", path=str(path)) from error
        _lock(file, path)
        if _still_there(file, path):
            return file
        file.close()


def _lock(file: BinaryIO, path: Path) -> None:
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise RecordLockedError(path=str(path)) from error


def _still_there(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
