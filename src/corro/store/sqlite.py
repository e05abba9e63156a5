"""A record in one SQLite file, or in memory."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from corro.errors import RecordNotFoundError
from corro.store.archive import SqliteArchive
from corro.store.composition import SqliteComposition
from corro.store.connection import changes_of, connect_to_read, connect_to_write, content_of, disconnect
from corro.store.custody import SqliteCustody
from corro.store.digest import digest
from corro.store.intake import SqliteIntake
from corro.store.lock import WriteLock
from corro.store.questions import SqliteQuestions
from corro.store.weighing import SqliteWeighing


class SqliteStore:
    """A record; for one thread at a time. Open it with one of the three class methods.

    Attributes:
        intake: What takes in.
        weighing: What is needed to weigh.
        composition: What is needed to compose.
        custody: The log of what was done.
        archive: The whole of it, in and out.
        questions: What answers.
    """

    def __init__(self, connection: Connection, lock: WriteLock | None, *, writes: bool) -> None:
        """Join the parts over one connection."""
        self._connection = connection
        self._lock = lock
        self._begin = "BEGIN IMMEDIATE" if writes else "BEGIN"
        self._inside = False
        self._keep: Callable[[bytes], None] | None = None
        self._unchanged = 0
        self.intake = SqliteIntake(connection)
        self.weighing = SqliteWeighing(connection)
        self.composition = SqliteComposition(connection)
        self.custody = SqliteCustody(connection)
        self.archive = SqliteArchive(connection)
        self.questions = SqliteQuestions(connection)

    @classmethod
    def to_write(cls, path: Path) -> "SqliteStore":
        """Open a record to write; a record that does not exist is made, an older one is brought up to date.

        Args:
            path: The record's file.

        Returns:
            The record, for this process to write until it is closed.

        Raises:
            RecordLockedError: Another process is writing to it.
            RecordVersionError: A newer Corro made it.
            NotARecordError: The file is something else.
            StorageError: It cannot be written.
        """
        lock = WriteLock(path)
        try:
            return cls(connect_to_write(path), lock, writes=True)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def to_read(cls, path: Path) -> "SqliteStore":
        """Open a record to read; others may write to it meanwhile.

        Args:
            path: The record's file.

        Raises:
            RecordNotFoundError: There is none.
            RecordVersionError: Another version of Corro made it.
            NotARecordError: The file is something else.
        """
        if not path.is_file():
            raise RecordNotFoundError(f"There is no record at {path}.", path=str(path))
        return cls(connect_to_read(path), None, writes=False)

    @classmethod
    def in_memory(cls) -> "SqliteStore":
        """Make an empty record that is gone once it is closed."""
        return cls(connect_to_write(None), None, writes=True)

    @classmethod
    def from_content(cls, content: bytes | None, keep: Callable[[bytes], None] | None = None) -> "SqliteStore":
        """Open a record that is kept as a whole somewhere else; all of it stays in memory while it is open.

        Args:
            content: All that it holds, as it was given to `keep`; None for an empty record.
            keep: Takes all that it holds once it is closed, if anything was changed; None for a record to read only.

        Raises:
            NotARecordError: The content is something else.
            RecordVersionError: A newer Corro made it.
        """
        store = cls(connect_to_write(None, content), None, writes=True)
        store._keep = keep
        store._unchanged = changes_of(store._connection) if content else -1
        return store

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all that is written inside, or nothing of it; what is read inside is of one moment. Inner ones join the outer one."""
        if self._inside:
            yield
            return
        self._connection.exec_driver_sql(self._begin)
        self._inside = True
        try:
            yield
            self._connection.exec_driver_sql("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._inside = False

    def _roll_back(self) -> None:
        """Undo the transaction, unless the database has done so itself (as it does when the disk is full)."""
        raw = self._connection.connection.dbapi_connection
        if getattr(raw, "in_transaction", False):
            self._connection.exec_driver_sql("ROLLBACK")

    def digest(self) -> str:
        """Return a digest of all that the record says; history is left out."""
        return digest(self._connection)

    def close(self) -> None:
        """Close the file and give back the right to write; what is kept elsewhere goes there."""
        try:
            if self._keep and changes_of(self._connection) != self._unchanged:
                self._keep(content_of(self._connection))
        finally:
            disconnect(self._connection)
        if self._lock:
            self._lock.release()
