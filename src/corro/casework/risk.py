"""Whose risk is to be looked at again, and who may be touched by something that happened (R28)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from corro.model.event import Event
from corro.values import fold


class RiskLevel(StrEnum):
    """How great a risk was found. Source: OHCHR, Manual on Human Rights Monitoring (2011), chapter 14, risk assessment."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    EXTREME = "extreme"


REVIEW_DAYS = {RiskLevel.LOW: 180, RiskLevel.MEDIUM: 90, RiskLevel.HIGH: 30, RiskLevel.EXTREME: 7}
"""After how many days a risk is looked at again, where nobody sets a day. Source: our own judgement; the Manual asks for
"regular" assessment and names no figure; 7, 30 and 90 days are those of the check-ins of R32."""

ALERTING = frozenset({"V1", "V4", "V5", "V6", "V8", "V9", "H1", "H3", "H4", "O6", "O7"})
"""Types of event that may touch a person who spoke: threat, arrest, abduction, reprisal, expulsion, prosecution, interference.
Source: docs/codebook.md, R28 (threat, arrest, order to leave, statute) and R30 (kinds of reprisal)."""


@dataclass(frozen=True, slots=True)
class RiskReview:
    """One look at a person's risk.

    Attributes:
        level: What was found.
        on: When.
        next_on: When it is to be looked at again.
        by: Who looked.
        note: What was found, in words; kept with the person.
        watched: Names of persons, places and organisations tied to the person.
    """

    level: RiskLevel
    on: date
    next_on: date
    by: str
    note: str = ""
    watched: tuple[str, ...] = ()


def next_review(level: RiskLevel, on: date) -> date:
    """Return the day on which a risk of that level is to be looked at again."""
    return on + timedelta(days=REVIEW_DAYS[level])


def is_due(reviews: Sequence[RiskReview], today: date) -> bool:
    """Say whether a person's risk is to be looked at: the last review's day has come, or nobody ever looked."""
    return not reviews or reviews[-1].next_on <= today


def touching(events: Iterable[Event], watched: Iterable[str], since: date) -> tuple[Event, ...]:
    """Return events that may touch somebody, by the names tied to them.

    Args:
        events: Events of the record.
        watched: Names of persons, places and organisations tied to the person.
        since: Events that ended before this day are left out; undated ones are not.

    Returns:
        Those of an alerting type in which one of the names is told, whole words, accents and case aside; in the order given.
    """
    names = [f" {fold(name)} " for name in watched if fold(name).strip()]
    recent = (event for event in events if event.type in ALERTING and _since(event, since))
    return tuple(event for event in recent if any(name in _words(event) for name in names))


def _since(event: Event, day: date) -> bool:
    last = event.interval.last if event.interval else None
    return last is None or last >= day


def _words(event: Event) -> str:
    told = [held.printed for value in event.values for held in value.held]
    where = [event.place.name, event.place.admin2 or "", event.place.admin1 or ""] if event.place else []
    return f" {fold(' '.join([event.title, *told, *where]))} "
