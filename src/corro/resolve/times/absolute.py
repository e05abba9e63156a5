"""Calendar dates: days, nights, months, feasts; a missing year comes from the publication and the tense of the clause."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from corro.resolve.times.calendar_periods import (
    Period,
    day_period,
    feast_day,
    months_period,
    period_of,
    phase_of,
    possible,
    weekday_near,
)
from corro.resolve.times.grammar import Found
from corro.resolve.times.mention import PUBLICATION, TimeMention, TimeType
from corro.resolve.times.scene import Scene
from corro.resolve.times.tense import Tense
from corro.resolve.times.tokens import Word
from corro.values import Granularity, Interval, Language, Span

PHASE_MODIFIERS = {"EARLY": "START", "MID": "MID", "LATE": "END"}
"""TIMEX3 modifiers of the phases. Source: TIMEX3, attribute `mod`."""

NO_PUBLICATION = "no publication date to count from"
_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEAR = 365
_JUST_PASSED_DAYS = 3
"""A date that passed no longer before the publication is that one in any tense: a deadline that has just run out."""

_NEAR_FUTURE_DAYS = {Tense.PAST: 14, Tense.UNTOLD: 45, Tense.UNTIL: 182, Tense.SINCE: 0}
"""A date without a year this soon after the publication is that one. Source: chosen on the three gold files for times, 2026-11."""


def phase_words(found: Found) -> str:
    """Return EARLY, MID or LATE where the match has such a word, else the empty string."""
    phase = found.one("EARLY", "MID", "LATE")
    return phase.name if phase else ""


def from_period(found: Found, scene: Scene, period: Period, anchor: str = "") -> TimeMention:
    """Return a date that is a period of the calendar, or the phase of it that the words name."""
    phase = phase_words(found)
    interval = phase_of(period.interval, phase) if phase else period.interval
    span = scene.span(found)
    modifier = PHASE_MODIFIERS.get(phase, "")
    return TimeMention(
        span, span.of(scene.text), TimeType.DATE, period.value, interval, anchor, rule=found.rule.id, modifier=modifier
    )


def iso(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `2022-03-27`."""
    year, month, day = (word.number for word in found.words if word.name in ("YEAR", "DAY", "NUM"))
    yield dated(found, scene, (year, month, day))


def figures(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `27/03/2022`: day first in French; in English only where no other reading is possible."""
    first, second, year = (word.number for word in found.words if word.name in ("YEAR", "DAY", "NUM", "BIG"))
    if found.has("TDOT") and not found.has("YEAR"):
        return
    day_first, month_first = possible(_full_year(year), second, first), possible(_full_year(year), first, second)
    if day_first and month_first and day_first != month_first and scene.options.language is Language.ENGLISH:
        reason = f"day or month first: {day_first} or {month_first}"
        yield scene.open(found, TimeType.DATE, reason)
        return
    readings = (day_first, None) if scene.options.language is Language.FRENCH else (day_first, month_first)
    day = next((reading for reading in readings if reading), None)
    yield dated(found, scene, (day.year, day.month, day.day)) if day else _impossible(found, scene)


def _full_year(year: int) -> int:
    return year if year > 99 else 2000 + year


def day_month(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `27 March`, `Friday, 15 April 2022`, `late March`, `mars 2022`."""
    month, day, year = found.one("MONTH"), found.one("DAY", "ORD"), found.one("YEAR")
    if month is None or _no_month(found, scene, month):
        return
    if found.has("BIG"):
        yield _impossible(found, scene)
    elif day is None:
        yield _month(found, scene, month.number, year)
    else:
        yield _day(found, scene, day.number, month.number, year)


def _no_month(found: Found, scene: Scene, month: Word) -> bool:
    """Whether a bare English `May` or `March` is a verb or part of a name."""
    if len(found.words) > 1 or scene.options.language is not Language.ENGLISH:
        return False
    after = found.after[0] if found.after else None
    before = found.before[-1] if found.before else None
    verb = before is None or before.name in ("STOP", "DOT", "BREAK")
    if month.text in _SHORT_AND_BARE and (before is None or before.name not in _BEFORE_MONTH):
        return after is None or after.text != "."
    if month.text not in ("may", "march", "april", "june", "august"):
        return False
    if month.text == "march" and after is not None and after.name in ("OF", "FOR") and not found.preceded_by(*_BEFORE_MONTH):
        return True
    named = before is not None and before.name == "OTHER" and scene.text[before.start].isupper() and before.end + 1 == month.start
    return named or (verb and month.text in ("may", "march") and after is not None and after.name in ("OTHER", "THIS", "ART"))


_SHORT_AND_BARE = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])
_BEFORE_MONTH = frozenset({"IN", "SINCE", "BY", "FROM", "OF", "EARLY", "MID", "LATE", "BETWEEN"})
"""A short month alone is a month after one of these; else it may be a name (`Jan Kavan`)."""


