"""Hours and parts of the day: with a date in their own words, or with the date that stands beside them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from corro.resolve.times import absolute
from corro.resolve.times.calendar_periods import weekday_near
from corro.resolve.times.grammar import Found
from corro.resolve.times.mention import PUBLICATION, TimeMention, TimeType
from corro.resolve.times.scene import Scene
from corro.resolve.times.tokens import Word
from corro.values import Granularity, Interval

_MORNING_ENDS = 12
"""An hour before noon that follows a night belongs to the day after it."""

_FOUR = 4
_AFTER_NOON = frozenset({"AF", "EV"})
"""Parts of the day in which a small hour is one after noon (`8 heures du soir`); `night` leaves it as it is told."""

_NO_DAY = "no day stands beside this hour"


class Clock(NamedTuple):
    """Hour, minute, and minutes ahead of UTC where the text names a zone."""

    hour: int
    minute: int
    zone: int | None


class Day(NamedTuple):
    """The day of an hour, what it counts from, and whether the hour's own words hold it."""

    day: date
    anchor: str
    mention: TimeMention | None = None


def clock(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `21:00 GMT`, `5.45 a.m. on 21 May 2022`, `16 mai à 14 h 30`."""
    told = _clock(found)
    if told is None:
        return
    beside = _own_day(found, scene) or _day_beside(found, scene, told)
    yield _moment(found, scene, told, beside) if beside else _without_day(found, scene, told)


def clock_four(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `0600 GMT`, `1330 TU on 3 May`: four figures before a zone are an hour and minutes."""
    digits, zone = found.words[0], found.one("ZONE")
    if zone is None or digits.end - digits.start != _FOUR:
        return
    hour, minute = divmod(digits.number, 100)
    if hour > 23 or minute > 59:
        return
    told = Clock(hour, minute, zone.number)
    beside = _own_day(found, scene) or _day_beside(found, scene, told)
    yield _moment(found, scene, told, beside) if beside else _without_day(found, scene, told)


def _without_day(found: Found, scene: Scene, told: Clock) -> TimeMention:
    hour = f"{told.hour:02d}:{told.minute:02d}{_zone_mark(told.zone)}"
    return replace(scene.open(found, TimeType.TIME, _NO_DAY), hour=hour)


def _clock(found: Found) -> Clock | None:
    numbers = _clock_numbers(found)
    mark, part_word = found.one("AMPM"), found.one("PART")
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if mark is not None and (hour > 12 or hour == 0):
        return None
    if mark is not None:
        hour = hour % 12 + (12 if mark.value == "pm" else 0)
    if part_word is not None and str(part_word.value) in _AFTER_NOON and 0 < hour < 12:
        hour += 12
    zone = found.one("ZONE")
    return Clock(hour, minute, zone.number if zone else None) if hour < 24 and minute < 60 else None


def _clock_numbers(found: Found) -> list[int]:
    """Return hour and minute: the numbers around the mark of the hour, not those of a date beside them."""
    marks = {"TCOLON", "TDOT", "AMPM", "OCLOCK", "HOUR_MARK", "UNIT"}
    at = next(
        (
            number
            for number, word in enumerate(found.words)
            if word.name in marks and number and found.words[number - 1].name in ("DAY", "NUM")
        ),
        None,
    )
    if at is None:
        return [word.number for word in found.all("DAY", "NUM")[:1]]
    numbers = [found.words[at - 1].number]
    after = found.words[at + 1] if at + 1 < len(found.words) else None
    if after is not None and after.name in ("DAY", "NUM") and found.words[at].name != "AMPM":
        numbers.append(after.number)
    return numbers


def _own_day(found: Found, scene: Scene) -> Day | None:
    """Return the day in the same words."""
    if found.has("MONTH"):
        mention = _date_part(found, scene)
        return Day(mention.day, mention.anchor, mention) if mention and mention.day else None
    deictic, weekday = found.one("DEICTIC"), found.one("WEEKDAY")
    if scene.published is None:
        return None
    if deictic is not None:
        return Day(scene.published + timedelta(days=deictic.number), PUBLICATION)
    if weekday is not None:
        return Day(weekday_near(scene.published, weekday.number, 1 if scene.future(found) else -1), PUBLICATION)
    return Day(scene.published, PUBLICATION) if found.has("THIS", "TONIGHT") else None


def _date_part(found: Found, scene: Scene) -> TimeMention | None:
    month = next(number for number, word in enumerate(found.words) if word.name == "MONTH")
    first = last = month
    allowed = {"DAY", "SUFFIX", "OF", "WEEKDAY", "COMMA"}
    while first > 0 and found.words[first - 1].name in allowed:
        first -= 1
    if not any(word.name == "DAY" for word in found.words[first:month]):
        last = _month_first_end(found.words, month)
    while last + 1 < len(found.words) and found.words[last + 1].name in ("YEAR", "COMMA", "OF"):
        last += 1
    part = replace(found, first=found.first + first, words=found.words[first : last + 1])
    return next(absolute.day_month(part, scene), None)


def _month_first_end(words: tuple[Word, ...], month: int) -> int:
    last = month
    while last + 1 < len(words) and words[last + 1].name in ("DAY", "SUFFIX", "DOT"):
        last += 1
    return last


def _day_beside(found: Found, scene: Scene, told: Clock) -> Day | None:
    mention = scene.beside(found)
    if mention is None or mention.interval is None or mention.interval.first is None or mention.interval.last is None:
        return None
    first, last = mention.interval.first, mention.interval.last
    if (last - first).days > 1:
        return None
    evening = _is_night(mention)
    day = last if evening and told.hour < _MORNING_ENDS else first
    tonight = mention.anchor == PUBLICATION and first == scene.published and evening
    return Day(day, PUBLICATION if tonight else mention.text, mention)


def _is_night(mention: TimeMention) -> bool:
    return mention.value.endswith("TNI")


def _moment(found: Found, scene: Scene, told: Clock, beside: Day) -> TimeMention:
    span = scene.span(found)
    zone = told.zone if told.zone is not None else scene.options.zone_minutes
    granularity = Granularity.HOUR if told.minute == 0 else Granularity.MINUTE
    interval = Interval(beside.day, beside.day, granularity)
    reason = "" if zone is not None else "the text names no time zone"
    if zone is not None:
        at = datetime.combine(beside.day, time(told.hour, told.minute), timezone(timedelta(minutes=zone)))
        interval = Interval.moment(at.astimezone(UTC), granularity)
    value = f"{beside.day.isoformat()}T{told.hour:02d}:{told.minute:02d}{_zone_mark(told.zone)}"
    modifier = "APPROX" if found.has("ABOUT") else ""
    same_words = beside.mention is None or span.holds(beside.mention.span)
    anchor_span = None if same_words or beside.mention is None else beside.mention.span
    mention = TimeMention(
        span, span.of(scene.text), TimeType.TIME, value, interval, beside.anchor, anchor_span, found.rule.id, reason, modifier
    )
    return replace(mention, clash=beside.mention.clash) if same_words and beside.mention else mention


def _zone_mark(zone: int | None) -> str:
    if zone is None:
        return ""
    return "Z" if zone == 0 else f"{'+' if zone > 0 else '-'}{abs(zone) // 60:02d}:{abs(zone) % 60:02d}"


def part(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `this morning`, `Monday night`, `around noon`, `la nuit du 5 mai`; a bare part needs a day beside it."""
    word = found.one("PART") or found.one("TONIGHT")
    if word is None:
        return
    named = str(word.value) if word.name == "PART" else "NI"
    own = _part_day(found, scene, named)
    alone = not found.has("MONTH", "DEICTIC", "WEEKDAY", "THIS", "LAST", "TONIGHT")
    beside = own or (_part_beside(found, scene) if alone else None)
    if alone and found.preceded_by("TDASH"):
        return
    if beside is not None:
        yield _part_of(found, scene, named, beside)
    elif not alone:
        yield scene.open(found, TimeType.TIME, absolute.NO_PUBLICATION)


def _part_day(found: Found, scene: Scene, named: str) -> Day | None:
    own = _own_day(found, scene)
    if found.has("MONTH", "DEICTIC", "WEEKDAY") or scene.published is None:
        return own
    if found.has("LAST") and named == "NI":
        return Day(scene.published - timedelta(days=1), PUBLICATION)
    if found.has("THIS") and named == "NI" and not scene.future(found):
        return Day(scene.published - timedelta(days=1), PUBLICATION)
    return Day(scene.published, PUBLICATION) if found.has("THIS", "TONIGHT", "LAST") else None


def _part_beside(found: Found, scene: Scene) -> Day | None:
    """Return the day of a bare part (`around noon`, `at dawn`), which must stand in the same sentence."""
    mention = scene.beside(found)
    if mention is None or mention.day is None or scene.sentence(mention.span.start) != scene.sentence(found.words[0].start):
        return None
    return Day(mention.day, mention.text, mention)


def _part_of(found: Found, scene: Scene, named: str, beside: Day) -> TimeMention:
    span = scene.span(found)
    closing = beside.day + timedelta(days=1) if named == "NI" else beside.day
    interval = Interval(beside.day, closing, Granularity.PART_OF_DAY)
    modifier = "APPROX" if found.has("ABOUT") else ""
    outside = beside.mention is not None and not span.overlaps(beside.mention.span)
    anchor_span = beside.mention.span if outside and beside.mention else None
    value = f"{beside.day.isoformat()}T{named}"
    return TimeMention(
        span, span.of(scene.text), TimeType.TIME, value, interval, beside.anchor, anchor_span, found.rule.id, modifier=modifier
    )
