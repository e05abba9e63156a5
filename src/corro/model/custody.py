"""The custody log: who did what to evidence and judgements, and when; entries are chained and only ever added."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from corro.values import EMPTY_CHAIN, chained


class CustodyKind(StrEnum):
    """What was done. Source: OHCHR and UC Berkeley, Berkeley Protocol on Digital Open Source Investigations, 2022, custody."""

    CAPTURED = "captured"
    DECIDED = "decided"
    ENTERED = "entered"
    READ = "read"
    WRITTEN = "written"
    REMOVED = "removed"
    EXPORTED = "exported"
    REDACTED = "redacted"
    RELEASED = "released"
    IMPORTED = "imported"
    CONSENT = "consent"
    CLASSIFIED = "classified"
    KEY_MADE = "key_made"
    KEY_GRANTED = "key_granted"
    KEY_REVOKED = "key_revoked"
    KEY_ROTATED = "key_rotated"
    KEY_DESTROYED = "key_destroyed"
    DESTRUCTION_ASKED = "destruction_asked"
    DESTRUCTION_REFUSED = "destruction_refused"
    VAULT_MADE = "vault_made"
    ACCOUNT_CHANGED = "account_changed"
    FACTOR_CHANGED = "factor_changed"
    IDENTITY_SEALED = "identity_sealed"
    TOKEN_MADE = "token_made"  # noqa: S105 - no password
    TOKEN_REVOKED = "token_revoked"  # noqa: S105 - no password
    RECOVERED = "recovered"
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    CHECKPOINT_SIGNED = "checkpoint_signed"


@dataclass(frozen=True, slots=True)
class CustodyAct:
    """Something that was done and is to be logged.

    Attributes:
        kind: What was done.
        subject: To what: the SHA-256 of evidence, the id of a decision.
        by: Who did it.
        at: When, with its zone.
        detail: What else tells it apart; never words of a document.
    """

    kind: CustodyKind
    subject: str
    by: str
    at: datetime
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CustodyEntry:
    """An act as the log has it: in words, for somebody may have tampered with them.

    Attributes:
        number: Its place in the log, from 1 on.
        kind: What was done.
        subject: To what.
        by: Who did it.
        at: When.
        detail: What else tells it apart.
        digest: The digest of the entry and, through it, of all before.
    """

    number: int
    kind: str
    subject: str
    by: str
    at: str
    detail: str
    digest: str = ""

    def after(self, before: str) -> str:
        """Return the digest that the entry has if it stands as it was written, after one of that digest."""
        return chained(before, str(self.number), self.kind, self.subject, self.by, self.at, self.detail)


def entry_of(act: CustodyAct, number: int, before: str) -> CustodyEntry:
    """Return an act as it is logged in that place, after an entry of that digest (`EMPTY_CHAIN` for the first)."""
    entry = CustodyEntry(number, act.kind.value, act.subject, act.by, act.at.isoformat(), act.detail)
    return replace(entry, digest=entry.after(before))


@dataclass(frozen=True, slots=True)
class Break:
    """Something that is not as it was.

    Attributes:
        where: `file`, `evidence`, `log`, `decision`, `entered`, `checkpoint`, `vault`, `vault log` or `signature`.
        which: The digest, id or number that tells it apart.
        what: What is wrong, in one sentence.
    """

    where: str
    which: str
    what: str


def chain_breaks(entries: Iterable[CustodyEntry], where: str = "log") -> Iterator[Break]:
    """Yield the first break of a log's chain: what comes after it cannot be vouched for."""
    before = EMPTY_CHAIN
    for place, entry in enumerate(entries, 1):
        if entry.number != place:
            yield Break(where, str(place), f"Entry {place} is missing: the next one has the number {entry.number}.")
            return
        if entry.digest != entry.after(before):
            yield Break(where, str(place), f"Entry {place} is not as it was written, or one before it was changed or taken out.")
            return
        before = entry.digest


@dataclass(frozen=True, slots=True)
class Signature:
    """An account's signature under some bytes (Ed25519).

    Attributes:
        by: The account's name.
        key: Its public key, in hexadecimal digits.
        signature: The signature, in hexadecimal digits.
    """

    by: str
    key: str
    signature: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How far the logs had come at a moment; kept outside the record, it shows whether one was cut off since.

    Attributes:
        entries: How many entries the record's log had.
        digest: The digest of the last of them.
        at: When.
        vault_entries: How many entries the vault's log had; 0 where there was no vault.
        vault_digest: The digest of the last of them; empty where there was no vault.
        signature: Who vouches for it; none where nobody does.
    """

    entries: int
    digest: str
    at: datetime
    vault_entries: int = 0
    vault_digest: str = ""
    signature: Signature | None = None

    @property
    def seal(self) -> str:
        """A digest of the checkpoint itself, by which a slip in its file is found, and which is what is signed."""
        vault = (str(self.vault_entries), self.vault_digest) if self.vault_digest else ()
        return chained(EMPTY_CHAIN, str(self.entries), self.digest, self.at.isoformat(), *vault)
