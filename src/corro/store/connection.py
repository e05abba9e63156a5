"""Opens a record's file: pragmas, the mark that says it is ours, migrations, and the database's errors in our own words."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import StaticPool

from corro.errors import CorroError, NotARecordError, RecordLockedError, RecordVersionError, StorageError

APPLICATION_ID = 0x434F5252
"""`CORR` in ASCII: says in the file's header whose it is. Source: SQLite, PRAGMA application_id."""

REVISION = "0001"
"""The newest step in `migrations/versions`."""

BUSY_TIMEOUT_MS = 5_000
"""How long to wait for another connection's transaction; ours take well under a second. Source: our own judgement."""

PRIVATE = 0o600
"""Rights of a new record: its owner reads and writes, nobody else does either."""

_COMMON = (f"busy_timeout={BUSY_TIMEOUT_MS}", "temp_store=MEMORY", "cache_size=-65536")
_WRITER_PRAGMAS = (*_COMMON, "synchronous=NORMAL")
_READER_PRAGMAS = (*_COMMON, "query_only=ON")


def connect_to_write(path: Path | None, content: bytes | None = None) -> Connection:
    """Open a record to write, made or brought up to date where it has to be.

    Args:
        path: The file, or None for a record in memory.
        content: What a record in memory holds at first, as `content_of` gave it; None for an empty one.

    Returns:
        A connection in which every statement stands for itself unless a transaction is begun.

    Raises:
        NotARecordError: The file is something else.
        RecordVersionError: A newer Corro made it.
        StorageError: It cannot be written.
    """
    if path is not None:
        _make_private(path)
    connection = _connect("sqlite://" if path is None else f"sqlite:///{path}", _WRITER_PRAGMAS)
    try:
        if content is not None:
            _raw(connection).deserialize(content)
        _check_mark(connection, path)
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        _bring_up_to_date(connection)
    except BaseException:
        disconnect(connection)
        raise
    return connection


def connect_to_read(path: Path) -> Connection:
    """Open a record to read only.

    Args:
        path: The file, which exists.

    Returns:
        A connection that refuses to write.

    Raises:
        NotARecordError: The file is something else.
        RecordVersionError: Another version of Corro made it.
        StorageError: It cannot be read.
    """
    connection = _connect(f"sqlite:///file:{path.resolve()}?mode=ro&uri=true", _READER_PRAGMAS)
    try:
        _check_mark(connection, path)
        _check_revision(connection)
    except BaseException:
        disconnect(connection)
        raise
    return connection


def content_of(connection: Connection) -> bytes:
    """Return all that a record in memory holds, as one piece of bytes."""
    return bytes(_raw(connection).serialize())


def changes_of(connection: Connection) -> int:
    """Return how many rows were changed over a connection."""
    return int(_raw(connection).total_changes)


def _raw(connection: Connection) -> Any:
    """Return the database's own connection."""
    return connection.connection.dbapi_connection


def _make_private(path: Path) -> None:
    """Make the file, where there is none, so that only its owner can read it; SQLite gives its side files the same rights."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, PRIVATE))
    except OSError as error:
        raise StorageError(f"The record cannot be written: {error.strerror}.", path=str(path)) from error


def disconnect(connection: Connection) -> None:
    """Close a connection and its engine."""
    engine = connection.engine
    connection.close()
    engine.dispose()


def _connect(url: str, pragmas: tuple[str, ...]) -> Connection:
    # Parameters hold words of documents; they must not stand in an error's message.
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "connect", lambda raw, _: _prepare(raw, pragmas))
    event.listen(engine, "handle_error", _in_our_words)
    return engine.connect()


def _prepare(raw: Any, pragmas: tuple[str, ...]) -> None:
    for pragma in pragmas:
        try:
            raw.execute(f"PRAGMA {pragma}")
        except sqlite3.Error as error:
            raise _translated(str(error)) or error from error


def _in_our_words(context: ExceptionContext) -> None:
    ours = _translated(str(context.original_exception))
    if ours is not None:
        raise ours from context.original_exception


def _translated(message: str) -> CorroError | None:
    """Return our error for what SQLite says, or None where the defect is ours. Source: SQLite, Result and Error Codes."""
    lowered = message.lower()
    if "locked" in lowered:
        return RecordLockedError()
    if "not a database" in lowered:
        return NotARecordError("This file is no record of Corro's.")
    if any(words in lowered for words in ("disk", "readonly", "unable to open", "malformed", "full")):
        return StorageError(f"The record cannot be used: {message}.")
    return None


def _check_mark(connection: Connection, path: Path | None) -> None:
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    if tables and mark != APPLICATION_ID:
        raise NotARecordError(f"{path} is no record of Corro's.", path=str(path))


def _revision(connection: Connection) -> str | None:
    known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").scalar()
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if known else None


def _check_revision(connection: Connection) -> None:
    found = _revision(connection)
    if found != REVISION:
        raise RecordVersionError(f"The record has the form {found or 'of nothing yet'}; this version of Corro reads {REVISION}.")


def _bring_up_to_date(connection: Connection) -> None:
    found = _revision(connection)
    if found == REVISION:
        return
    if found is not None and found > REVISION:
        raise RecordVersionError(f"The record has the form {found}; this version of Corro knows forms up to {REVISION}.")
    from corro.store.migrate import upgrade

    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")  # first: a disk that fills up later leaves our file ours
    upgrade(connection)
