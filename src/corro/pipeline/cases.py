"""Restricted cases: each a whole record of its own, in memory while it is open, sealed in the vault while it is not.

Whoever may not open a case gets the same answer as somebody who asks for one that never was.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from corro.casework import Classification, ClassificationAct, Retained, RetentionDue, due, standing_level
from corro.errors import BadOptionError, KeyDestroyedError, NotAllowedError, NothingToOpenError, RecordLockedError, UnknownIdError
from corro.keyring import KeyKind, Keyring
from corro.model.permission import Doing
from corro.model.user import User
from corro.pipeline.access import require
from corro.ports import Store

ABOUT = "case"
"""Kind of the vault's entry that says what a case is."""

CONTENT = "record"
"""Kind of the vault's entries that hold a case's record, in pieces."""

PIECE_BYTES = 4 * 1024 * 1024
"""Bytes of a piece; sealing one needs as much memory again. Source: our own judgement."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a restricted case, to those who may open it.

    Attributes:
        code: Its random code; all that anybody else could ever see.
        title: What it is called.
        opened_by: Who opened it.
        opened_at: When.
        until: The day until which it is kept; None where nobody has set one.
        hold: Why it must be kept longer, or empty.
        persons: Codes of persons tied to it, sorted.
        said: What was said of how confidential it is, oldest first.
        sealed: How often its record was sealed; two who write at once are told by it.
        guarded: Whether another person has to approve what leaves it (`corro.pipeline.approvals`).
    """

    code: str
    title: str
    opened_by: str
    opened_at: datetime
    until: date | None = None
    hold: str = ""
    persons: tuple[str, ...] = ()
    said: tuple[ClassificationAct, ...] = ()
    sealed: int = 0
    guarded: bool = False

    @property
    def level(self) -> Classification:
        """How confidential it is; strictly, until two persons say otherwise. Source: docs/codebook.md, R29."""
        return standing_level(self.said, Classification.STRICTLY_CONFIDENTIAL)


def new_case(keyring: Keyring, title: str, at: datetime, until: date | None = None) -> Case:
    """Open a restricted case under a key of its own.

    Args:
        keyring: Of whoever opens it.
        title: What it is called; sealed like everything else of it.
        at: When.
        until: The day until which it is kept.

    Returns:
        The case, with its code.

    Raises:
        BadOptionError: It has no title, or would be over before it began.
        NotAllowedError: The account may not open cases.
    """
    if not title.strip():
        raise BadOptionError("A case has a title: a few words by which those who may open it know it.")
    _check_until(until, at.date())
    with keyring.transaction():
        made = Case(keyring.new_key(KeyKind.CASE), title, keyring.user.name, at, until)
        keyring.put(made.code, ABOUT, _written(made))
    return made


def cases(keyring: Keyring, why: str = "list of cases") -> tuple[Case, ...]:
    """Return the cases that somebody may open, by code; others are not even counted."""
    codes = [key.id for key in keyring.keys(KeyKind.CASE) if keyring.may_open(key.id)]
    return tuple(the_case(keyring, code, why) for code in codes)


def the_case(keyring: Keyring, code: str, why: str) -> Case:
    """Return a case.

    Args:
        keyring: Of whoever asks.
        code: The case's code.
        why: What for; the vault's log keeps it.

    Raises:
        NothingToOpenError: There is none that this account may open.
    """
    return _read(keyring.get(_about(keyring, code), why), code)


def changed_case(keyring: Keyring, changed: Case) -> Case:
    """Keep what is now known of a case.

    Raises:
        NothingToOpenError: There is none that this account may open.
    """
    keyring.put(changed.code, ABOUT, _written(changed), _about(keyring, changed.code))
    return changed


def grant_case(keyring: Keyring, code: str, account: str) -> None:
    """Let another account open a case."""
    _about(keyring, code)
    keyring.grant(code, account)


def revoke_case(keyring: Keyring, code: str, account: str) -> None:
    """Let an account open a case no more; what it was sealed with is made anew."""
    _about(keyring, code)
    keyring.revoke(code, account)


def retain_case(keyring: Keyring, code: str, until: date | None, today: date, hold: str = "") -> Case:
    """Set the day until which a case is kept, or why it must be kept longer.

    Raises:
        BadOptionError: The day is over.
    """
    _check_until(until, today)
    known = the_case(keyring, code, "retention")
    return changed_case(keyring, replace(known, until=until or known.until, hold=hold))


def classify_case(keyring: Keyring, code: str, level: Classification, at: datetime, reason: str) -> Case:
    """Say how confidential a case is to be: raising holds at once, lowering once a second account has asked for it too.

    Raises:
        BadOptionError: No reason is given.
    """
    if not reason.strip():
        raise BadOptionError("Say why the classification is to change.")
    known = the_case(keyring, code, "classification")
    said = (*known.said, ClassificationAct(level, keyring.user.name, at, reason))
    return changed_case(keyring, replace(known, said=said))


