"""What custody and exchange ask of a store: the log, evidence looked over anew, and a record whole (a part of `corro.ports`)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from corro.model import CustodyAct, CustodyEntry


class Archive(Protocol):
    """Hands out all that a record holds as lines of plain values, and puts history back into a new one."""

    def empty(self) -> bool:
        """Say whether nothing was ever taken into the record."""

    def lines(self, *, contents: bool = True) -> Iterator[dict[str, Any]]:
        """Yield all that the record holds, in an order that is always the same; evidence with its bytes if so wanted."""

    def counts(self) -> Mapping[str, int]:
        """Count the documents, claims, decisions and pieces of evidence."""

    def evidence_contents(self) -> Iterator[tuple[str, bytes]]:
        """Yield the SHA-256 and the bytes of each piece of evidence, each once."""

    def put_back(self, kind: str, lines: Sequence[Mapping[str, Any]]) -> None:
        """Put lines of history (runs, receipts, earlier forms of claims and events, moves) into a record that was empty."""

    def put_back_log(self, entries: Sequence[CustodyEntry]) -> str | None:
        """Put entries of another record's custody log at the end of this one's, or say which does not follow from the others."""

    def drop_moves_after(self, number: int) -> None:
        """Drop the moves noted after so many: what is only composed again has not moved."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence, looked over anew.

    Attributes:
        sha256: The digest under which it is kept.
        media_type: The type under which it is kept.
        size_bytes: The size that is noted.
        found_sha256: The digest of its bytes as they are now; None where they cannot be unpacked.
        whole: Whether it is kept as it was put away: size and packing too.
    """

    sha256: str
    media_type: str
    size_bytes: int
    found_sha256: str | None
    whole: bool


class Custody(Protocol):
    """Keeps the log of what was done to evidence and judgements, and hands out what has to be looked over again."""

    def log(self, acts: Sequence[CustodyAct]) -> None:
        """Add acts to the log, in order, each chained to what is before it."""

    def head(self) -> tuple[int, str]:
        """Return the number and the digest of the last entry; 0 and the empty chain before the first."""

    def entries(self) -> Iterator[CustodyEntry]:
        """Yield the log, oldest first; bytes that are no text come out as marks of replacement."""

    def pieces(self) -> Iterator[Piece]:
        """Yield each piece of evidence, looked over anew."""

    def damage(self) -> tuple[str, ...]:
        """Return what the database itself finds wrong with the file."""
