"""Persons in the vault: who they are, what they consented to, what they risk; everything outside knows a random code only."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from corro.casework import (
    ConsentAct,
    ConsentKind,
    RiskLevel,
    RiskReview,
    Use,
    allowed,
    entered,
    is_due,
    next_review,
    touching,
)
from corro.errors import BadOptionError, KeyDestroyedError, NotAllowedError, NothingToOpenError, UnknownIdError
from corro.keyring import KeyKind, Keyring
from corro.model import CustodyAct, CustodyKind, Event

IDENTITY, CONSENT, RISK = "person", "consent", "risk"
"""Kinds of the vault's entries about a person."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose identity is kept in the vault.

    Attributes:
        code: Their random code.
        identity: What is known of who they are: `name`, `contact`, and whatever else was noted.
    """

    code: str
    identity: Mapping[str, str]


def new_person(keyring: Keyring, identity: Mapping[str, str]) -> str:
    """Put a person into the vault under a key of their own.

    Args:
        keyring: Of whoever notes it.
        identity: Who they are; `name` at least.

    Returns:
        Their code.

    Raises:
        BadOptionError: There is no name.
        NotAllowedError: The account may not.
    """
    if not identity.get("name", "").strip():
        raise BadOptionError("A person has a name, or what they are called.")
    with keyring.transaction():
        code = keyring.new_key(KeyKind.PERSON)
        keyring.put(code, IDENTITY, _json(dict(identity)))
    return code


def people(keyring: Keyring) -> tuple[str, ...]:
    """Return the codes of the persons that somebody may open; others are not even counted."""
    return tuple(key.id for key in keyring.keys(KeyKind.PERSON) if keyring.may_open(key.id))


def the_person(keyring: Keyring, code: str, why: str) -> Person:
    """Return who somebody is; that it was read, by whom and why, is in the vault's log first.

    Raises:
        NothingToOpenError: There is none that this account may open.
        BadOptionError: It is not said what for.
    """
    if not why.strip():
        raise BadOptionError("Say what for: each look at a person's identity is logged with its reason.")
    return Person(code, json.loads(keyring.get(_entry(keyring, code, IDENTITY), why)))


def grant_person(keyring: Keyring, code: str, account: str) -> None:
    """Let another account see who somebody is."""
    _entry(keyring, code, IDENTITY)
    keyring.grant(code, account)


def consents(keyring: Keyring, code: str, why: str = "consent asked for") -> tuple[ConsentAct, ...]:
    """Return a person's acts of consent, in the order of entry; an erasure is the last of them.

    Raises:
        NothingToOpenError: There is none that this account may open.
    """
    erased = _erased(keyring, code)
    if erased:
        return (ConsentAct(ConsentKind.ERASED, erased.date()),)
    return _acts(keyring, code, why)


def all_consents(keyring: Keyring, why: str) -> dict[str, tuple[ConsentAct, ...]]:
    """Return the consents of everybody that somebody may open, by code, as `corro.pipeline.exits` wants them."""
    return {code: consents(keyring, code, why) for code in people(keyring)}


def give_consent(keyring: Keyring, code: str, act: ConsentAct, today: date) -> frozenset[Use]:
    """Note what a person consents to from a day on; what they leave out is no longer given.

    Returns:
        What they allow now.

    Raises:
        NothingToOpenError: There is none that this account may open.
        BadOptionError: As `corro.casework.entered`.
    """
    return _noted(keyring, code, act, today)


def withdraw_consent(keyring: Keyring, code: str, uses: frozenset[Use], on: date, today: date) -> frozenset[Use]:
    """Note what a person takes back.

    Returns:
        What they still allow.

    Raises:
        NothingToOpenError: There is none that this account may open.
        BadOptionError: None of it is given any more.
    """
    return _noted(keyring, code, ConsentAct(ConsentKind.WITHDRAWN, on, uses, by=keyring.user.name), today)


def erase_person(keyring: Keyring, code: str, why: str) -> None:
    """Destroy a person's entry: their key, and with it everything about them; the log keeps that, when and by whom.

    Raises:
        NothingToOpenError: There is none that this account may open.
        BadOptionError: No reason is given.
        SecondCustodianError: A second custodian has to agree.
    """
    if not why.strip():
        raise BadOptionError("Say why the person's entry is destroyed, without naming them.")
    _entry(keyring, code, IDENTITY)
    keyring.destroy(code, why)


def look_at_risk(keyring: Keyring, code: str, review: RiskReview) -> RiskReview:
    """Note how great a person's risk was found.

    Raises:
        NothingToOpenError: There is none that this account may open.
        BadOptionError: The next look lies before this one.
    """
    if review.next_on <= review.on:
        raise BadOptionError("The next look at a risk lies after this one.")
    kept = [*reviews(keyring, code, "risk looked at"), review]
    _put(keyring, code, RISK, [_review_row(one) for one in kept])
    return review


def a_review(level: RiskLevel, on: date, by: str, next_on: date | None = None) -> RiskReview:
    """Return a look at a risk, to be looked at again on the day named, or that its level asks for."""
    return RiskReview(level, on, next_on or next_review(level, on), by)


def reviews(keyring: Keyring, code: str, why: str) -> tuple[RiskReview, ...]:
    """Return how a person's risk was found, oldest first."""
    return tuple(_review_of(row) for row in _rows(keyring, code, RISK, why))