def tie_person(keyring: Keyring, code: str, person: str) -> Case:
    """Note that a person is tied to a case, by their code."""
    known = the_case(keyring, code, "person tied to it")
    return changed_case(keyring, replace(known, persons=tuple(sorted({*known.persons, person}))))


def close_case(keyring: Keyring, code: str, why: str) -> None:
    """Destroy a case: its key, and with it everything that it holds; the log keeps that, when and by whom.

    Raises:
        BadOptionError: No reason is given, or the case is held (for a court).
        SecondCustodianError: A second custodian has to agree.
    """
    if not why.strip():
        raise BadOptionError("Say why the case is destroyed.")
    known = the_case(keyring, code, "closing")
    if known.hold:
        raise BadOptionError(f"The case is held: {known.hold}. Take the hold off before it is destroyed.")
    keyring.destroy(code, why)


def cases_due(keyring: Keyring, today: date) -> tuple[RetentionDue, ...]:
    """Return the cases whose day has come or is near, or that have none."""
    return due([Retained(case.code, case.until, case.hold) for case in cases(keyring, "retention")], today)


class CaseRecord:
    """The record of a restricted case, for whoever may open it (`corro.pipeline.opening.Sealed`)."""

    def __init__(self, keyring: Keyring, code: str, why: str) -> None:
        """Name a case.

        Args:
            keyring: Of whoever opens it.
            code: The case's code.
            why: What for; the vault's log keeps it.

        Raises:
            NothingToOpenError: There is none that this account may open.
        """
        _about(keyring, code)
        self.keyring, self.code, self._why = keyring, code, why

    def __str__(self) -> str:
        """Return the options that name it on the command line."""
        return f"--case {self.code} --user {self.user.name}"

    @property
    def user(self) -> User:
        """Who opened it."""
        return self.keyring.user

    def to_read(self) -> Store:
        """Open it to read.

        Raises:
            NotAllowedError: The account may not read.
        """
        require(self.user, Doing.READ, self.code)
        return _store(self._content(), None)

    def to_write(self) -> Store:
        """Open it to write; closing it seals it again, if anything was changed.

        Raises:
            NotAllowedError: The account may only read.
        """
        require(self.user, Doing.SUPPLY, self.code)
        before = the_case(self.keyring, self.code, self._why).sealed
        return _store(self._content(), lambda content: self._seal(content, before))

    def _content(self) -> bytes | None:
        pieces = self.keyring.get_all(self.code, CONTENT, self._why)
        return b"".join(pieces) or None

    def _seal(self, content: bytes, before: int) -> None:
        pieces = [content[start : start + PIECE_BYTES] for start in range(0, len(content), PIECE_BYTES)]
        with self.keyring.transaction():
            known = the_case(self.keyring, self.code, self._why)
            if known.sealed != before:
                raise RecordLockedError("Somebody else changed this case meanwhile; what you did to it was not kept.")
            self.keyring.replace_all(self.code, CONTENT, pieces)
            changed_case(self.keyring, replace(known, sealed=before + 1))


def _store(content: bytes | None, keep: Any) -> Store:
    from corro.store import SqliteStore

    _leave_no_core()
    return SqliteStore.from_content(content, keep)


def _leave_no_core() -> None:
    """See to it that the system writes no image of this process's memory where it crashes. Source: POSIX, RLIMIT_CORE."""
    try:
        import resource
    except ImportError:  # a system that writes none
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _about(keyring: Keyring, code: str) -> str:
    """Return the entry that says what a case is; the same answer for no right, a wrong code, and a case that was destroyed."""
    try:
        found: Sequence[str] = keyring.entries(ABOUT, code) if keyring.may_open(code) else ()
    except (NotAllowedError, KeyDestroyedError, UnknownIdError):
        found = ()
    if not found:
        raise NothingToOpenError("There is no such case that you may open.")
    return found[0]


def _check_until(until: date | None, today: date) -> None:
    if until and until <= today:
        raise BadOptionError(f"{until.isoformat()} is over: name a day to come until which it is kept.")


def _written(case: Case) -> bytes:
    return json.dumps(asdict(case), default=_plain, ensure_ascii=False).encode()


def _plain(value: date) -> str:
    return value.isoformat()


def _read(content: bytes, code: str) -> Case:
    told = json.loads(content)
    said = tuple(
        ClassificationAct(Classification(act["level"]), act["by"], datetime.fromisoformat(act["at"]), act["reason"])
        for act in told["said"]
    )
    until = date.fromisoformat(told["until"]) if told["until"] else None
    opened_at = datetime.fromisoformat(told["opened_at"])
    kept = {"code": code, "until": until, "opened_at": opened_at, "said": said, "persons": tuple(told["persons"])}
    return Case(**{**told, **kept})
