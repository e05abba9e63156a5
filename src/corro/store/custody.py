"""Keeps the custody log, and hands out what has to be looked over again (`corro.ports.Custody`)."""

import hashlib
import zlib
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, insert, select, text

from corro.model import CustodyAct, CustodyEntry
from corro.model.custody import entry_of
from corro.ports_archive import Piece
from corro.store import schema
from corro.values import EMPTY_CHAIN

_BATCH = 1_000
"""Entries read at a time, so that memory stays bounded. Source: own choice."""


class SqliteCustody:
    """The custody log of a record."""

    def __init__(self, connection: Connection) -> None:
        """Work over the record's connection."""
        self._connection = connection

    def log(self, acts: Sequence[CustodyAct]) -> None:
        """Add acts to the log, in order, each chained to what is before it."""
        number, digest = self.head()
        entries = []
        for act in acts:
            entries.append(entry_of(act, number + 1, digest))
            number, digest = entries[-1].number, entries[-1].digest
        if entries:
            self._connection.execute(insert(schema.custody), [_row(entry) for entry in entries])

    def head(self) -> tuple[int, str]:
        """Return the number and the digest of the last entry; 0 and the empty chain before the first."""
        columns = schema.custody.c
        last = self._connection.execute(select(columns.number, columns.digest).order_by(columns.number.desc()).limit(1)).first()
        return (int(last.number), str(last.digest)) if last else (0, EMPTY_CHAIN)

    def entries(self) -> Iterator[CustodyEntry]:
        """Yield the log, oldest first; bytes that are no text come out as marks of replacement."""
        after = -1
        while rows := self._connection.execute(text(_ENTRIES), {"after": after, "limit": _BATCH}).all():
            yield from (CustodyEntry(row[0], *(_word(field) for field in row[1:])) for row in rows)
            after = rows[-1][0]

    def pieces(self) -> Iterator[Piece]:
        """Yield each piece of evidence, looked over anew."""
        for sha256, media_type in self._connection.execute(text(_PIECES)).all():
            found = self._connection.execute(text(_PIECE), {"sha256": sha256, "media_type": media_type}).one()
            yield _piece(_word(sha256), _word(media_type), *found)

    def damage(self) -> tuple[str, ...]:
        """Return what the database itself finds wrong with the file."""
        found = self._connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        return () if list(found) == ["ok"] else tuple(map(str, found))


def _row(entry: CustodyEntry) -> dict[str, str | int]:
    return {name: getattr(entry, name) for name in schema.custody.c.keys()}  # noqa: SIM118 - a collection of columns is no mapping


def _word(field: bytes) -> str:
    return bytes(field).decode(errors="replace")


def _piece(sha256: str, media_type: str, size_bytes: int, packed_sha256: bytes, content: bytes) -> Piece:
    try:
        unpacked = zlib.decompress(content)
    except zlib.error:
        return Piece(sha256, media_type, size_bytes, None, whole=False)
    whole = hashlib.sha256(content).hexdigest() == _word(packed_sha256) and len(unpacked) == size_bytes
    return Piece(sha256, media_type, size_bytes, hashlib.sha256(unpacked).hexdigest(), whole=whole)


_ENTRIES = """
    SELECT number, CAST(kind AS BLOB), CAST(subject AS BLOB), CAST("by" AS BLOB), CAST(at AS BLOB), CAST(detail AS BLOB),
        CAST(digest AS BLOB)
    FROM custody WHERE number > :after ORDER BY number LIMIT :limit
"""
_PIECES = "SELECT CAST(sha256 AS BLOB), CAST(media_type AS BLOB) FROM evidence ORDER BY 1, 2"
_PIECE = """
    SELECT size_bytes, CAST(packed_sha256 AS BLOB), content FROM evidence
    WHERE CAST(sha256 AS BLOB) = :sha256 AND CAST(media_type AS BLOB) = :media_type
"""
