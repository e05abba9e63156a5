"""Times that count from the day of publication: yesterday, last month, three weeks ago, in the past 48 hours."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from corro.resolve.times.absolute import NO_PUBLICATION, from_period
from corro.resolve.times.calendar_periods import (
    Period,
    day_period,
    months_period,
    period_of,
    phase_of,
    possible,
    season_period,
    weekday_near,
)
from corro.resolve.times.grammar import Found
from corro.resolve.times.length import length_of, plain_length
from corro.resolve.times.mention import PUBLICATION, TimeMention, TimeType
from corro.resolve.times.scene import Scene
from corro.resolve.times.tokens import Word
from corro.values import Duration, Granularity, Interval, Language

_PHASE_UNITS = ("week", "month", "quarter", "half", "year", "decade")


def deictic(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `yesterday`, `avant-hier`."""
    word = found.one("DEICTIC")
    if word is None:
        return
    if scene.published is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
        return
    yield from_period(found, scene, day_period(scene.published + timedelta(days=word.number)), PUBLICATION)


def step_of(found: Found) -> int:
    """Return -1, 0 or 1 for last, this and next."""
    return {"LAST": -1, "PREVIOUS": -1, "NEXT": 1, "FOLLOWING": 1}.get(
        next((word.name for word in found.words if word.name in _STEPS), ""), 0
    )


_STEPS = ("LAST", "NEXT", "PREVIOUS", "FOLLOWING")