def _month(found: Found, scene: Scene, month: int, year: Word | None) -> TimeMention:
    if year is not None:
        return from_period(found, scene, months_period("month", year.number, month))
    if scene.published is None:
        return scene.open(found, TimeType.DATE, NO_PUBLICATION)
    this_year = date(scene.published.year, month, 1)
    chosen = nearest_year(this_year, scene.published.replace(day=1), scene.tense(found))
    return from_period(found, scene, months_period("month", chosen, month), PUBLICATION)


def _day(found: Found, scene: Scene, day: int, month: int, year: Word | None) -> TimeMention:
    if year is not None:
        return dated(found, scene, (year.number, month, day))
    if possible(2000, month, day) is None:
        return _impossible(found, scene)
    if scene.published is None:
        return scene.open(found, TimeType.DATE, NO_PUBLICATION)
    chosen = year_of(day, month, scene.published, scene.tense(found))
    return dated(found, scene, (chosen, month, day), PUBLICATION)


def year_of(day: int, month: int, published: date, tense: Tense) -> int:
    """Return the year of a date without one, as the clause looks back or ahead."""
    if possible(published.year, month, day) is None:  # 29 February
        return next((year for year in range(published.year, published.year - 9, -1) if possible(year, month, day)), published.year)
    return nearest_year(date(published.year, month, day), published, tense)


def nearest_year(this_year: date, published: date, tense: Tense) -> int:
    """Return the year of a date that is given as it falls in the year of publication.

    Args:
        this_year: That date.
        published: The day of publication.
        tense: Where the clause looks: ahead takes the next such date, back the last one; one that is due shortly is
            always meant, and where no verb tells, one due within a season.
    """
    ahead = (this_year - published).days
    if tense is Tense.FUTURE:
        return this_year.year + (ahead < -_JUST_PASSED_DAYS)
    near = _NEAR_FUTURE_DAYS[tense]
    if ahead < near - _YEAR:
        return this_year.year + 1
    return this_year.year - (ahead > near)


def dated(found: Found, scene: Scene, year_month_day: tuple[int, int, int], anchor: str = "") -> TimeMention:
    """Return the mention of one day; a weekday that does not fit is told, and the date wins."""
    reading = possible(*year_month_day)
    if reading is None:
        return _impossible(found, scene)
    mention = from_period(found, scene, day_period(reading), anchor)
    weekday = found.one("WEEKDAY")
    return replace(mention, clash=clash(reading, weekday.number)) if weekday and weekday.number != reading.isoweekday() else mention


def clash(day: date, weekday: int) -> str:
    """Return both readings of a weekday and a date that do not fit."""
    name, real = _WEEKDAY_NAMES[weekday - 1], _WEEKDAY_NAMES[day.isoweekday() - 1]
    before, after = weekday_near(day, weekday, -1), weekday_near(day, weekday, 1)
    nearest = before if (day - before) <= (after - day) else after
    return f"{day.isoformat()} was a {real}; the nearest {name} was {nearest.isoformat()}"