@dataclass(frozen=True, slots=True)
class RiskAlert:
    """A person whose risk has to be looked at.

    Attributes:
        code: Who.
        due_on: The day on which it was to be looked at; None where nobody ever looked.
        events: Slugs of events that may touch them, since the last look.
        due: Whether the day has come.
    """

    code: str
    due_on: date | None
    events: tuple[str, ...]
    due: bool


def risk_alerts(keyring: Keyring, events: Sequence[Event], today: date) -> tuple[RiskAlert, ...]:
    """Return the persons whose risk is due, or who may be touched by an event since the last look, by code.

    Args:
        keyring: Of whoever asks.
        events: Events of the record.
        today: The present day.
    """
    alerts = []
    for code in people(keyring):
        looked = reviews(keyring, code, "risk alerts")
        last = looked[-1] if looked else None
        touched = touching(events, last.watched, last.on) if last else ()
        due = is_due(looked, today)
        if due or touched:
            alerts.append(RiskAlert(code, last.next_on if last else None, tuple(event.slug for event in touched), due))
    return tuple(alerts)


def _noted(keyring: Keyring, code: str, act: ConsentAct, today: date) -> frozenset[Use]:
    if _erased(keyring, code):
        raise NothingToOpenError(NO_SUCH_PERSON)
    with keyring.transaction():
        acts = entered(_acts(keyring, code, "consent noted"), act, today)
        _put(keyring, code, CONSENT, [_act_row(one) for one in acts])
        detail = f"{act.kind.value}: {', '.join(sorted(act.uses))}"
        keyring.log(
            [
                CustodyAct(
                    CustodyKind.CONSENT, code, keyring.user.name, datetime.combine(today, datetime.min.time()).astimezone(), detail
                )
            ]
        )
    return allowed(acts, today)


def _acts(keyring: Keyring, code: str, why: str) -> tuple[ConsentAct, ...]:
    return tuple(_act_of(row) for row in _rows(keyring, code, CONSENT, why))


NO_SUCH_PERSON = "There is no such person that you may open."
"""The same answer for no right, a wrong code, and somebody who was erased."""


def _entry(keyring: Keyring, code: str, kind: str) -> str:
    found = _entries(keyring, code, kind)
    if not found:
        raise NothingToOpenError(NO_SUCH_PERSON)
    return found[0]


def _entries(keyring: Keyring, code: str, kind: str) -> Sequence[str]:
    try:
        return keyring.entries(kind, code) if keyring.may_open(code) else ()
    except (NotAllowedError, KeyDestroyedError, UnknownIdError):
        return ()


def _erased(keyring: Keyring, code: str) -> datetime | None:
    """Return when a person was erased, to an account that could open their entry before."""
    return next((key.destroyed_at for key in keyring.keys(KeyKind.PERSON) if key.id == code), None)


def _rows(keyring: Keyring, code: str, kind: str, why: str) -> list[dict[str, Any]]:
    _entry(keyring, code, IDENTITY)
    found = _entries(keyring, code, kind)
    rows: list[dict[str, Any]] = json.loads(keyring.get(found[0], why)) if found else []
    return rows


def _put(keyring: Keyring, code: str, kind: str, rows: list[dict[str, Any]]) -> None:
    found = _entries(keyring, code, kind)
    keyring.put(code, kind, _json(rows), found[0] if found else None)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _act_row(act: ConsentAct) -> dict[str, Any]:
    uses = sorted(use.value for use in act.uses)
    return {"kind": act.kind.value, "on": act.on.isoformat(), "uses": uses, "language": act.language, "how": act.how, "by": act.by}


def _act_of(row: Mapping[str, Any]) -> ConsentAct:
    uses = frozenset(Use(use) for use in row["uses"])
    return ConsentAct(ConsentKind(row["kind"]), date.fromisoformat(row["on"]), uses, row["language"], row["how"], row["by"])


def _review_row(review: RiskReview) -> dict[str, Any]:
    days = {"on": review.on.isoformat(), "next_on": review.next_on.isoformat()}
    return {"level": review.level.value, **days, "by": review.by, "note": review.note, "watched": list(review.watched)}


def _review_of(row: Mapping[str, Any]) -> RiskReview:
    days = date.fromisoformat(row["on"]), date.fromisoformat(row["next_on"])
    return RiskReview(RiskLevel(row["level"]), *days, row["by"], row["note"], tuple(row["watched"]))
