"""What single cells say: whole numbers, points and days, or nothing; no cell is guessed at."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from corro.values import Bound, Count, Granularity, Interval

_NUMBER = re.compile(r"\d{1,9}(?:\.0+)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+")
_BOUNDED = re.compile(
    r"(?P<mark>≥|>=|>|≤|<=|<|~|about|env\.?|environ|at least|au moins)?\s*"
    r"(?P<first>\d{1,9})(?:\s*[-–]\s*(?P<last>\d{1,9})|(?P<plus>\+))?"
)
_MARKS = {
    "≥": Bound.AT_LEAST, ">=": Bound.AT_LEAST, "at least": Bound.AT_LEAST, "au moins": Bound.AT_LEAST,
    ">": Bound.MORE_THAN, "<": Bound.LESS_THAN, "≤": Bound.AT_MOST, "<=": Bound.AT_MOST,
    "~": Bound.APPROXIMATE, "about": Bound.APPROXIMATE, "env": Bound.APPROXIMATE, "env.": Bound.APPROXIMATE,
    "environ": Bound.APPROXIMATE,
}  # fmt: skip
_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%d-%b-%Y", "%d.%m.%Y", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S")
"""Ways of writing a day that can be read in one way only; 02/03/2022 can not, and stays open.

Source: ISO 8601:2004; ACLED codebook (2023), event_date; day-month-year with dots: DIN 1355-1.
"""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier", "février fevrier", "mars", "avril", "mai", "juin", "juillet", "août aout", "septembre", "octobre",
            "novembre", "décembre decembre",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dates:
    """When, as cells say it.

    Attributes:
        interval: The days; None where no cell says them so that they can be read.
        rule: How they were read.
        doubt: Code of an issue, where cells hold something that is no date, or do not fit each other.
    """

    interval: Interval | None = None
    rule: str = ""
    doubt: str = ""


def whole_number(cell: str) -> int | None:
    """Return the whole number that a cell holds, or None."""
    if _THOUSANDS.fullmatch(cell):
        return int(re.sub(r"\D", "", cell))
    return int(cell.split(".", maxsplit=1)[0]) if _NUMBER.fullmatch(cell) else None


def counted(cell: str) -> Count | None:
    """Return the figure that a cell holds, with its bound (`12`, `≥ 12`, `about 12`, `10-15`, `12+`), or None."""
    exact = whole_number(cell)
    if exact is not None:
        return Count.exactly(exact)
    found = _BOUNDED.fullmatch(cell.strip().lower())
    if not found:
        return None
    first = int(found["first"])
    if found["last"]:
        last = int(found["last"])
        return Count(first, last, Bound.RANGE) if first <= last and not found["mark"] else None
    bound = Bound.AT_LEAST if found["plus"] else _MARKS.get(found["mark"] or "", Bound.EXACT)
    return Count(first, first, bound)


def point_of(latitude: str, longitude: str) -> tuple[float, float] | None:
    """Return a point on earth in degrees, or None."""
    try:
        north, east = float(latitude.replace(",", ".")), float(longitude.replace(",", "."))
    except ValueError:
        return None
    return (north, east) if abs(north) <= 90 and abs(east) <= 180 else None


@lru_cache(maxsize=65536)
def day_of(cell: str) -> date | None:
    """Return the day that a cell holds, or None; what could be two days is none."""
    try:
        return date.fromisoformat(cell[:10]) if len(cell) == 10 or cell[10:11] in ("T", " ") else _written_day(cell)
    except ValueError:
        return _written_day(cell)


def _written_day(cell: str) -> date | None:
    for form in _FORMS:
        try:
            return datetime.strptime(cell, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    words = cell.lower().split()
    if len(words) == 3 and words[1] in _MONTHS and words[0].rstrip("er").isdecimal() and words[2].isdecimal():
        try:
            return date(int(words[2]), _MONTHS[words[1]], int(words[0].rstrip("er")))
        except ValueError:
            return None
    return None


def dates_of(first: str, last: str, precision: str) -> Dates:
    """Return when something was, by the cells of a row.

    Args:
        first: The cell of the first day, or of the only one; a month (`2022-03`) or a year too.
        last: The cell of the last day, or empty.
        precision: One of `corro.exchange.maps.DATE_PRECISIONS`, or empty where nothing says.

    Returns:
        The days within which it lies, as fine as the row says and no finer.
    """
    if not first:
        return Dates(doubt="bad_date" if last else "")
    begun = day_of(first)
    if begun is None:
        whole = _whole(first) if not last else None
        return Dates(whole, "as written") if whole else Dates(doubt="bad_date")
    ended = day_of(last) if last else begun
    if ended is None or ended < begun:
        return Dates(doubt="bad_date")
    return Dates(*_spread(begun, ended, precision))


def _whole(cell: str) -> Interval | None:
    """Return a whole month or year."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", cell)
    if not found or int(found[1]) == 0:
        return None
    if found[2] is None:
        return Interval.year(int(found[1]))
    return Interval.month(int(found[1]), int(found[2])) if 1 <= int(found[2]) <= 12 else None


def _spread(begun: date, ended: date, precision: str) -> tuple[Interval, str]:
    """Return the days that two cells stand for, by how fine the row says that they are.

    Source: UCDP GED codebook 23.1 (2023), date_prec: the two days are the ends. ACLED codebook (2023), time_precision: one day
    stands for the week that it is the middle of, or for its month.
    """
    if precision == "around_week":
        return Interval(begun - _HALF_WEEK, begun + _HALF_WEEK, Granularity.WEEK, approximate=True), "week around the day"
    if precision == "within_month":
        last = monthrange(begun.year, begun.month)[1]
        return Interval(begun.replace(day=1), begun.replace(day=last), Granularity.MONTH, approximate=True), "month of the day"
    if begun == ended:
        rough = precision not in ("", "day")
        return Interval(begun, ended, Granularity.DAY, approximate=rough), "as written"
    return Interval(begun, ended, _GRANULARITIES.get(precision, Granularity.SPAN)), "as written"


_HALF_WEEK = timedelta(days=3)
_GRANULARITIES = {"week": Granularity.WEEK, "month": Granularity.MONTH, "year": Granularity.YEAR}
