"""Weekdays named beside a date, and whether they fit it."""

import re
from datetime import date

from corro.model import Document
from corro.values import Interval, Span, fold

_DAYS = {
    "monday": 0, "lundi": 0, "tuesday": 1, "mardi": 1, "wednesday": 2, "mercredi": 2, "thursday": 3, "jeudi": 3, "friday": 4,
    "vendredi": 4, "saturday": 5, "samedi": 5, "sunday": 6, "dimanche": 6,
}  # fmt: skip
_WEEKDAY = re.compile(r"\b(" + "|".join(_DAYS) + r")\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\b([1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?\b")

LEAD_CHARACTERS = 14
"""Characters before a date in which its weekday stands ("Wednesday, the 30").

Source: the longest such lead of English and French.
"""


def weekday_beside(document: Document, span: Span) -> int | None:
    """Return the weekday (Monday 0) that a text names with a date that it also gives by number, or None."""
    text = document.text[max(0, span.start - LEAD_CHARACTERS) : span.end]
    named, numbered = _WEEKDAY.search(text), _NUMBERED.search(text)
    return _DAYS[fold(named.group(1))] if named and numbered else None


def clash(document: Document, span: Span, interval: Interval | None) -> date | None:
    """Return the day whose weekday is not the one that the text names with it, or None where there is no clash."""
    if interval is None or interval.first is None or interval.first != interval.last:
        return None
    named = weekday_beside(document, span)
    return interval.first if named is not None and interval.first.weekday() != named else None
