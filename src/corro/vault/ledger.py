"""The vault's log: chained as the record's custody log is, each entry signed by the account that made it."""

import base64
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corro.model import CustodyAct, CustodyEntry, CustodyKind
from corro.model.custody import entry_of
from corro.values import EMPTY_CHAIN
from corro.vault.file import VaultFile, as_bytes
from corro.vault.sealing import open_for, seal_for, signature_of, signed_by

SEALED = "sealed:"
"""Mark of a detail that only custodians can read. What follows it is a sealed box in base64."""

_BATCH = 1_000
"""Entries read at a time, so that memory stays bounded. Source: own choice."""

_SIGNED = "log entry"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who logs.

    Attributes:
        name: The account.
        seed: The private half of its signing key.
    """

    name: str
    seed: bytes

    def __repr__(self) -> str:
        """Say who, and nothing of the key."""
        return f"Signer({self.name})"


class Ledger:
    """The log of one vault."""

    def __init__(self, file: VaultFile, public_key: bytes) -> None:
        """Work over the vault's file.

        Args:
            file: The file.
            public_key: For whom reasons are sealed: the public half of the custodians' key.
        """
        self._file, self._public_key = file, public_key

    def add(self, acts: Sequence[CustodyAct], signer: Signer | None = None) -> None:
        """Add acts, in order, each chained to what is before it and signed.

        Args:
            acts: What was done; nothing in them may be secret (see `words`).
            signer: The account that did it; None for what happens before anybody has signed in.
        """
        with self._file.transaction():
            number, before = self.head()
            for act in acts:
                entry = entry_of(act, number + 1, before)
                signature = signature_of(signer.seed, entry.digest.encode(), _SIGNED) if signer else b""
                self._file.do("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*_fields(entry), signature))
                number, before = entry.number, entry.digest

    def words(self, detail: str) -> str:
        """Return words as the log keeps them: sealed for the custodians, for a reason may name whom it is about."""
        if not detail:
            return ""
        # A box of its own, filled up, so that not even the length tells
        filled = json.dumps({"words": detail, "fill": " " * (-len(detail.encode()) % 256)}, ensure_ascii=False).encode()
        return SEALED + base64.b64encode(seal_for(self._public_key, filled, _SIGNED)).decode()

    def head(self) -> tuple[int, str]:
        """Return the number and the digest of the last entry; 0 and the empty chain before the first."""
        found = self._file.rows("SELECT number, digest FROM log ORDER BY number DESC LIMIT 1")
        return (int(found[0][0]), str(found[0][1])) if found else (0, EMPTY_CHAIN)

    def last_at(self) -> str:
        """Return when the last entry was made; empty before the first."""
        found = self._file.rows("SELECT at FROM log ORDER BY number DESC LIMIT 1")
        return str(found[0][0]) if found else ""

    def last_of(self, subject: str, kinds: Sequence[CustodyKind]) -> tuple[CustodyEntry, bytes] | None:
        """Return the last entry on a subject of one of these kinds, with its signature; None where there is none."""
        fields = "number, kind, subject, by, at, detail, digest, signature"
        rows = self._file.rows(f"SELECT {fields} FROM log WHERE subject = ? ORDER BY number DESC", (subject,))  # noqa: S608 - own words
        chosen = next((row for row in rows if row[1] in kinds), None)
        return (CustodyEntry(*chosen[:7]), as_bytes(chosen[7])) if chosen else None

    def entries(self) -> Iterator[CustodyEntry]:
        """Yield the log, oldest first; bytes that are no text come out as marks of replacement."""
        yield from (entry for entry, _ in self.signed())

    def signed(self) -> Iterator[tuple[CustodyEntry, bytes]]:
        """Yield the log with the signatures, oldest first."""
        after = -1
        while rows := self._file.rows(_ENTRIES, (after, _BATCH)):
            for row in rows:
                yield CustodyEntry(row[0], *(bytes(field).decode(errors="replace") for field in row[1:7])), bytes(row[7] or b"")
            after = rows[-1][0]


def said(detail: str, private_key: bytes) -> str:
    """Return a detail in words, for a custodian."""
    if not detail.startswith(SEALED):
        return detail
    opened = open_for(private_key, base64.b64decode(detail.removeprefix(SEALED)), _SIGNED)
    return str(json.loads(opened)["words"])


def is_signed(entry: CustodyEntry, signature: bytes, keys: Iterable[bytes]) -> bool:
    """Say whether an entry stands as one of these keys signed it."""
    return any(signed_by(key, entry.digest.encode(), signature, _SIGNED) for key in keys)


def _fields(entry: CustodyEntry) -> tuple[object, ...]:
    return (entry.number, entry.kind, entry.subject, entry.by, entry.at, entry.detail, entry.digest)


_ENTRIES = """
    SELECT number, CAST(kind AS BLOB), CAST(subject AS BLOB), CAST(by AS BLOB), CAST(at AS BLOB), CAST(detail AS BLOB),
        CAST(digest AS BLOB), CAST(signature AS BLOB)
    FROM log WHERE number > ? ORDER BY number LIMIT ?
"""
