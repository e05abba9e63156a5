"""Days of the year in words whose year stayed open: “14 July” still fits a 14 July."""

import re

from corro.values import Interval, fold

_MONTHS = {
    "january": 1, "janvier": 1, "february": 2, "fevrier": 2, "march": 3, "mars": 3, "april": 4, "avril": 4, "may": 5, "mai": 5,
    "june": 6, "juin": 6, "july": 7, "juillet": 7, "august": 8, "aout": 8, "september": 9, "septembre": 9, "october": 10,
    "octobre": 10, "november": 11, "novembre": 11, "december": 12, "decembre": 12,
}  # fmt: skip
_MONTH = re.compile(r"\b(?:(\d{1,2})(?:er|st|nd|rd|th)? )?(" + "|".join(_MONTHS) + r")\b(?: (\d{1,2})\b)?")

YearDay = tuple[int, int]
"""Month and day; day 0 for the whole month."""

LONGEST_MONTHS = 2
"""Months that a span may touch and still be known by its days of the year. Source: chosen on samples/mali, 2026-11."""


def year_day(words: str) -> YearDay | None:
    """Return month and day that words name, or None.

    Args:
        words: Words of a date, such as `27 janvier`, `July 14` or `mid-September`.

    Returns:
        The month with its day, or with 0 where the words name none.
    """
    found = _MONTH.search(fold(words))
    if found is None:
        return None
    return _MONTHS[found.group(2)], int(found.group(1) or found.group(3) or 0)


def fits(day: YearDay, interval: Interval) -> bool:
    """Say whether an interval of known year holds a day of the year."""
    if interval.first is None or interval.last is None or (interval.days or 0) > 31 * LONGEST_MONTHS:
        return False
    month, number = day
    low, high = (interval.first.month, interval.first.day), (interval.last.month, interval.last.day)
    if number == 0:
        return month in (low[0], high[0])
    return low <= (month, number) <= high
