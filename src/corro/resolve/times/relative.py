"""Times that count from another time in the text: two days earlier, le lendemain, the previous quarter, the same year."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice

from corro.resolve.times import clock as time_clock
from corro.resolve.times import periods
from corro.resolve.times.absolute import from_period
from corro.resolve.times.calendar_periods import Period, day_period, period_of, possible, season_period, weekday_near
from corro.resolve.times.deictic import counted_from, many, reach, step_of
from corro.resolve.times.deictic import unit as deictic_unit
from corro.resolve.times.grammar import Found
from corro.resolve.times.length import Length, length_of, plain_length, vague_value
from corro.resolve.times.mention import PUBLICATION, TimeMention, TimeType
from corro.resolve.times.scene import Scene
from corro.values import Duration, Granularity, Interval, Language, Span

_NO_ANCHOR = "nothing in the text says from when it counts"
_EVENT_ANCHOR = "counted from something that the text does not date here"
_LOOK_AHEAD = 40
"""Characters within which the time stands that `after` and `before` count from. Source: chosen on gold/when/sahel-dev, 2026-11."""

_PREPOSITIONS = frozenset({"after", "before", "après", "avant"})
_OBJECT_STOPS = frozenset({"COMMA", "STOP", "BREAK", "DOT", "AND"})
_BULLETINS = frozenset(["journal", "télévisé", "jt", "bulletin", "édition", "infos", "informations"])
"""Words for a news programme that is named by its hour. Source: own list, 2026-11."""

_CLOCK_VALUE = re.compile(r"T(\d\d):(\d\d)")


def shift(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `two days earlier`, `neuf mois plus tard`, `two days after 27 January`."""
    length, anchor = length_of(found), _anchor_of_shift(found, scene)
    if length is None:
        return
    direction = -1 if found.has("EARLIER") else 1
    if anchor is None and _counts_from_what_follows(found):
        yield _open_shift(found, scene, length, _EVENT_ANCHOR)
    elif anchor is None and direction < 0 and scene.published is not None and length.number is not None:
        period = counted_from(Interval.day(scene.published), length.unit, -length.number)
        yield _shifted(found, scene, length, period, PUBLICATION)
    elif anchor is None or length.number is None:
        yield _open_shift(found, scene, length, _NO_ANCHOR)
    else:
        yield _from_anchor(found, scene, length, direction, anchor)