def unit(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `last month`, `this year`, `next Tuesday`, `août dernier`, `August last year`."""
    if scene.options.language is Language.FRENCH and found.preceded_by("DAY", "NUM"):
        return
    told = found.one("UNIT")
    if told is not None and not found.has("MONTH") and told.text.endswith("s") and scene.options.language is Language.ENGLISH:
        yield from recent(found, scene)
        return
    if scene.published is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
        return
    period = _stepped(found, scene.published)
    if period is not None:
        yield from_period(found, scene, period, PUBLICATION)


def _stepped(found: Found, published: date) -> Period | None:
    step = step_of(found)
    if found.has("MONTH"):
        return _month(found, published, step)
    weekday, season, word = found.one("WEEKDAY"), found.one("SEASON", "FALL"), found.one("UNIT")
    if weekday is not None:
        return day_period(weekday_near(published, weekday.number, step or 1, same_day=step == 0))
    if season is not None:
        return _season(str(season.value), published, step)
    return period_of(str(word.value), published, step) if word else None


def _month(found: Found, published: date, step: int) -> Period | None:
    month, day = found.all("MONTH")[0].number, found.one("DAY")
    year = published.year + step
    if not found.has("UNIT"):
        passed = month < published.month or (month == published.month and day is not None and day.number < published.day)
        year = published.year + {-1: 0 if passed else -1, 0: 0, 1: 1 if passed or month == published.month else 0}[step]
    if day is not None:
        reading = possible(year, month, day.number)
        return day_period(reading) if reading else None
    return period_of("month", date(year, month, 1))


def unit_itself(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the day` of `later in the day`: that of publication, or the one told before in the sentence."""
    word, before = found.one("UNIT"), scene.earlier(found)
    if word is None or word.text.endswith("s"):
        return
    if word.value != "day":
        period = period_of(str(word.value), scene.published) if scene.published else None
        yield from [from_period(found, scene, period, PUBLICATION)] if period else []
        return
    near = before is not None and scene.sentence(before.span.start) == scene.sentence(found.words[0].start)
    if before is not None and near and before.day is not None:
        yield replace(from_period(found, scene, day_period(before.day), before.text), anchor_span=before.span)
    elif scene.published is not None:
        yield from_period(found, scene, day_period(scene.published), PUBLICATION)


def year_end(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `year-end`: the end of the present year."""
    if scene.published is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
        return
    period = months_period("year", scene.published.year, 1)
    interval = phase_of(period.interval, "LATE")
    yield replace(from_period(found, scene, period, PUBLICATION), modifier="END", interval=interval)


def reference_noun(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the past`, `the near future`."""
    past = found.words[-1].text == "past"
    if not (past or found.has("AHEAD_WORD")) or (len(found.words) > 2 and found.words[1].text not in _NEAR_WORDS):
        return
    span = scene.span(found)
    value = "PAST_REF" if past else "FUTURE_REF"
    yield TimeMention(span, span.of(scene.text), TimeType.DATE, value, None, PUBLICATION, rule=found.rule.id)


_NEAR_WORDS = frozenset({"near", "foreseeable", "distant", "immediate"})


def _season(season: str, published: date, step: int) -> Period:
    period = season_period(season, published.year)
    first, last = period.interval.first, period.interval.last
    if step < 0 and last is not None and last >= published:
        return season_period(season, published.year - 1)
    if step > 0 and first is not None and first <= published:
        return season_period(season, published.year + 1)
    return period


def phase(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the end of the year`, `fin de mois`: a part of the present unit."""
    word = found.one("UNIT")
    if word is None or word.value not in _PHASE_UNITS or (word.text.endswith("s") and word.text != "mois"):
        return
    if scene.published is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
        return
    period = period_of(str(word.value), scene.published)
    if period is not None:
        yield from_period(found, scene, period, PUBLICATION)


def weekend(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the weekend`: the last one begun, or the next where the clause looks ahead."""
    word = found.one("UNIT")
    if word is None or word.value != "weekend":
        return
    if scene.published is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
        return
    saturday = weekday_near(scene.published, 6, 1 if scene.future(found) else -1)
    period = period_of("weekend", saturday)
    if period is not None:
        yield from_period(found, scene, period, PUBLICATION)


def ago(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `three weeks ago`, `il y a dix jours`."""
    yield from _counted(found, scene, -1)


def vague_ago(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `years ago`, `il y a des mois`."""
    unit_word, span = found.one("UNIT"), scene.span(found)
    if unit_word is not None and many(unit_word, scene):
        yield TimeMention(
            span, span.of(scene.text), TimeType.DATE, "PAST_REF", None, PUBLICATION, rule=found.rule.id, reason="no number is given"
        )


def many(unit_word: Word, scene: Scene) -> bool:
    """Say whether a unit without a number is several of it."""
    return unit_word.text.endswith("s") and (unit_word.text != "mois" or scene.options.language is Language.FRENCH)


def weekdays_ago(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `two Fridays ago`."""
    word, told = found.one("WEEKDAYS"), found.one("DAY", "NUM", "ROUND")
    if word is None or told is None:
        return
    if scene.published is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
        return
    last = weekday_near(scene.published, word.number, -1, same_day=False)
    yield from_period(found, scene, day_period(last - timedelta(weeks=told.number - 1)), PUBLICATION)


def hence(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `in 90 days`, `dans dix jours` where the clause looks ahead; else it is a length."""
    french = scene.options.language is Language.FRENCH
    ahead = scene.future(found) or (french and found.words[0].text in ("dans", "d'ici", "d’ici"))
    if ahead and not (french and found.words[0].text == "en"):
        yield from _counted(found, scene, 1)
    else:
        yield from plain_length(
            replace(found, first=found.first + 1, words=found.words[1:], before=(*found.before, found.words[0])), scene
        )


def _counted(found: Found, scene: Scene, direction: int) -> Iterator[TimeMention]:
    length = length_of(found)
    if length is None:
        return
    if length.number is None:
        span = scene.span(found)
        value = "PAST_REF" if direction < 0 else "FUTURE_REF"
        yield TimeMention(
            span, span.of(scene.text), TimeType.DATE, value, None, PUBLICATION, rule=found.rule.id, reason="no number is given"
        )
        return
    if scene.published is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
        return
    period = counted_from(Interval.day(scene.published), length.unit, direction * length.number)
    if period is not None:
        yield replace(from_period(found, scene, period, PUBLICATION), modifier=length.modifier)


def counted_from(start: Interval, unit_name: str, amount: int) -> Period | None:
    """Return what lies so many units before (negative) or after an interval, as fine as unit and interval allow.

    Days and weeks from a day give a day; months a month, years a year, whatever they are counted from; from anything longer
    than the unit the whole interval moves and has no TIMEX value of its own.

    Args:
        start: The interval to count from, with both ends.
        unit_name: `day`, `week`, `month`, `year` and so on.
        amount: How many; negative counts back.

    Returns:
        The period, or None where no calendar reaches.
    """
    if start.first is None or start.last is None:
        return None
    try:
        return _counted_from(start, start.first, unit_name, amount)
    except (ValueError, OverflowError):
        return None


def _counted_from(start: Interval, first: date, unit_name: str, amount: int) -> Period | None:
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit_name)
    if unit_name in ("hour", "minute"):
        days, amount = 1, int(amount / (24 if unit_name == "hour" else 1440))
    if days is not None:
        moved = Interval(
            first + timedelta(days=days * amount),
            start.last + timedelta(days=days * amount) if start.last else None,
            start.granularity,
        )
        return day_period(first + timedelta(days=days * amount)) if start.days == 1 else Period("", moved)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit_name)
    if months is None:
        return None
    whole = "month" if months < 12 else "year"
    if fits(start, whole):
        step = months * amount if whole == "month" else months * amount // 12
        return period_of(whole, first, step)
    return Period("", _months_moved(start, months * amount))


def _months_moved(start: Interval, months: int) -> Interval:
    first, last = (period_of("month", day, months) if day else None for day in (start.first, start.last))
    return Interval(first.interval.first if first else None, last.interval.last if last else None, Granularity.SPAN)


def fits(interval: Interval, unit_name: str) -> bool:
    """Say whether an interval lies within one calendar unit."""
    if interval.first is None or interval.last is None:
        return False
    period = period_of(unit_name, interval.first)
    return period is not None and period.interval.holds(interval)


def recent(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `recent weeks`, `ces dernières semaines`, and `the past week`; whose quarter `the last quarter` is stays approximate."""
    word, span = found.one("UNIT"), scene.span(found)
    if word is None:
        return
    plural = word.text.endswith("s") and (word.text != "mois" or any(other.text in ("ces", "les") for other in found.words))
    if plural:
        value = "FUTURE_REF" if found.has("NEXT") else "PAST_REF"
        yield TimeMention(
            span, span.of(scene.text), TimeType.DATE, value, None, PUBLICATION, rule=found.rule.id, reason="no number is given"
        )
    elif found.has("LAST", "NEXT") and scene.options.language is Language.ENGLISH:
        vague = word.value in ("quarter", "half")
        yield from (_approximate(mention) if vague else mention for mention in past_length(found, scene))
    else:
        yield from unit(found, scene)


def _approximate(mention: TimeMention) -> TimeMention:
    return replace(mention, interval=replace(mention.interval, approximate=True)) if mention.interval else mention


def past_length(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the past 48 hours`, `les trois derniers mois`: a length that ends, or begins, on the day of publication."""
    length = length_of(found)
    if length is None:
        return
    span = scene.span(found)
    interval = reach(scene.published, length.duration, step_of(found)) if scene.published and length.duration else None
    yield TimeMention(
        span,
        span.of(scene.text),
        TimeType.DURATION,
        length.value,
        interval,
        PUBLICATION,
        rule=found.rule.id,
        reason="" if scene.published else NO_PUBLICATION,
        modifier=length.modifier,
        duration=length.duration,
    )


def reach(day: date, duration: Duration, direction: int) -> Interval | None:
    """Return the days that a length covers back from a day (direction -1) or onward from it (1)."""
    try:
        if direction >= 0:
            return Interval(day, duration.days_after(day), Granularity.SPAN)
        months = duration.years * 12 + duration.months
        back = period_of("month", day, -months)
        first = back.interval.first if back else None
        begin = (
            day
            if not months or first is None
            else first.replace(day=min(day.day, (back.interval.last or first).day if back else 28))
        )
        days = duration.weeks * 7 + duration.days + (duration.hours * 60 + duration.minutes) // 1440
        return Interval(begin - timedelta(days=days), day, Granularity.SPAN)
    except (ValueError, OverflowError):
        return None


def _not_reference(found: Found) -> bool:
    """Whether `soon` joins two events (`as soon as`, `soon after`)."""
    return bool(found.after) and found.after[0].text in ("as", "after", "afterwards")


def reference(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `now`, `recently`, `bientôt`."""
    word, span = found.one("REF"), scene.span(found)
    if word is None or (word.text == "soon" and _not_reference(found)):
        return
    present = word.value == "PRESENT_REF" and scene.published is not None
    interval = Interval.day(scene.published) if present and scene.published else None
    yield TimeMention(span, span.of(scene.text), TimeType.DATE, str(word.value), interval, PUBLICATION, rule=found.rule.id)
