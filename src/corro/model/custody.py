"""The custody log: who did what to evidence and judgements, and when; entries are chained and only ever added."""

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
class Checkpoint:
    """How far a log had come at a moment; kept outside the record, it shows whether the log was cut off since.

    Attributes:
        entries: How many entries the log had.
        digest: The digest of the last of them.
        at: When.
    """

    entries: int
    digest: str
    at: datetime

    @property
    def seal(self) -> str:
        """A digest of the checkpoint itself, by which a slip in its file is found."""
        return chained(EMPTY_CHAIN, str(self.entries), self.digest, self.at.isoformat())
