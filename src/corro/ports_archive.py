"""What exchange asks of a store: all that a record holds, as lines, out and in again (a part of `corro.ports`)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from corro.model import CustodyEntry


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