def vague_shift(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `months later`, `days before the vote`: a length without a number, which fixes no day."""
    unit = found.one("UNIT")
    if unit is not None and many(unit, scene):
        value = vague_value(str(unit.value))
        yield _open_shift(found, scene, Length(None, str(unit.value), value, "", None), "no number is given")


def _counts_from_what_follows(found: Found) -> bool:
    """Whether `after` or `before` has an object: `two days after the attack`."""
    return found.words[-1].text in _PREPOSITIONS and bool(found.after) and found.after[0].name not in _OBJECT_STOPS


def _anchor_of_shift(found: Found, scene: Scene) -> TimeMention | None:
    if not _counts_from_what_follows(found):
        return scene.earlier(found)
    return scene.later(found, _LOOK_AHEAD) or scene.later_in_clause(found)


def _open_shift(found: Found, scene: Scene, length: Length, reason: str) -> TimeMention:
    mention = scene.open(found, TimeType.DURATION, reason)
    return replace(mention, value=length.value, modifier=length.modifier, duration=length.duration)


def _from_anchor(found: Found, scene: Scene, length: Length, direction: int, anchor: TimeMention) -> TimeMention:
    hours = _hours_moved(anchor, length, direction)
    if hours is not None:
        at = f"{hours:%Y-%m-%dT%H:%M}"
        interval = Interval(hours.date(), hours.date(), Granularity.HOUR)
        mention = _anchored(found, scene, Period(at, interval), anchor)
        return replace(mention, type=TimeType.TIME, modifier=length.modifier)
    start = anchor.interval
    period = counted_from(start, length.unit, direction * (length.number or 0)) if start else None
    return replace(_shifted(found, scene, length, period, anchor.text), anchor_span=anchor.span)


def _hours_moved(anchor: TimeMention, length: Length, direction: int) -> datetime | None:
    clock = _CLOCK_VALUE.search(anchor.value)
    if clock is None or length.unit not in ("hour", "minute") or anchor.day is None or length.number is None:
        return None
    minutes = length.number * (60 if length.unit == "hour" else 1)
    base = datetime.fromisoformat(f"{anchor.value[:10]}T{clock.group(1)}:{clock.group(2)}")
    return base + direction * timedelta(minutes=minutes)


def _shifted(found: Found, scene: Scene, length: Length, period: Period | None, anchor: str) -> TimeMention:
    if period is None:
        return _open_shift(found, scene, length, "no calendar reaches so far")
    return replace(from_period(found, scene, period, anchor), modifier=length.modifier)


def _anchored(found: Found, scene: Scene, period: Period, anchor: TimeMention) -> TimeMention:
    return replace(from_period(found, scene, period, anchor.text), anchor_span=anchor.span)


def to_the_day(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `a year to the day after the raid of 3 October 2021`."""
    length, anchor = length_of(found), scene.later(found, 2 * _LOOK_AHEAD) or scene.earlier(found)
    if length is None or length.number is None or length.duration is None:
        return
    if anchor is None or anchor.day is None:
        yield scene.open(found, TimeType.DATE, _NO_ANCHOR)
        return
    before = any(word.name == "EARLIER" for word in found.after[:1])
    moved = reach(anchor.day, length.duration, -1 if before else 1)
    day = (moved.first if before else moved.last) if moved else None
    if day is not None:
        yield _anchored(found, scene, day_period(day), anchor)


def next_day(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the day after`, `le lendemain`, `la veille`; of something dated in the same words, or after the last time told."""
    word = found.one("NEXT_DAY")
    amount = word.number if word else -1
    follows = found.followed_by("OF") or (found.words[-1].text.startswith("day ") and _has_object(found))
    anchor = scene.later(found, _LOOK_AHEAD) if follows else scene.earlier(found)
    if anchor is None and found.has("ONE"):
        yield _open_shift(found, scene, Length(1, "day", "P1D", "", Duration(days=1)), _EVENT_ANCHOR if follows else _NO_ANCHOR)
    elif anchor is None and found.has("EVE") and scene.options.language is Language.ENGLISH:
        return  # `on the eve of the campaign` is no time by itself
    elif anchor is None:
        yield scene.open(found, TimeType.DATE, _EVENT_ANCHOR if follows else _NO_ANCHOR)
    elif anchor.interval is None or anchor.interval.days is None or anchor.interval.days > 2:
        yield scene.open(found, TimeType.DATE, f"counted from {anchor.text!r}, which is longer than a day")
    else:
        day = anchor.interval.last if amount > 0 else anchor.interval.first
        if day is not None:
            yield _anchored(found, scene, day_period(day + timedelta(days=amount)), anchor)


def _has_object(found: Found) -> bool:
    return bool(found.after) and found.after[0].name not in _OBJECT_STOPS


def text_part(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the next morning`, `that night`, `le lendemain matin`."""
    part, anchor = found.one("PART"), scene.earlier(found)
    if part is None:
        return
    if anchor is None or anchor.interval is None or anchor.interval.last is None or anchor.interval.first is None:
        yield scene.open(found, TimeType.TIME, _NO_ANCHOR)
        return
    following = found.has("NEXT", "FOLLOWING", "NEXT_DAY")
    night = anchor.value.endswith("TNI")
    day = (
        anchor.interval.last
        if following and night
        else anchor.interval.last + timedelta(days=1)
        if following
        else anchor.interval.first
    )
    closing = day + timedelta(days=1) if part.value == "NI" else day
    interval = Interval(day, closing, Granularity.PART_OF_DAY)
    mention = _anchored(found, scene, Period(f"{day.isoformat()}T{part.value}", interval), anchor)
    yield replace(mention, type=TimeType.TIME)


def text_unit(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the following day`, `the previous quarter`, `l'année suivante`."""
    anchor = scene.earlier(found)
    if found.has("NEXT") and (_coming(found) or (anchor is None and scene.future(found))):
        yield from deictic_unit(found, scene)
        return
    if anchor is None or anchor.interval is None or anchor.interval.first is None or anchor.interval.last is None:
        yield scene.open(found, TimeType.DATE, _NO_ANCHOR)
        return
    step = step_of(found)
    period = _unit_from(found, anchor.range or anchor.interval, step)
    if period is not None:
        yield _anchored(found, scene, period, _beginning(anchor, scene) if step < 0 else anchor)


def _beginning(anchor: TimeMention, scene: Scene) -> TimeMention:
    """Return the time that begins the period of which an anchor is the end: what lies before it counts from there."""
    if anchor.range is None:
        return anchor
    return next((told for told in islice(scene.before(anchor.span.start), 1) if told.range == anchor.range), anchor)


def _coming(found: Found) -> bool:
    """Whether a unit counts from now whatever the text told before (`the coming weeks`)."""
    word = found.one("NEXT")
    return word is not None and word.text in ("coming", "upcoming")


def _unit_from(found: Found, start: Interval, step: int) -> Period | None:
    weekday, month, season, unit = found.one("WEEKDAY"), found.one("MONTH"), found.one("SEASON"), found.one("UNIT")
    day = start.last if step > 0 else start.first
    if day is None:
        return None
    if weekday is not None:
        return day_period(weekday_near(day, weekday.number, step or 1, same_day=False))
    if month is not None:
        year = day.year + (month.number <= day.month if step > 0 else -(month.number >= day.month))
        return period_of("month", day.replace(year=year, month=month.number, day=1))
    if season is not None:
        return season_period(str(season.value), day.year + (step > 0))
    if unit is None or (unit.value == "day" and (start.days or 9) > 2):
        return None
    return period_of(str(unit.value), day, step)


def same(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the same year`, `ce jour-là`, `that month`."""
    unit, anchor = found.one("UNIT"), scene.earlier(found)
    if found.has("PART"):
        yield from text_part(found, scene)
        return
    if unit is None or str(unit.value) in ("minute", "hour"):
        return
    start = anchor.interval if anchor else None
    if anchor is None or start is None or start.first is None:
        yield scene.open(found, TimeType.DATE, _NO_ANCHOR)
        return
    period = period_of(str(unit.value), start.first)
    if period is None or not period.interval.holds(start):
        yield scene.open(found, TimeType.DATE, f"counted from {anchor.text!r}, which is longer than that")
        return
    yield _anchored(found, scene, period, anchor)


def same_period(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the same period last year`: the last period told, a year earlier."""
    anchor = scene.earlier(found)
    unit = found.one("UNIT")
    start = (anchor.range or anchor.interval) if anchor else None
    if anchor is None or start is None or unit is None or unit.value != "year":
        yield scene.open(found, TimeType.DATE, _NO_ANCHOR)
        return
    moved = Interval(_year_before(start.first), _year_before(start.last), start.granularity)
    value = f"{int(anchor.value[:4]) - 1}{anchor.value[4:]}" if anchor.range is None and anchor.value[:4].isdigit() else ""
    yield _anchored(found, scene, Period(value, moved), anchor)


def _year_before(day: date | None) -> date | None:
    if day is None:
        return None
    return possible(day.year - 1, day.month, day.day) or possible(day.year - 1, day.month, 28)


def nth(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the third day of the siege`: counted from the day beside it on which the thing began."""
    ordinal, unit = found.one("ORD"), found.one("UNIT")
    if unit is not None and unit.value in ("quarter", "half"):
        yield from periods.quarter(found, scene)
        return
    if ordinal is None or unit is None or unit.value != "day":
        return
    anchor = scene.earlier(found) or scene.later(found, 4 * _LOOK_AHEAD)
    if anchor is None or anchor.day is None:
        yield scene.open(found, TimeType.DATE, _EVENT_ANCHOR)
        return
    mention = _anchored(found, scene, day_period(anchor.day + timedelta(days=ordinal.number - 1)), anchor)
    yield _bare_in_french(found, scene, mention)


def _bare_in_french(found: Found, scene: Scene, mention: TimeMention) -> TimeMention:
    if scene.options.language is not Language.FRENCH or found.words[0].name != "ART":
        return mention
    span = Span(found.words[1].start, mention.span.end)
    return replace(mention, span=span, text=span.of(scene.text))


def length(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read a length; after `within` it covers the days that follow the last time told.

    In French the hour of a news programme reads like a length (`le journal de 20 heures`).
    """
    if _names_bulletin(found):
        for moment in time_clock.clock(found, scene):
            yield replace(moment, rule="bulletin_hour")
        return
    for mention in plain_length(found, scene):
        anchor = scene.earlier(found) if _within(found) else None
        duration: Duration | None = mention.duration
        if anchor is not None and anchor.day is not None and duration is not None:
            days = reach(anchor.day, duration, 1)
            yield replace(mention, interval=days, anchor=anchor.text, anchor_span=anchor.span)
        else:
            yield mention


def _names_bulletin(found: Found) -> bool:
    unit, before = found.one("UNIT"), [word.text for word in found.before]
    hour = unit is not None and unit.value == "hour" and found.words[0].name == "DAY" and len(found.words) == 2
    return hour and before[-1:] in (["de"], ["des"]) and not _BULLETINS.isdisjoint(before[-4:-1])


def _within(found: Found) -> bool:
    before = [word.text for word in found.before[-2:]]
    return found.preceded_by("WITHIN", "HENCE") or before == ["dans", "les"]
