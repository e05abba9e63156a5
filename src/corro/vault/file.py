"""The vault's file: one SQLite database that leaves nothing behind of what is deleted from it, for its owner only."""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote

from corro.errors import BadOptionError, CorroError, NotAVaultError, RecordLockedError, StorageError, VaultNotFoundError
from corro.vault.schema import APPLICATION_ID, FORM, TABLES

PRIVATE = 0o600
"""Rights of the file: its owner reads and writes, nobody else does either."""

WAIT_S = 10.0
"""How long to wait for another process's transaction. Source: our own judgement; the longest of ours seals one case anew."""

_PAUSE_S = 0.02

_PRAGMAS = (
    "journal_mode=PERSIST",  # the journal's bytes stay ours to overwrite once a transaction is over
    "synchronous=FULL",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "foreign_keys=ON",
)
"""Source: SQLite, PRAGMA statements."""

_HEADER_BYTES = 100
_MARK = slice(68, 72)
_NOTHING_TO_UNDO = bytes(8)
"""Where the mark stands in a file's header, and how the journal begins once its transaction is over.

Source: SQLite, Database File Format, 1.3 and 3.
"""

Row = tuple[Any, ...]


def vault_of(record: Path) -> Path:
    """Return where the vault of a record stands: beside it, `corro.vault` for `corro.record`."""
    return record.with_suffix(".vault")


class VaultFile:
    """The database of one vault; safe to share between threads, which wait for each other's transactions.

    Attributes:
        wait_s: How long to wait for another process's transaction.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        """Work over a connection; see `make` and `open`."""
        self._connection, self._path = connection, path
        self._turn = threading.RLock()
        self._depth = 0
        self.wait_s = WAIT_S

    @classmethod
    def make(cls, path: Path | None) -> "VaultFile":
        """Make an empty vault.

        Args:
            path: Its file, or None for one in memory.

        Raises:
            BadOptionError: There is a file already.
            StorageError: It cannot be written.
        """
        if path is not None:
            _make_private(path)
        made = cls(_connected(path), path)
        with made.transaction():
            made.do(f"PRAGMA application_id={APPLICATION_ID}")
            made.do(f"PRAGMA user_version={FORM}")
            for statement in _statements(TABLES):
                made.do(statement)
        return made

    @classmethod
    def open(cls, path: Path) -> "VaultFile":
        """Open a vault.

        Raises:
            VaultNotFoundError: There is none.
            NotAVaultError: The file is something else, or of another version.
        """
        if not path.is_file():
            raise VaultNotFoundError(f"There is no vault at {path}.", path=str(path))
        _check_header(path)
        opened = cls(_connected(path), path)
        try:
            opened.check_form()
            opened.tidy()
        except BaseException:
            opened.close()
            raise
        return opened

    @classmethod
    def open_to_read(cls, path: Path) -> "VaultFile":
        """Open a vault to look it over: nothing of it is touched, save that what a killed process left half-done is undone.

        Raises:
            VaultNotFoundError: There is none.
            NotAVaultError: The file is something else, or of another version.
        """
        if not path.is_file():
            raise VaultNotFoundError(f"There is no vault at {path}.", path=str(path))
        if _half_done(_journal_of(path)):
            cls.open(path).close()
        _check_header(path)
        opened = cls(_connected(path, to_read=True), path)
        opened.check_form()
        return opened

    def check_form(self) -> None:
        """Refuse a vault of another form."""
        ((form,),) = self.rows("PRAGMA user_version")
        if form != FORM:
            raise NotAVaultError(f"The vault {self._path} has the form {form}; this version of Corro knows form {FORM}.")

    def rows(self, statement: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return what a question gives."""
        with self._turn, _in_our_words():
            return self._connection.execute(statement, parameters).fetchall()

    def do(self, statement: str, parameters: Sequence[object] = ()) -> int:
        """Change something, inside a transaction; return how many rows were touched."""
        with self._turn, _in_our_words():
            return self._connection.execute(statement, parameters).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all that is written inside, or nothing of it; inner ones join the outer one. Nothing of the former state stays."""
        with self._turn:
            if self._depth:
                yield
                return
            with self._alone(), self._begun():
                yield

    @contextmanager
    def _begun(self) -> Iterator[None]:
        self._begin()
        self._depth = 1
        try:
            yield
            with _in_our_words():
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._depth = 0
            self._wipe_journal()

    def _begin(self) -> None:
        with _in_our_words():
            self._connection.execute("BEGIN IMMEDIATE")

    def tidy(self) -> None:
        """Undo what a killed process left half-done, and overwrite what it left in the journal."""
        with self._turn, self._alone():
            self.rows("SELECT count(*) FROM sqlite_master")
            self._wipe_journal()

    def _wipe_journal(self) -> None:
        """Overwrite the journal of the last transaction: it holds pages as they were before, keys since destroyed among them."""
        if self._path is None:
            return
        journal = _journal_of(self._path)
        with suppress(OSError):  # what is committed stands; the next transaction overwrites it
            size = journal.stat().st_size
            if size:
                _overwrite(journal, size)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the right to write against other processes: from the transaction's begin until its journal is overwritten."""
        if self._path is None:
            yield
            return
        lock = _locked(self._path.with_name(self._path.name + "-lock"), self.wait_s)
        try:
            yield
        finally:
            lock.close()

    def damage(self) -> tuple[str, ...]:
        """Return what the database itself finds wrong with the file."""
        found = [str(row[0]) for row in self.rows("PRAGMA integrity_check")]
        return () if found == ["ok"] else tuple(found)

    def rights(self) -> int:
        """Return the file's rights; those of an owner's only for one in memory."""
        return PRIVATE if self._path is None else self._path.stat().st_mode & 0o777

    def close(self) -> None:
        """Give back the file."""
        self._connection.close()


