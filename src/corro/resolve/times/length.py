"""Lengths and repetitions: 48 hours, plus de neuf ans, every Thursday, twice a month."""

from collections.abc import Iterator
from typing import NamedTuple

from corro.resolve.times.calendar_periods import UNIT_LETTERS
from corro.resolve.times.grammar import Found
from corro.resolve.times.mention import TimeMention, TimeType
from corro.resolve.times.scene import Scene
from corro.resolve.times.tokens import Word
from corro.values import Duration

_LARGEST = 100_000
"""No length in a report is longer than this many units: guards the arithmetic. Source: own judgement, 2026-11."""


_FIELDS = {"quarter": "months", "half": "months", "fortnight": "weeks", "decade": "years", "century": "years"}
"""Units that a duration counts in another one."""

_HALVES = {"year": ("6M", "month", 12), "day": ("T12H", "hour", 24), "hour": ("30M", "minute", 60)}
"""Half a unit as it is written after the whole ones, the next finer unit, and how many of it the unit makes. Source: ISO 8601-1."""


class Length(NamedTuple):
    """A length as stated.

    Attributes:
        number: How many, or None for several.
        unit: Of what.
        value: TIMEX3 value.
        modifier: MORE_THAN, LESS_THAN, EQUAL_OR_MORE, APPROX or empty.
        duration: The same as a value, or None for several.
    """

    number: int | None
    unit: str
    value: str
    modifier: str
    duration: Duration | None


def length_of(found: Found) -> Length | None:
    """Read number and unit out of a match, or return None where it has no unit that can be counted."""
    word = next((word for word in found.all("UNIT") if word.value != "half"), None)
    if word is None or str(word.value) not in UNIT_LETTERS or word.value == "weekend":
        return None
    number, unit = _number(found), str(word.value)
    if (number is not None and number > _LARGEST) or _no_length(found, word):
        return None
    if number is not None and _and_half(found) and unit in _HALVES:
        return _with_half(number, unit, "APPROX" if found.has("ABOUT") else "")
    if any(word.text in _NOT_CALENDAR for word in found.all("EXTRA")):
        return Length(None, unit, _value(unit, number), _modifier(found), None)
    return Length(number, unit, _value(unit, number), _modifier(found), _duration(unit, number))


_NOT_CALENDAR = frozenset(["working", "trading", "business", "ouvrables", "ouvrés", "ouvrable", "ouvré"])
"""Days that no calendar counts off: their length is kept as told, and no day is computed from it. Source: own list, 2026-11."""


def _no_length(found: Found, unit: Word) -> bool:
    """Whether `a half`, `three-quarters of`, `the 1988 quarter` measure something other than time."""
    if unit.value == "quarter" and (found.has("TDASH", "ONE") or not unit.text.endswith("s")):
        return True
    return found.has("YEAR") and not unit.text.endswith("s")


def _and_half(found: Found) -> bool:
    return found.has("TSLASH", "HALF") or any(word.name == "UNIT" and word.value == "half" for word in found.words)


def _with_half(number: int, unit: str, modifier: str) -> Length:
    """Return `a year and a half` as 18 months with the value that keeps its words (P1Y6M)."""
    fraction, finer, times = _HALVES[unit]
    count = number * times + times // 2
    return Length(count, finer, _value(unit, number) + fraction, modifier, Duration(**{f"{finer}s": count}))


def _number(found: Found) -> int | None:
    told = found.one("ROUND", "DAY", "NUM", "YEAR")
    if told is not None:
        return told.number
    return None if found.has("VAGUE") else 1


def _value(unit: str, number: int | None) -> str:
    mark, letter, times = UNIT_LETTERS[unit]
    return f"P{mark}{'X' if number is None else number * times}{letter}"


def vague_value(unit: str) -> str:
    """Return the value of several of a unit (`PXW`)."""
    return _value(unit, None)


