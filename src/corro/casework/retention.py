"""Until when a case or a person's entry is kept, and what has to be destroyed or looked at.

Source: ST/SGB/2024/1, Data protection and privacy policy, principle of retention: kept for the time that the purpose asks for; the
section sets the day, and nothing is destroyed without a person's word.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

NOTICE_DAYS = 30
"""How long before its day something is listed. Source: our own judgement: a month leaves time to hand a case over."""


@dataclass(frozen=True, slots=True)
class Retained:
    """Something that is kept until a day.

    Attributes:
        code: Which case or person.
        until: The day; None where nobody has set one, which is itself something to see to.
        hold: Why it must be kept longer (a court asks for it), or empty.
    """

    code: str
    until: date | None
    hold: str = ""


@dataclass(frozen=True, slots=True)
class RetentionDue:
    """Something that a custodian has to see to.

    Attributes:
        code: Which case or person.
        what: `overdue`, `soon`, `held` or `no day set`.
        until: The day, or None.
    """

    code: str
    what: str
    until: date | None


def due(retained: Iterable[Retained], today: date, notice_days: int = NOTICE_DAYS) -> tuple[RetentionDue, ...]:
    """Return what has to be destroyed, or decided on, earliest day first; what nobody set a day for comes last.

    Args:
        retained: What is kept.
        today: The present day.
        notice_days: How long before its day something is listed.
    """
    found = [RetentionDue(one.code, what, one.until) for one in retained if (what := _state(one, today, notice_days))]
    return tuple(sorted(found, key=lambda one: (one.until or date.max, one.code)))


def _state(one: Retained, today: date, notice_days: int) -> str:
    if one.until is None:
        return "no day set"
    if one.until > today + timedelta(days=notice_days):
        return ""
    if one.hold:
        return "held"
    return "overdue" if one.until <= today else "soon"
