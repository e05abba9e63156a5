"""Periods of the calendar with their TIMEX3 values: weeks, months, quarters, seasons, phases. Arithmetic only."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from corro.values import Granularity, Interval

UNIT_LETTERS = {
    "minute": ("T", "M", 1),
    "hour": ("T", "H", 1),
    "day": ("", "D", 1),
    "week": ("", "W", 1),
    "fortnight": ("", "W", 2),
    "weekend": ("", "WE", 1),
    "month": ("", "M", 1),
    "quarter": ("", "M", 3),
    "half": ("", "M", 6),
    "year": ("", "Y", 1),
    "decade": ("", "Y", 10),
    "century": ("", "Y", 100),
}
"""Where the letter of a length stands, the letter, and how many the unit makes. Source: ISO 8601-1:2019, 5.5.2; TIMEX3 for WE."""

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of the three of a season in the north. Source: meteorological seasons, World Meteorological Organization."""

_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class Period(NamedTuple):
    """Days of the calendar with their TIMEX3 value."""

    value: str
    interval: Interval


def day_period(day: date) -> Period:
    """Return the period of one day."""
    return Period(day.isoformat(), Interval.day(day))


def period_of(unit: str, day: date, step: int = 0) -> Period | None:
    """Return the period of a unit that holds a day, moved by so many units.

    Args:
        unit: `day`, `week`, `weekend`, `month`, `quarter`, `half`, `year` or `decade`.
        day: A day inside.
        step: -1 for the one before, 1 for the one after.

    Returns:
        The period, or None for a unit that the calendar does not fix or a year outside 1 to 9999.
    """
    try:
        return _period_of(unit, day, step)
    except (ValueError, OverflowError):
        return None


def _period_of(unit: str, day: date, step: int) -> Period | None:
    if unit == "day":
        return day_period(day + timedelta(days=step))
    if unit in ("week", "weekend"):
        return _week(day + timedelta(weeks=step), weekend=unit == "weekend")
    if unit == "decade":
        decade = day.year // 10 + step
        return Period(f"{decade}", Interval(date(decade * 10, 1, 1), date(decade * 10 + 9, 12, 31), Granularity.DECADE))
    if unit not in _MONTHS_IN:
        return None
    length = _MONTHS_IN[unit]
    number = (day.year * 12 + day.month - 1) // length + step
    return months_period(unit, number * length // 12, number * length % 12 + 1)


def _week(day: date, *, weekend: bool) -> Period:
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    first = monday + timedelta(days=5) if weekend else monday
    value = f"{year}-W{week:02d}" + ("-WE" if weekend else "")
    return Period(value, Interval(first, monday + timedelta(days=6), Granularity.WEEK))


def months_period(unit: str, year: int, first_month: int) -> Period:
    """Return the month, quarter, half or year that begins with a month."""
    length = _MONTHS_IN[unit]
    last_month = first_month + length - 1
    last = date(year, last_month, monthrange(year, last_month)[1])
    values = {
        "month": f"{year:04d}-{first_month:02d}",
        "quarter": f"{year:04d}-Q{(first_month - 1) // 3 + 1}",
        "half": f"{year:04d}-H{(first_month - 1) // 6 + 1}",
        "year": f"{year:04d}",
    }
    granularity = {"month": Granularity.MONTH, "quarter": Granularity.QUARTER, "year": Granularity.YEAR}.get(unit, Granularity.SPAN)
    return Period(values[unit], Interval(date(year, first_month, 1), last, granularity))


def season_period(season: str, year: int) -> Period:
    """Return a season (SP, SU, FA, WI); winter begins in December of its year."""
    first = date(year, _SEASON_MONTH[season], 1)
    last = period_of("month", first, 2)
    end = last.interval.last if last else None
    return Period(f"{year:04d}-{season}", Interval(first, end, Granularity.SEASON))


def phase_of(interval: Interval, phase: str) -> Interval:
    """Return the early, middle or late part of a month or of a longer period.

    Args:
        interval: The whole period, with both ends.
        phase: `EARLY`, `MID` or `LATE`.

    Source: docs/codebook.md, marking of times: days 1-10, 11-20, 21-end of a month; thirds of a year.
    """
    first, last = interval.first, interval.last
    if first is None or last is None:
        return interval
    if interval.granularity is Granularity.YEAR:
        starts = {"EARLY": (1, 4), "MID": (5, 8), "LATE": (9, 12)}[phase]
        return Interval(
            date(first.year, starts[0], 1), date(first.year, starts[1], monthrange(first.year, starts[1])[1]), Granularity.SPAN
        )
    third = 10 if interval.granularity is Granularity.MONTH else max(1, ((last - first).days + 1) // 3)
    begin = {"EARLY": first, "MID": first + timedelta(days=third), "LATE": first + timedelta(days=2 * third)}[phase]
    end = last if phase == "LATE" else min(last, begin + timedelta(days=third - 1))
    return Interval(begin, end, Granularity.PART_OF_MONTH)


def weekday_near(day: date, weekday: int, direction: int, *, same_day: bool = True) -> date:
    """Return the nearest day of a weekday before (direction -1) or after (1) a day.

    Args:
        day: Where to count from.
        weekday: 1 for Monday to 7 for Sunday.
        direction: -1 backward, 1 forward.
        same_day: Whether the day itself counts.
    """
    distance = (direction * (weekday - day.isoweekday())) % 7
    if distance == 0 and not same_day:
        distance = 7
    return day + timedelta(days=direction * distance)


def feast_day(name: str, year: int) -> date:
    """Return the day of a feast.

    Args:
        name: `MM-DD` for a fixed day, `thanksgiving` (the fourth Thursday of November), or `easter` with the days from it
            (`easter-2`).
        year: The year.

    Source: 5 U.S.C. 6103 for Thanksgiving; Easter by the Gregorian computus (Meeus, Astronomical Algorithms, 1991, chapter 8).
    """
    if name == "thanksgiving":
        return weekday_near(date(year, 11, 1), 4, 1) + timedelta(weeks=3)
    if name.startswith("easter"):
        return _easter(year) + timedelta(days=int(name.removeprefix("easter")))
    return date(year, *(int(part) for part in name.split("-")))


def _easter(year: int) -> date:
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    later = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * later + 114, 31)
    return date(year, month, day + 1)


def possible(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
