"""Reads publication dates: those of metadata, of datelines and of mail headers. What cannot be a date stays none, with a reason."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from corro.values import Interval, fold

_MONTHS = {
    1: ("january", "jan", "janvier", "janv"),
    2: ("february", "feb", "febr", "fevrier", "fev", "fevr"),
    3: ("march", "mar", "mars"),
    4: ("april", "apr", "avril", "avr"),
    5: ("may", "mai"),
    6: ("june", "jun", "juin"),
    7: ("july", "jul", "juillet", "juil"),
    8: ("august", "aug", "aout"),
    9: ("september", "sept", "sep", "septembre"),
    10: ("october", "oct", "octobre"),
    11: ("november", "nov", "novembre"),
    12: ("december", "dec", "decembre"),
}
"""Folded names and abbreviations, English and French. Source: Unicode CLDR 44, calendars/gregorian of en and fr; AP Stylebook
(2022), months."""

_MONTH_BY_NAME = {name: month for month, names in _MONTHS.items() for name in names}

_ACCENTS = str.maketrans({"e": "[eé]", "u": "[uû]"})
_LONGEST_FIRST = sorted(_MONTH_BY_NAME, key=lambda name: (-len(name), name))
MONTH = rf"(?:{'|'.join(_LONGEST_FIRST).translate(_ACCENTS)})\b\.?"
"""A month's name, to be put into patterns that ignore case."""

DAY_AND_MONTH = (
    rf"(?:(?:le\s+)?\d{{1,2}}(?:er|st|nd|rd|th)?\s+{MONTH}(?:,?\s+\d{{4}})?|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?)"
)
"""A day with its month in words, with or without the year, English or French; to be put into patterns that ignore case."""

_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?P<month>{MONTH})(?:,?\s+(?P<year>\d{{4}}))?(?!\d)", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}}))?(?!\d)", re.IGNORECASE
)
_MONTH_ONLY = re.compile(rf"(?P<month>{MONTH})\s+(?P<year>\d{{4}})", re.IGNORECASE)
_NUMERIC = re.compile(r"(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<year>\d{4})")
_ISO_DAY = re.compile(r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})")
_ISO_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})")
_YEAR = re.compile(r"\d{4}")

_REACH = timedelta(days=31)
"""How far the year of a dateline is looked for from a date that is known. Source: our own judgement; wire copy comes out within
days of its dateline, and a month leaves room for a batch that is given one date."""


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as it was read.

    Attributes:
        interval: The date, or None.
        problem: Why there is none (`impossible`, `ambiguous`, `no_year`, `not_understood`), or empty.
    """

    interval: Interval | None = None
    problem: str = ""


def read_date(text: str) -> ReadDate:
    """Read a date as metadata give it.

    Args:
        text: ISO 8601 (a moment, a day, a month, a year), RFC 5322, or a day in words, English or French.

    Returns:
        The date with the precision that was given, or the problem; `05/02/2023` is ambiguous, as two conventions read it apart.
    """
    given = text.strip()
    moment = _moment(given)
    if moment is not None:
        return ReadDate(moment)
    for read in (_iso, _numeric, _in_words, _mail_date):
        found = read(given)
        if found is not None:
            return found
    return ReadDate(problem="not_understood")


def date_in_dateline(text: str, near: date | None) -> ReadDate:
    """Read the date of a dateline, whose year may be missing.

    Args:
        text: The dateline.
        near: A date not far from it (of capture, or as given for the batch), from which a missing year is taken; or None.

    Returns:
        The date; `no_year` where the year is missing and nothing within reach gives it.
    """
    match = _DAY_FIRST.search(text) or _MONTH_FIRST.search(text)
    if match is None:
        return ReadDate()
    if match["year"]:
        return _of(int(match["year"]), _month(match["month"]), int(match["day"]))
    return _without_year(_month(match["month"]), int(match["day"]), near)


def has_date(text: str) -> bool:
    """Say whether a day with its month stands in a text."""
    return bool(_DAY_FIRST.search(text) or _MONTH_FIRST.search(text))


def _without_year(month: int, day: int, near: date | None) -> ReadDate:
    if near is None:
        return ReadDate(problem="no_year")
    readings = (_of(near.year + shift, month, day).interval for shift in (-1, 0, 1))
    days = [reading.first for reading in readings if reading and reading.first]
    if not days:
        return ReadDate(problem="impossible")
    nearest = min(days, key=lambda day: abs(day - near))
    return ReadDate(Interval.day(nearest)) if abs(nearest - near) <= _REACH else ReadDate(problem="no_year")


def _moment(text: str) -> Interval | None:
    """Read a moment with its zone; without one only its day is certain."""
    if len(text) <= len("2023-02-05"):
        return None
    try:
        at = datetime.fromisoformat(text)
        return Interval.moment(at) if at.tzinfo else Interval.day(at.date())
    except (ValueError, OverflowError):
        return None


def _iso(text: str) -> ReadDate | None:
    if match := _ISO_DAY.match(text):
        return _of(int(match["year"]), int(match["month"]), int(match["day"]))
    if match := _ISO_MONTH.fullmatch(text):
        year, month = int(match["year"]), int(match["month"])
        possible = 1 <= month <= len(_MONTHS) and year > 0
        return ReadDate(Interval.month(year, month)) if possible else ReadDate(problem="impossible")
    if _YEAR.fullmatch(text):
        return ReadDate(Interval.year(int(text))) if int(text) > 0 else ReadDate(problem="impossible")
    return None


def _numeric(text: str) -> ReadDate | None:
    match = _NUMERIC.match(text)
    if match is None:
        return None
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    readings = {_of(year, month, day).interval for day, month in ((first, second), (second, first))} - {None}
    if len(readings) > 1:
        return ReadDate(problem="ambiguous")
    return ReadDate(readings.pop()) if readings else ReadDate(problem="impossible")


def _in_words(text: str) -> ReadDate | None:
    match = _DAY_FIRST.search(text) or _MONTH_FIRST.search(text)
    if match is not None and not _looks_like_mail(text):
        if not match["year"]:
            return ReadDate(problem="no_year")
        return _of(int(match["year"]), _month(match["month"]), int(match["day"]))
    if match := _MONTH_ONLY.fullmatch(text):
        year = int(match["year"])
        return ReadDate(Interval.month(year, _month(match["month"]))) if year > 0 else ReadDate(problem="impossible")
    return None


def _looks_like_mail(text: str) -> bool:
    return bool(re.search(r"\d:\d\d(?::\d\d)?\s+[+-]\d{4}|GMT|UTC", text))


def _mail_date(text: str) -> ReadDate | None:
    try:
        at = parsedate_to_datetime(text)
        return ReadDate(Interval.moment(at) if at.tzinfo else Interval.day(at.date()))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _of(year: int, month: int, day: int) -> ReadDate:
    if not (year > 0 and 1 <= month <= len(_MONTHS) and 1 <= day <= monthrange(year, month)[1]):
        return ReadDate(problem="impossible")
    return ReadDate(Interval.day(date(year, month, day)))


def _month(name: str) -> int:
    return _MONTH_BY_NAME[fold(name)]
