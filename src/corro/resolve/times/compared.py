"""Periods that a report compares: the quarter told before, and the same a year ago (`up from 12 a year earlier`)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from corro.resolve.times import deictic, relative
from corro.resolve.times.absolute import NO_PUBLICATION, from_period
from corro.resolve.times.calendar_periods import Period, months_period, period_of
from corro.resolve.times.grammar import Found
from corro.resolve.times.length import length_of
from corro.resolve.times.mention import PUBLICATION, TimeMention, TimeType
from corro.resolve.times.periods import COMPARED
from corro.resolve.times.scene import Scene

_COMPARISON_SENTENCES = 2
"""A year ago is compared with a quarter told no more sentences before. Source: chosen on gold/when/timebank, 2026-11."""

_TIMES_BACK = 60
"""How many times back a quarter is looked for: keeps the cost linear. Source: gold/when/timebank scores the same without it."""

_MONTHS_A_QUARTER = 3


def ago(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `a year ago`: where a quarter was told just before, the same one of the year before; else from the publication."""
    yield from _year_before(found, scene) or deictic.ago(found, scene)


def shift(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `a year earlier` as `ago` does; any other shift counts from the text."""
    compared = [] if not found.has("EARLIER") else _year_before(found, scene)
    yield from compared or relative.shift(found, scene)


def _year_before(found: Found, scene: Scene) -> list[TimeMention]:
    length = length_of(found)
    if length is None or length.unit != "year" or length.number != 1:
        return []
    told = _quarter_told(found, scene, _COMPARISON_SENTENCES)
    period = _moved_years(told, -1)
    return [_from_told(found, scene, period, told)] if told and period else []


def the_quarter(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the quarter`: the last one told, else the last one ended."""
    unit = found.one("UNIT")
    if unit is not None and unit.value == "quarter" and not unit.text.endswith("s") and not found.followed_by("OF"):
        yield from _told_or_ended(found, scene)


def told_quarter(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the latest quarter`, `the 2021 quarter`, `the 2021 period`, `last year's quarter`."""
    unit, year_word = found.all("UNIT", "PERIOD")[-1], found.one("YEAR")
    if unit.name == "UNIT" and unit.value != "quarter":
        return
    if year_word is None and found.has("LATEST"):
        if unit.name == "UNIT" or _quarter_told(found, scene):
            yield from _told_or_ended(found, scene)
        return
    if year_word is None and scene.published is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
        return
    base = scene.published.year if scene.published else 0
    yield from _in_year(found, scene, year_word.number if year_word else base + deictic.step_of(found))


def year_ago_period(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the year-ago quarter`, `the year-earlier third quarter`, `year-earlier`."""
    told, ordinal = _quarter_told(found, scene), found.one("ORD")
    base = told.interval.first.year if told and told.interval and told.interval.first else None
    base = base or (scene.published.year if scene.published else None)
    if base is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
    elif ordinal is not None and ordinal.number * _MONTHS_A_QUARTER <= 12:
        first_month = (ordinal.number - 1) * _MONTHS_A_QUARTER + 1
        yield from_period(found, scene, months_period("quarter", base - 1, first_month), PUBLICATION)
    else:
        yield from _in_year(found, scene, base - 1)


def _in_year(found: Found, scene: Scene, year: int) -> Iterator[TimeMention]:
    told = _quarter_told(found, scene)
    first = told.interval.first if told and told.interval else None
    period = _moved_years(told, year - first.year) if first else None
    if told is not None and period is not None:
        yield _from_told(found, scene, period, told)
    else:
        yield from_period(found, scene, months_period("year", year, 1), "" if found.has("YEAR") else PUBLICATION)


def _told_or_ended(found: Found, scene: Scene) -> Iterator[TimeMention]:
    told = _quarter_told(found, scene)
    period = _moved_years(told, 0)
    if told is not None and period is not None:
        yield _from_told(found, scene, period, told)
    elif scene.published is not None:
        ended = period_of("quarter", scene.published, -1)
        mention = from_period(found, scene, ended, PUBLICATION) if ended else None
        if mention is not None and mention.interval is not None:
            yield replace(mention, interval=replace(mention.interval, approximate=True))
    else:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)


def _quarter_told(found: Found, scene: Scene, sentences: int | None = None) -> TimeMention | None:
    """Return the last quarter that the text before a match tells of, within so many sentences or anywhere."""
    start = found.words[0].start
    for mention in islice(scene.before(start), _TIMES_BACK):
        if sentences is not None and scene.sentence(start) - scene.sentence(mention.span.start) > sentences:
            return None
        if mention.value[4:6] == "-Q" and mention.rule not in COMPARED and _ended(mention, scene.published):
            return mention
    return None


def _ended(mention: TimeMention, published: date | None) -> bool:
    last = mention.interval.last if mention.interval else None
    return published is None or last is None or last < published


def _moved_years(told: TimeMention | None, years: int) -> Period | None:
    first = told.interval.first if told and told.interval else None
    return months_period("quarter", first.year + years, first.month) if isinstance(first, date) else None


def _from_told(found: Found, scene: Scene, period: Period, told: TimeMention) -> TimeMention:
    return replace(from_period(found, scene, period, told.text), anchor_span=told.span)