def as_bytes(value: object) -> bytes:
    """Return what a column of bytes holds, whatever somebody has put there."""
    return value if isinstance(value, bytes) else str(value).encode()


def _check_header(path: Path) -> None:
    """Refuse a file of somebody else's before anything is opened, for to open is to change how its journal is kept."""
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if header[_MARK] != APPLICATION_ID.to_bytes(4, "big"):
        raise NotAVaultError(f"{path} is no vault of Corro's.", path=str(path))


def _make_private(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE))
    except FileExistsError as error:
        raise BadOptionError(f"There is a file {path} already; a vault is never written over.", path=str(path)) from error
    except OSError as error:
        raise StorageError(f"The vault cannot be written: {error.strerror}.", path=str(path)) from error


def _connected(path: Path | None, *, to_read: bool = False) -> sqlite3.Connection:
    name = "file::memory:" if path is None else f"file:{quote(str(path.resolve()))}" + ("?mode=ro" if to_read else "")
    with _in_our_words():
        connection = sqlite3.connect(name, uri=True, timeout=WAIT_S, isolation_level=None, check_same_thread=False)
        connection.text_factory = lambda text: text.decode(errors="replace")  # a slip in the file is told, and is no crash
        for pragma in () if to_read else _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    return connection


def _statements(script: str) -> Iterator[str]:
    kept = ""
    for part in script.split(";"):
        kept += part + ";"
        if sqlite3.complete_statement(kept):
            yield kept
            kept = ""


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _half_done(journal: Path) -> bool:
    """Say whether a journal belongs to a transaction that was neither finished nor undone."""
    try:
        with journal.open("rb") as file:
            return file.read(len(_NOTHING_TO_UNDO)) not in (b"", _NOTHING_TO_UNDO)
    except FileNotFoundError:
        return False


def _overwrite(file: Path, size: int) -> None:
    if _half_done(file):
        return  # a transaction that could not be undone yet: the database needs it
    with file.open("r+b") as opened:
        opened.write(bytes(size))
        opened.flush()
        os.fsync(opened.fileno())
        opened.truncate(0)


def _locked(path: Path, wait_s: float) -> BinaryIO:
    import fcntl

    until = time.monotonic() + wait_s
    try:
        file = open(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE), "r+b")  # noqa: SIM115, PTH123 - kept open; with its rights
    except OSError as error:
        raise StorageError(f"The vault's folder cannot be written to: {error.strerror}.", path=str(path)) from error
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() > until:
                file.close()
                raise RecordLockedError("Another process is writing to the vault.", path=str(path)) from None
            time.sleep(_PAUSE_S)
        else:
            return file


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(str(error)) or error from None


def _translated(message: str) -> CorroError | None:
    """Return our error for what SQLite says, or None where the defect is ours. Source: SQLite, Result and Error Codes."""
    lowered = message.lower()
    if "locked" in lowered:
        return RecordLockedError("Another process is writing to the vault.")
    if "not a database" in lowered:
        return NotAVaultError()
    if any(words in lowered for words in ("disk", "readonly", "unable to open", "malformed", "full")):
        return StorageError(f"The vault cannot be used: {message}.")
    return None