def too_far(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the year 20222`, which no calendar of reports has."""
    if found.words[-2].text.casefold() in _YEAR_NOUNS:
        yield _impossible(found, scene)


_YEAR_NOUNS = frozenset({"year", "an", "année"})


def _impossible(found: Found, scene: Scene) -> TimeMention:
    shown = scene.span(found).of(scene.text)
    return replace(scene.open(found, TimeType.DATE, "no calendar has this date"), impossible=shown, anchor="")


def days(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `27 and 31 March`, `du 27 au 31 mars 2022`, `March 27-31`: one mention a day, with the range where it is one."""
    numbers, month, year = found.all("DAY"), found.one("MONTH"), found.one("YEAR")
    if month is None or (year is None and scene.published is None):
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
        return
    published, last = scene.published, numbers[-1].number
    chosen = year.number if year else year_of(min(last, 28), month.number, published, scene.tense(found)) if published else 0
    readings = [possible(chosen, month.number, word.number) for word in numbers]
    whole = _range_of_days(found, readings)
    for number, reading in zip(numbers, readings, strict=True):
        yield _one_of_days(found, scene, number, reading, whole)


def _range_of_days(found: Found, readings: list[date | None]) -> Interval | None:
    between = found.preceded_by("BETWEEN", "FROM") or found.has("TO", "DASH", "TDASH")
    first, last = readings[0], readings[-1]
    return Interval(first, last, Granularity.SPAN) if between and first and last and first <= last else None


def _one_of_days(found: Found, scene: Scene, number: Word, reading: date | None, whole: Interval | None) -> TimeMention:
    month, year = found.one("MONTH"), found.one("YEAR")
    at_end = number is found.all("DAY")[-1]
    last = found.words[-1] if found.words[-1].name != "DOT" else found.words[-2]
    month_first = month is not None and month.start < found.all("DAY")[0].start
    if month_first and number is found.all("DAY")[0] and month is not None:
        span = Span(month.start, number.end)
    else:
        span = Span(number.start, last.end if at_end else number.end)
    anchor = "" if year and at_end else Span(found.words[0].start, last.end).of(scene.text) if year else PUBLICATION
    if reading is None:
        return TimeMention(
            span,
            span.of(scene.text),
            TimeType.DATE,
            rule=found.rule.id,
            reason="no calendar has this date",
            impossible=span.of(scene.text),
        )
    return TimeMention(
        span,
        span.of(scene.text),
        TimeType.DATE,
        reading.isoformat(),
        Interval.day(reading),
        anchor,
        rule=found.rule.id,
        range=whole,
    )


def weekday(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read a bare weekday: the last one up to the publication, or the next where the clause looks ahead."""
    word = found.one("WEEKDAY")
    if word is None:
        return
    if scene.published is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
        return
    ahead = scene.tense(found) in (Tense.FUTURE, Tense.UNTIL)
    day = weekday_near(scene.published, word.number, 1 if ahead else -1)
    yield from_period(found, scene, day_period(day), PUBLICATION)


def holiday(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read a feast with a fixed date."""
    word, year_word = found.one("HOLIDAY"), found.one("YEAR")
    if word is None:
        return
    if year_word is None and scene.published is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
        return
    published, name = scene.published or date.min, str(word.value)
    feast = feast_day(name, year_word.number if year_word else published.year)
    if not year_word:
        feast = feast_day(name, nearest_year(feast, published, scene.tense(found)))
    yield dated(found, scene, (feast.year, feast.month, feast.day), "" if year_word else PUBLICATION)


def week_of(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the week of 6 March`, `la semaine du 6 mars 2023`: the week that holds the day."""
    unit, at = found.one("UNIT"), next(number for number, word in enumerate(found.words) if word.name in ("DAY", "MONTH"))
    told = next(day_month(replace(found, first=found.first + at, words=found.words[at:]), scene), None)
    if unit is None or unit.value != "week" or told is None:
        yield from [told] if told else []
        return
    period = period_of("week", told.day) if told.day else None
    yield from_period(found, scene, period, told.anchor) if period else told


def night(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the night of 18 to 19 June`, `la nuit de samedi à dimanche`: the value is the first day's, the days are both."""
    part = found.one("PART")
    evening = _night_begins(found, scene)
    span = scene.span(found)
    if part is None:
        return
    if evening is None:
        yield scene.open(found, TimeType.TIME, NO_PUBLICATION)
        return
    interval = Interval(evening, evening + timedelta(days=1), Granularity.PART_OF_DAY)
    anchor = "" if found.has("YEAR") else PUBLICATION
    yield TimeMention(
        span, span.of(scene.text), TimeType.TIME, f"{evening.isoformat()}T{part.value}", interval, anchor, rule=found.rule.id
    )


def _night_begins(found: Found, scene: Scene) -> date | None:
    numbers, months, weekdays, year_word = found.all("DAY"), found.all("MONTH"), found.all("WEEKDAY"), found.one("YEAR")
    if year_word is None and scene.published is None:
        return None
    published = scene.published or date.min
    if weekdays:
        return weekday_near(published, weekdays[0].number, 1 if scene.future(found) else -1)
    last = months[-1].number
    chosen = year_word.number if year_word else year_of(min(numbers[-1].number, 28), last, published, scene.tense(found))
    morning = possible(chosen, last, numbers[-1].number)
    return morning - timedelta(days=1) if morning else None
