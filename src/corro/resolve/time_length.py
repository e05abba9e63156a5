"""Lengths and repetitions: 48 hours, plus de neuf ans, every Thursday, twice a month."""

from collections.abc import Iterator
from typing import NamedTuple

from corro.resolve.calendar_periods import UNIT_LETTERS
from corro.resolve.time_grammar import Found
from corro.resolve.time_mention import TimeMention, TimeType
from corro.resolve.time_scene import Scene
from corro.values import Duration

_LARGEST = 100_000
"""No length in a report is longer than this many units: guards the arithmetic. Source: own judgement, 2026-11."""


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
    word = found.one("UNIT")
    if word is None or str(word.value) not in UNIT_LETTERS or word.value == "weekend":
        return None
    number = _number(found)
    if number is not None and number > _LARGEST:
        return None
    return Length(number, str(word.value), _value(str(word.value), number), _modifier(found), _duration(str(word.value), number))


def _number(found: Found) -> int | None:
    told = found.one("ROUND", "DAY", "NUM", "YEAR")
    if told is not None:
        return told.number
    return None if found.has("VAGUE") else 1


def _value(unit: str, number: int | None) -> str:
    mark, letter, times = UNIT_LETTERS[unit]
    return f"P{mark}{'X' if number is None else number * times}{letter}"


def _duration(unit: str, number: int | None) -> Duration | None:
    if number is None:
        return None
    _, _, times = UNIT_LETTERS[unit]
    field = {"quarter": "months", "half": "months", "decade": "years", "century": "years"}.get(unit, f"{unit}s")
    return Duration(**{field: number * times})


def _modifier(found: Found) -> str:
    more = found.one("MORE")
    if more is not None:
        return str(more.value) or "MORE_THAN"
    return "APPROX" if found.has("ABOUT", "ROUND") and not any(word.text == "couple" for word in found.words) else ""


def plain_length(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read a length that is counted from nothing."""
    length = length_of(found)
    if length is None:
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


def every(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `every Thursday`, `tous les deux mois`."""
    weekday, unit, part = found.one("WEEKDAY"), found.one("UNIT"), found.one("PART")
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