def _duration(unit: str, number: int | None) -> Duration | None:
    if number is None:
        return None
    _, _, times = UNIT_LETTERS[unit]
    field = {"quarter": "months", "half": "months", "fortnight": "weeks", "decade": "years", "century": "years"}.get(
        unit, f"{unit}s"
    )
    return Duration(**{field: number * times})


def _is_rate(found: Found) -> bool:
    """Whether `a week` is part of a rate (`four flights a week`, `500 a month`)."""
    before = found.before[-1] if found.before else None
    if before is None or len(found.words) != 2 or found.words[0].text not in ("a", "an"):
        return False
    counted = before.name in ("OTHER", "UNIT") and before.text.endswith("s") and before.text not in _NOT_COUNTED
    return counted or before.name in ("NUM", "BIG", "DAY") or before.text in ("million", "billion")


_NOT_COUNTED = frozenset(
    {"is", "was", "as", "has", "does", "lasts", "takes", "this", "its", "his", "us", "perhaps", "less", "plus"}
)
"""Words in -s before `a week` that are no things counted by it. Source: own list, 2026-11."""


def _modifier(found: Found) -> str:
    more = found.one("MORE")
    if more is not None:
        return str(more.value) or "MORE_THAN"
    return "APPROX" if found.has("ABOUT", "ROUND", "OR") and not any(word.text == "couple" for word in found.words) else ""


def plain_length(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read a length that is counted from nothing."""
    length = length_of(found)
    if length is None or _is_rate(found):
        return
    span = scene.span(found)
    yield TimeMention(
        span,
        span.of(scene.text),
        TimeType.DURATION,
        length.value,
        rule=found.rule.id,
        modifier=length.modifier,
        duration=length.duration,
    )


def bare_length(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `for weeks`, `within days`: a length without a number."""
    unit = found.one("UNIT")
    if unit is None or str(unit.value) not in _BARE or not unit.text.endswith("s"):
        return
    span = scene.span(found)
    value = _value(str(unit.value), None)
    yield TimeMention(span, span.of(scene.text), TimeType.DURATION, value, rule=found.rule.id, reason="no number is given")


def half_length(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `half an hour`, `half a day`, `une demi-heure`."""
    unit = found.all("UNIT")[-1]
    value, duration = _HALF_UNITS.get(str(unit.value), ("", None))
    halved = found.has("HALF") or any(word.text == "half" for word in found.words[:2])
    if value and halved:
        span = scene.span(found)
        yield TimeMention(span, span.of(scene.text), TimeType.DURATION, value, rule=found.rule.id, duration=duration)


_HALF_UNITS: dict[str, tuple[str, Duration | None]] = {
    "hour": ("PT30M", Duration(minutes=30)),
    "day": ("PT12H", Duration(hours=12)),
    "year": ("P6M", Duration(months=6)),
    "decade": ("P5Y", Duration(years=5)),
    "century": ("P50Y", Duration(years=50)),
}

_BARE = frozenset({"hour", "day", "week", "month", "year", "decade", "century"})


def every(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `every Thursday`, `tous les deux mois`."""
    weekday, unit, part = found.one("WEEKDAY", "WEEKDAYS"), found.one("UNIT"), found.one("PART")
    if weekday is not None:
        value = f"XXXX-WXX-{weekday.number}"
    elif unit is not None:
        number = _number(found) or 1
        value = _value(str(unit.value), number)
    else:
        value = f"XXXX-XX-XXT{part.value}" if part else ""
    yield _set(found, scene, value)


def often(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `daily`, `hebdomadaire`."""
    yield _set(found, scene, str(found.words[0].value))


def times(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `twice a month`, `deux fois par an`."""
    unit = found.all("UNIT")[-1]
    yield _set(found, scene, _value(str(unit.value), 1))


def _set(found: Found, scene: Scene, value: str) -> TimeMention:
    span = scene.span(found)
    return TimeMention(span, span.of(scene.text), TimeType.SET, value, rule=found.rule.id)
